/// The states that a simulation went through, one for each step, so that undo is assignment.
struct Timeline<State: Sendable>: Sendable {
  private struct Moment {
    var label: String
    var state: State
  }

  /// How many steps can be undone; older ones are forgotten.
  private let limit: Int
  private var past: [Moment] = []
  private var future: [Moment] = []
  private var named: [(name: String, state: State)] = []

  init(limit: Int = 1000) { self.limit = limit }

  /// A step of that label begins at this state; what was undone is forgotten.
  mutating func mark(_ label: String, _ state: State) {
    future.removeAll()
    past.append(Moment(label: label, state: state))
    if past.count > limit { past.removeFirst() }
  }

  /// The label and the state before the last step; `present` is kept for redo.
  mutating func undo(_ present: State) -> (label: String, state: State)? {
    guard let moment = past.popLast() else { return nil }
    future.append(Moment(label: moment.label, state: present))
    return (moment.label, moment.state)
  }

  /// The label and the state after the step that was undone last.
  mutating func redo(_ present: State) -> (label: String, state: State)? {
    guard let moment = future.popLast() else { return nil }
    past.append(Moment(label: moment.label, state: present))
    return (moment.label, moment.state)
  }

  mutating func name(_ name: String, _ state: State) {
    named.removeAll { $0.name == name }
    named.append((name, state))
  }

  var names: [String] { named.map(\.name) }

  func state(named name: String) -> State? { named.last { $0.name == name }?.state }
}
