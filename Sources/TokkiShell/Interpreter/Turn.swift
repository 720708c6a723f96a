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
  /// The client that publishes by this command.
  var publisher: ClientName?
  /// Which of the reports tell of publishes by the command itself. Whatever else is published,
  /// be it by the same client's worker, is a thing that happened.
  var ownPublishes: Set<Int> = []
  var exception: ExceptionAnswer?
  /// Set where the user wanted no more of it: the command that does just what was done.
  var interruption: (work: Interruption.Work, command: Command)?
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
