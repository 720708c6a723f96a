import AMQPModel
import MethodJSON
import TokkiBroker

/// Which scenario proves what: every method, every rule, every extension.
struct Coverage {
  var scenarios: [CoveredScenario]
  var exemptions: Exemptions
  /// What the simulation answers otherwise.
  var known: [NotSimulated]

  /// By rule and reply.
  var witnesses: [RuleReply: [RuleName: [Witness]]]

  /// Read once.
  static let current = Result { try Coverage() }

  private init() throws {
    scenarios = try CoveredScenario.all()
    exemptions = try Exemptions.read()
    known = try NotSimulated.all() + NotSimulated.all(in: "../WireTests/not-served.json")
    witnesses = [:]
    witnesses = heard()
  }

  /// Where a rule's reply is heard.
  struct Witness: Hashable {
    var scenario: Int
    var version: String
    /// The method that was refused; empty where the refusal names none.
    var method: String
  }

  private func heard() -> [RuleReply: [RuleName: [Witness]]] {
    var meanings: [CoveredScenario.Refusal: (RuleName, RuleReply)?] = [:]
    var found: [RuleReply: [RuleName: [Witness]]] = [:]
    for (index, scenario) in scenarios.enumerated() {
      for version in CoveredScenario.versions {
        for refusal in scenario.heard[version]?.refusals ?? [] {
          let meaning = meanings[refusal] ?? Self.meaning(of: refusal)
          meanings[refusal] = meaning
          guard let (rule, reply) = meaning else { continue }
          found[reply, default: [:]][rule, default: []].append(
            Witness(scenario: index, version: version, method: refusal.method))
        }
      }
    }
    for (rule, names) in exemptions.silent {
      for (index, scenario) in scenarios.enumerated()
      where names.contains("\(scenario.concept): \(scenario.name)") {
        for version in CoveredScenario.versions where scenario.heard[version]?.isHungUp == true {
          found[.silence, default: [:]][rule, default: []].append(
            Witness(scenario: index, version: version, method: ""))
        }
      }
    }
    return found
  }

  /// The rule that a refusal tells of.
  static func meaning(of refusal: CoveredScenario.Refusal) -> (RuleName, RuleReply)? {
    switch refusal.by {
    case "basic.nack": return (.publishRefused, .refusal)
    case "basic.return":
      return ExceptionRule.all.lazy.compactMap { rule in
        rule.replies.first { $0.form == .returned(ReplyCode(rawValue: refusal.code) ?? .success) }
          .map { (rule.name, $0) }
      }.first
    default:
      return ExceptionRule.behind(code: refusal.code, text: refusal.text).map {
        ($0.rule.name, $0.reply)
      }
    }
  }
}

extension RuleReply {
  /// The socket is closed without a word.
  static let silence = ExceptionRule.named(.protocolVersion)?.replies.first ?? .refusal
  /// `basic.nack`
  static let refusal =
    ExceptionRule.all.flatMap(\.replies).first { $0.form == .nack }
    ?? ExceptionRule.all[0].replies[0]
}

/// What no scenario shows, and why; and the scenarios in which the broker says nothing at all.
/// Both are in `exemptions.json`.
struct Exemptions {
  /// A reply, or all replies of a rule, that no scenario can provoke.
  struct Unprovoked: Hashable {
    var rule: RuleName
    /// As `RuleReply.words` has it; nil is every reply.
    var text: String?
    /// One version; nil is every version.
    var version: String?
    var reason: String
  }

  /// What nobody says or does.
  struct Silence: Hashable {
    var name: String
    var speaker = ""
    var reason: String
  }

  var unprovoked: [Unprovoked]
  /// Methods that no client sends, or no broker, and why.
  var methods: [Silence]
  /// Extensions without a scenario, by their title, and why.
  var extensions: [Silence]
  /// For rules without a text: `concept: scenario`.
  var silent: [RuleName: [String]]

  static func read() throws -> Exemptions {
    let json = try ConformanceFiles.read("Coverage/exemptions.json")
    func rule(_ json: JSON?) throws -> RuleName {
      guard let rule = (json?.text).flatMap(RuleName.init) else {
        throw NotAsWritten(description: "exemptions.json names no rule: \(json ?? .null)")
      }
      return rule
    }
    return Exemptions(
      unprovoked: try (json["unprovoked"]?.items ?? []).map {
        Unprovoked(
          rule: try rule($0["rule"]), text: $0["text"]?.text, version: $0["version"]?.text,
          reason: $0["reason"]?.text ?? "")
      },
      methods: (json["methods"]?.items ?? []).map {
        Silence(
          name: $0["method"]?.text ?? "", speaker: $0["from"]?.text ?? "",
          reason: $0["reason"]?.text ?? "")
      },
      extensions: (json["extensions"]?.items ?? []).map {
        Silence(name: $0["extension"]?.text ?? "", reason: $0["reason"]?.text ?? "")
      },
      silent: try (json["silent"]?.items ?? []).reduce(into: [:]) {
        $0[try rule($1["rule"])] = $1["scenarios"]?.items?.compactMap(\.text) ?? []
      })
  }

  func reason(method: String, _ speaker: Speaker) -> String? {
    methods.first { $0.name == method && $0.speaker == speaker.rawValue }?.reason
  }

  func reason(extension title: String) -> String? {
    extensions.first { $0.name == title }?.reason
  }

  /// Why no scenario has the reply.
  func reason(_ rule: RuleName, _ reply: RuleReply) -> String? {
    CoveredScenario.versions.lazy.compactMap { reason(rule, reply, version: $0) }.first
  }

  /// Why no scenario of that version has the reply.
  func reason(_ rule: RuleName, _ reply: RuleReply, version: String) -> String? {
    unprovoked.first { entry in
      entry.rule == rule && (entry.text ?? reply.words) == reply.words
        && (entry.version ?? version) == version
    }?.reason
  }
}
