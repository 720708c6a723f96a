/// How far somebody has come, as one readable text:
///
///     at 02-work-queues ack
///     01-hello-world queue passed
///     01-hello-world again shown
///     /home/me/my-lesson first skipped
///
/// A lesson in a folder stands under the folder's whole path, whose blanks are written `%20`.
struct Progress: Hashable, Sendable {
  /// How a step was left.
  enum Mark: String, Hashable, Sendable, CaseIterable {
    /// By the learner.
    case passed
    /// By playing the solution.
    case shown
    case skipped
  }

  struct Entry: Hashable, Sendable {
    var lesson: String
    var step: String
    var mark: Mark
  }

  /// Where to go on.
  struct Place: Hashable, Sendable {
    var lesson: String
    var step: String
  }

  private static let title = "# How far you are in Tokki's lessons. It is safe to delete this file."

  private(set) var place: Place?
  private(set) var entries: [Entry] = []

  init() {}

  /// Lines that are not understood are passed over.
  init(text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3 else { continue }
      if words[0] == "at" {
        place = Place(lesson: words[1], step: words[2])
      } else if let mark = Mark(rawValue: words[2]) {
        note(mark, lesson: words[0], step: words[1])
      }
    }
  }

  var text: String {
    var lines = [Self.title]
    if let place { lines.append("at \(place.lesson) \(place.step)") }
    lines += entries.map { "\($0.lesson) \($0.step) \($0.mark.rawValue)" }
    return lines.joined(separator: "\n") + "\n"
  }

  func mark(lesson: String, step: String) -> Mark? {
    entries.first { $0.lesson == lesson && $0.step == step }?.mark
  }

  /// Whether the step was passed, be it with the solution's help.
  func isPassed(lesson: String, step: String) -> Bool {
    switch mark(lesson: lesson, step: step) {
    case .passed, .shown: true
    case .skipped, nil: false
    }
  }

  func passedCount(of lesson: Lesson) -> Int {
    lesson.steps.count { isPassed(lesson: lesson.progressKey, step: $0.key) }
  }

  mutating func go(to place: Place) { self.place = place }

  /// A step that was passed once stays so; otherwise the newest mark counts.
  mutating func note(_ mark: Mark, lesson: String, step: String) {
    if let index = entries.firstIndex(where: { $0.lesson == lesson && $0.step == step }) {
      if entries[index].mark != .passed { entries[index].mark = mark }
    } else {
      entries.append(Entry(lesson: lesson, step: step, mark: mark))
    }
  }

  mutating func forget(lesson: String) {
    entries.removeAll { $0.lesson == lesson }
    if place?.lesson == lesson { place = nil }
  }

  /// Where a lesson goes on: at the step where it was left or, if that was passed, at the next one
  /// that was not; from the beginning once all were passed.
  func step(of lesson: Lesson) -> Int {
    let isLeft = lesson.progressKey == place?.lesson
    let left = lesson.steps.firstIndex { isLeft && $0.key == place?.step } ?? 0
    let open = lesson.steps.indices.filter { index in
      !isPassed(lesson: lesson.progressKey, step: lesson.steps[index].key)
    }
    return open.first { $0 >= left } ?? open.first ?? 0
  }
}
