import AMQPModel
public import TokkiBroker
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
  /// The rule behind it, where the catalogue knows the text.
  public var rule: RuleName?
  /// What the text has in the places of the rule's template, in the order of the text.
  public var facts: [TextTemplate.Hole]
  /// For an object that is not there: names that are, and may have been meant.
  public var nearest: [String] = []
  /// For an exchange that is not there, while a queue of that name is.
  public var queueForExchange: QueueForExchange?
  /// For a login that was refused: whose.
  public var login: RefusedLogin?

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
    let finding = ExceptionRule.behind(code: code, text: text)
    rule = finding?.rule.name
    facts = finding?.holes ?? []
  }
}

/// Who was not let in.
public struct RefusedLogin: Hashable, Sendable {
  public var client: ClientName
  public var user: String
  /// nil where nobody tells.
  public var isUser: Bool?

  public init(client: ClientName, user: String, isUser: Bool?) {
    self.client = client
    self.user = user
    self.isUser = isUser
  }

  var suggestions: [String] {
    let name = VisibleText.name(user)
    let again = "open connection \(VisibleText.name(client.text)) --user \(name)"
    switch isUser {
    case true: return [again + " --password PASSWORD", "change password \(name) PASSWORD"]
    case false: return ["add user \(name) PASSWORD"]
    case nil: return [again + " --password PASSWORD", "add user \(name) PASSWORD"]
    }
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

  /// The name of the queue, exchange or virtual host that it is about.
  public var object: String? {
    facts.first { ["queue", "exchange", "vhost"].contains($0.name) }?.value
  }

  /// Commands to try next, the likeliest first.
  public var suggestions: [String] {
    guard let rule else { return [] }
    var places = method.map { ["method": $0] } ?? [:]
    for fact in facts { places[fact.name] = fact.value }
    let tries = RuleWords[rule].tries(places)
    return (queueForExchange.map { [$0.suggestion] } ?? []) + (login?.suggestions ?? []) + tries
  }

  /// A command to try next.
  public var suggestion: String? { suggestions.first }
}
