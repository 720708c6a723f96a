public import AMQPModel

/// A rule that RabbitMQ enforces: what it answers to a client that breaks it, and where that is
/// written. All of them are in the catalogue, `ExceptionRule.all`.
public struct ExceptionRule: Hashable, Sendable {
  public let name: RuleName
  /// What a client hears, in the words of every version that is simulated.
  public let replies: [RuleReply]
  /// The methods that can meet it; empty for what happens to a connection by itself.
  public let methods: [String]
  /// The page of RabbitMQ's documentation that explains it.
  public let guide: Guide
  /// Where RabbitMQ's source does it: `module:function/arity`.
  public let origin: String

  init(
    _ name: RuleName, _ replies: [RuleReply], methods: [String] = [], guide: Guide,
    origin: String
  ) {
    self.name = name
    self.replies = replies
    self.methods = methods
    self.guide = guide
    self.origin = origin
  }
}

extension ExceptionRule {
  /// The catalogue, in the order in which a connection meets the rules.
  public static let all =
    handshake + connections + frames + channels + exchanges + bindings + queues
    + queueArguments + consumers + publishing + access + streams + unsimulated

  public static func named(_ name: RuleName) -> ExceptionRule? { byName[name] }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The codes that it closes a channel or a connection with, or returns a message with.
  public var codes: [ReplyCode] {
    replies.compactMap(\.code).reduce(into: []) { codes, code in
      if !codes.contains(code) { codes.append(code) }
    }
  }

  /// The rule whose text that is, and what stands in the text's holes. Where a text of free words
  /// fits as well, the rule that says more of it counts.
  public static func behind(code: UInt16, text: String) -> Finding? {
    findings(code: code, text: text).first
  }

  /// Every reply of every rule that the text fits, the one that says most of it first.
  public static func findings(code: UInt16, text: String) -> [Finding] {
    guard let code = ReplyCode(rawValue: code) else { return [] }
    var found: [Finding] = []
    for rule in all {
      for reply in rule.replies where reply.code == code {
        guard case .exception(_, let template) = reply.form,
          let holes = template.holes(in: text, after: code.name)
        else { continue }
        found.append(Finding(rule: rule, reply: reply, holes: holes))
      }
    }
    return found.sorted { $0.reply.exactness > $1.reply.exactness }
  }

  /// A rule found by a reply text.
  public struct Finding: Sendable {
    public let rule: ExceptionRule
    public let reply: RuleReply
    /// What stands in the template's holes, in the order of the text.
    public let holes: [TextTemplate.Hole]

    /// How much of the text the template determines.
    public var fit: Int { reply.exactness }

    public subscript(_ hole: String) -> String? { holes.first { $0.name == hole }?.value }
  }
}

/// What a client hears that breaks a rule.
public struct RuleReply: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    /// The channel or the connection is closed with a code and a text: the code's name, a dash,
    /// and what the template says.
    case exception(ReplyCode, TextTemplate)
    /// The message comes back by `basic.return`; the text is the code's name.
    case returned(ReplyCode)
    /// The message is refused by `basic.nack`, without a word.
    case nack
    /// The socket is closed without a word.
    case hangUp
  }

  public let form: Form
  /// The one version that says so; nil is every version.
  public let version: String?

  static func says(
    _ code: ReplyCode, _ template: String, only version: String? = nil
  ) -> RuleReply {
    RuleReply(form: .exception(code, TextTemplate(template)), version: version)
  }

  static func returns(_ code: ReplyCode) -> RuleReply {
    RuleReply(form: .returned(code), version: nil)
  }

  static let nacks = RuleReply(form: .nack, version: nil)
  static let hangsUp = RuleReply(form: .hangUp, version: nil)

  public var code: ReplyCode? {
    switch form {
    case .exception(let code, _), .returned(let code): code
    case .nack, .hangUp: nil
    }
  }

  /// The text, or what happens in its place.
  public var words: String {
    switch form {
    case .exception(let code, let template):
      template.description.isEmpty ? code.name : "\(code.name) - \(template)"
    case .returned(let code): code.name
    case .nack: "basic.nack"
    case .hangUp: "the socket is closed without a word"
    }
  }

  /// How much of a text it determines.
  var exactness: Int {
    switch form {
    case .exception(_, let template): template.literalLength
    case .returned, .nack, .hangUp: 0
    }
  }
}
