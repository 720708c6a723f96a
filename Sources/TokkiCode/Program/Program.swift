import AMQPModel
import TokkiClient
import TokkiLanguage

/// A run as a program in no language yet: what is done, in order. Connections, channels, consumers
/// and messages are numbers into lists; whoever writes the program gives them names.
struct Program {
  /// What belongs to one line of the run.
  struct Part {
    /// Which step of the run it is; nil where it stands for none.
    var number: Int?
    /// The line as it was written.
    var line: String
    var actions: [Action] = []
  }

  struct Connection {
    var client: ClientName
    var variable: Variable
    /// Whether it is cut without a goodbye at some time.
    var isKilled = false
  }

  struct Channel {
    var connection: Int
    /// On its connection, from 1.
    var number: UInt16
    var variable: Variable
    var isConfirming = false
    var isTransactional = false
    var hasReturns = false
    /// Whether anything is done on it once it is open.
    var isUsed = false
  }

  struct Consumer {
    var channel: Int
    var variable: Variable
    /// With the tag that the program chooses; empty where it needs none.
    var method: BasicConsume
    var plan: WorkPlan?
    /// How the run writes it: the client's name.
    var title: String
  }

  /// A message that `basic.get` took.
  struct Taken {
    var variable: Variable
    /// Whether the program settles it later.
    var isSettled = false
    /// Whether the program itself takes it.
    var isWritten = true
  }

  var parts: [Part] = []
  var connections: [Connection] = []
  var channels: [Channel] = []
  var consumers: [Consumer] = []
  var taken: [Taken] = []
  /// The names that the broker made for queues, and what stands for them.
  var queueNames: [String: Variable] = [:]

  var actions: [Action] { parts.flatMap(\.actions) }
}

/// What the broker says instead of doing what it was asked for.
struct Failure {
  var code: UInt16
  var text: String
  var closesConnection: Bool
}

/// One thing that a program does.
enum Action {
  case comment(Localized)
  /// With a virtual host or a user only where they are not those of the URL.
  case connect(Int, virtualHost: String?, user: String?, isAnew: Bool, failure: Failure?)
  case open(channel: Int, isAnew: Bool)
  /// A method with an answer that needs no keeping.
  case ask(Method, channel: Int, failure: Failure?)
  /// A queue that the broker names.
  case declareNamedByBroker(QueueDeclare, Variable, channel: Int)
  case publish(Publish)
  case consume(Int, channel: Int, failure: Failure?)
  /// Waits for so many more deliveries, and shows them.
  case receive(consumer: Int, count: Int)
  /// Waits until a worker has finished so many deliveries since it began.
  case finish(consumer: Int, count: Int)
  /// Waits for so many returned messages more.
  case returned(channel: Int, count: Int)
  case get(BasicGet, taken: Int?, channel: Int, failure: Failure?)
  case settle(Method, Settled, channel: Int, failure: Failure?)
  /// Waits until the broker has heard all that was sent on the channel.
  case flush(channel: Int)
  case closeChannel(Int)
  case close(connection: Int)
  case kill(connection: Int)
  /// Milliseconds, which an environment variable scales.
  case wait(Int64)

  struct Publish {
    var method: BasicPublish
    var content: Content
    var count: Int
    var channel: Int
    /// Whether the broker confirms it before the program goes on.
    var isConfirmed = false
    var failure: Failure?
  }

  /// What a program knows of the delivery that it settles.
  enum Settled {
    /// The message of that number, from 0, that the consumer received.
    case received(consumer: Int, index: Int)
    case taken(Int)
    /// Only its tag: it is none of the channel's, or a worker's.
    case tag
  }
}
