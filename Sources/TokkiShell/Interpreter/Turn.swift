import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// What is gathered while one command is carried out.
struct Turn {
  var line: String
  /// Whether the simulator keeps the state before this command for undo.
  var isMarked = false
  /// Whether the clock may move, so that moments matter.
  var isTimed = false
  /// As it was before; nil on a real broker.
  var before: BrokerSnapshot?
  var clientsBefore: [ClientSnapshot] = []
  var answers: [Outcome.Part] = []
  var reports: [ClientReport] = []
  /// The client whose own answers are told as such, not as things that happened.
  var requester: ClientName?
  var exception: ExceptionAnswer?
}

/// Why a command goes no further.
enum Stop: Error {
  case refused(Refusal)
  /// The broker closed the channel or the connection; the turn knows the exception.
  case exception
}

/// What a client got for one request.
struct Reply {
  /// The broker's answer; nil for methods that have none.
  var method: Method?
  var content: Content?
}

/// What the shell itself keeps between commands; it goes back and forth with undo and redo.
struct Memory {
  var virtualHost = "/"
  /// Of the last AMQP command; nil where it went well.
  var lastError: ExceptionAnswer?
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

  func memory(named name: String) -> Memory? { named.last { $0.name == name }?.memory }
}
