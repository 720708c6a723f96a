import Testing

@testable import TokkiSimulation

@Suite struct TimelineTests {
  @Test func undoAndRedoWalkTheStates() {
    var timeline = Timeline<Int>()
    var present = 0
    for (label, next) in [("one", 1), ("two", 2)] {
      timeline.mark(label, present)
      present = next
    }
    var back = timeline.undo(present)
    #expect(back?.label == "two" && back?.state == 1)
    back = timeline.undo(1)
    #expect(back?.label == "one" && back?.state == 0)
    #expect(timeline.undo(0) == nil)
    var forth = timeline.redo(0)
    #expect(forth?.label == "one" && forth?.state == 1)
    forth = timeline.redo(1)
    #expect(forth?.label == "two" && forth?.state == 2)
    #expect(timeline.redo(2) == nil)
  }

  @Test func aNewStepForgetsWhatWasUndone() {
    var timeline = Timeline<Int>()
    timeline.mark("one", 0)
    _ = timeline.undo(1)
    timeline.mark("other", 0)
    #expect(timeline.redo(5) == nil)
  }

  @Test func theOldestStepsAreForgottenAtTheLimit() {
    var timeline = Timeline<Int>(limit: 2)
    for state in 0..<5 { timeline.mark("\(state)", state) }
    #expect(timeline.undo(5)?.state == 4)
    #expect(timeline.undo(4)?.state == 3)
    #expect(timeline.undo(3) == nil)
  }

  @Test func aNamedStateIsReplacedByANewerOneOfItsName() {
    var timeline = Timeline<Int>()
    timeline.name("a", 1)
    timeline.name("b", 2)
    timeline.name("a", 3)
    #expect(timeline.names == ["b", "a"])
    #expect(timeline.state(named: "a") == 3)
    #expect(timeline.state(named: "c") == nil)
  }
}
