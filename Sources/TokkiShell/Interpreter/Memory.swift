import AMQPModel
import TokkiCode

/// What the shell itself keeps between commands; it goes back and forth with undo and redo.
struct Memory {
  var virtualHost = "/"
  /// Those that were set here, by the user's name.
  var passwords: [String: Password] = [:]
  /// Of the last AMQP command; nil where it went well.
  var lastError: ExceptionAnswer?
  /// What was done so far, for `compare`.
  var lines: [String] = []
  /// The same with what clients did and learned, for `code`.
  var steps: [RecordedStep] = []
  /// How many calls got a correlation id so far.
  var callCount = 0
  /// Where the history that expectations speak of begins in the simulation's log.
  var historyStart = HistoryStart()

  struct HistoryStart {
    var reports = 0
    var trace = 0
  }
}

/// The memories of each step, kept like the simulator keeps its states.
struct MemoryTimeline {
  private var past: [Memory] = []
  private var future: [Memory] = []
  private var named: [(name: String, memory: Memory)] = []

  mutating func mark(_ present: Memory) {
    past.append(present)
    future.removeAll()
  }

  mutating func undo(_ present: Memory) -> Memory {
    guard let memory = past.popLast() else { return present }
    future.append(present)
    return memory
  }

  mutating func redo(_ present: Memory) -> Memory {
    guard let memory = future.popLast() else { return present }
    past.append(present)
    return memory
  }

  mutating func name(_ name: String, _ present: Memory) {
    named.removeAll { $0.name == name }
    named.append((name, present))
  }

  /// In the order in which they were set.
  var names: [String] { named.map(\.name) }

  func memory(named name: String) -> Memory? { named.last { $0.name == name }?.memory }
}
