import AMQPModel
public import TokkiClient

/// The broker refused a method and closed the channel, or the connection.
public struct ExceptionAnswer: Hashable, Sendable {
  public var client: ClientName
  public var channel: UInt16
  public var code: UInt16
  /// The broker's own reply text.
  public var text: String
  /// The method that it objected to, such as `queue.declare`; nil where it names none.
  public var method: String?
  /// Whether it closed the whole connection.
  public var closesConnection: Bool
  /// The rule behind it, where the shell knows the text.
  public var rule: ExceptionRule?
  /// The name of the queue or exchange that it is about, taken from the text.
  public var object: String?
  /// For an object that is not there: names that are, and may have been meant.
  public var nearest: [String] = []
  /// For an exchange that is not there, while a queue of that name is.
  public var queueForExchange: QueueForExchange?

  public init(
    client: ClientName, channel: UInt16, code: UInt16, text: String, method: String?,
    closesConnection: Bool
  ) {
    self.client = client
    self.channel = channel
    self.code = code
    self.text = text
    self.method = method
    self.closesConnection = closesConnection
    (self.rule, self.object) = ExceptionRule.behind(code: code, text: text, method: method)
  }
}

extension ExceptionAnswer {
  /// nil where the report tells of something else.
  init?(_ report: ClientReport) {
    let isConnection: Bool
    let closing: (code: UInt16, text: String, during: MethodID)
    if case .channelClosed(let code, let text, let during) = report.fact {
      (isConnection, closing) = (false, (code, text, during))
    } else if case .connectionClosed(let code, let text, let during) = report.fact {
      (isConnection, closing) = (true, (code, text, during))
    } else {
      return nil
    }
    self.init(
      client: report.client, channel: report.channel, code: closing.code, text: closing.text,
      method: Method(id: closing.during)?.name, closesConnection: isConnection)
  }

  /// A command to try next.
  public var suggestion: String? {
    if let queueForExchange { return queueForExchange.suggestion }
    let name = object.map(VisibleText.name)
    return switch rule {
    case .inequivalentArgument:
      text.contains("for exchange") ? "list exchanges" : "list queues"
    case .noQueue: name.map { "declare queue \($0)" }
    case .noExchange: name.map { "declare exchange \($0) direct" }
    case .noBinding: "list bindings"
    case .reservedName, .unknownExchangeType: "help declare"
    case .defaultExchange: "list exchanges"
    case .exclusiveQueue, .exclusiveConsumer, .queueInUse: "list consumers"
    case .unknownDeliveryTag: "list channels"
    case .queueNotEmpty: name.map { "purge \($0)" }
    case .exchangeInUse, .internalExchange: "list bindings"
    case .invalidArgument: "help declare queue"
    case .reusedConsumerTag: "list consumers"
    case .channelMode, .notTransactional: "list channels"
    case .noLastQueue: "list queues"
    case .noVirtualHost: "list vhosts"
    case .serverNamedQueue: "help declare queue"
    case .invalidMessage, .invalidUserID: "help publish"
    case .directReply: "help call"
    case .channelNumber: "list channels"
    case .notImplemented, .notAllowed: method.map { "help \($0)" } ?? "help"
    case .connectionForced: "list connections"
    case nil: nil
    }
  }
}
