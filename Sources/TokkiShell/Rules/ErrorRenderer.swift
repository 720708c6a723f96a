import AMQPModel
import TokkiBroker
import TokkiLanguage

/// Errors explained: the rule in words, what was asked and what stands against it, the way out,
/// and where RabbitMQ's documentation says so.
extension Renderer {
  func lines(_ explanation: ErrorExplanation) -> [StyledLine] {
    switch explanation.question {
    case .happened(let exception): lines(exception, hasHappened: true)
    case .text(let exception): lines(exception, hasHappened: false)
    case .code(let code): lines(code, rules: explanation.rules)
    case .rule(let name): lines(name)
    case .words(let words, let names):
      wrapped([speaker.say(ErrorPhrase.found, ["words": StyledLine(words)])]) + list(names)
    }
  }

  private func lines(_ exception: ExceptionAnswer, hasHappened: Bool) -> [StyledLine] {
    var lines = wrapped([bad + StyledLine("\(exception.code) \(exception.text)", .bad)])
    var sentences: [StyledLine] = []
    let code = ReplyCode(rawValue: exception.code)
    if let name = exception.rule {
      sentences.append("  " + StyledLine(RuleWords[name].rule[language]))
    } else {
      sentences.append("  " + speaker.say(ErrorPhrase.unknownText))
      if let code { sentences.append("  " + speaker.say(CodePhrase(code))) }
    }
    if hasHappened, let method = exception.method {
      sentences.append("  " + asked(exception, method))
    }
    lines += wrapped(sentences) + facts(exception)
    lines += wrapped(["  " + effect(code, isConnection: exception.closesConnection)])
    if let name = exception.rule {
      lines += wrapped(cure(name, tries: exception.suggestions) + sources(name))
    }
    return lines
  }

  private func asked(_ exception: ExceptionAnswer, _ method: String) -> StyledLine {
    let client = client(exception.client.text)
    return exception.channel == 0
      ? speaker.say(
        ErrorPhrase.askedOnConnection, ["method": StyledLine(method), "client": client])
      : speaker.say(
        ErrorPhrase.asked,
        ["method": StyledLine(method), "channel": "\(exception.channel)", "client": client])
  }

  /// What the text says of the case at hand, a line for each fact.
  private func facts(_ exception: ExceptionAnswer) -> [StyledLine] {
    let facts = exception.facts.filter { $0.name != "vhost" || $0.value != "/" }.compactMap {
      fact in
      FactPhrase(rawValue: fact.name).map { (speaker.say($0, .quiet), fact) }
    }
    let widest = facts.reduce(0) { max($0, $1.0.width) }
    return facts.map { label, fact in
      let value = VisibleText.shortened(VisibleText.name(fact.value), cells: 60)
      var line = "    " + label.padded(to: widest) + "  " + StyledLine(value, ink(of: fact.name))
      if fact.name == "type", let words = TypeWords.of(fact.value) {
        line += StyledLine(" (\(words[language]))", .quiet)
      }
      return line
    }
  }

  private func ink(of fact: String) -> Ink {
    switch fact {
    case "queue": .queue
    case "exchange": .exchange
    case "received": .bad
    case "current": .good
    default: .plain
    }
  }

  private func effect(_ code: ReplyCode?, isConnection: Bool) -> StyledLine {
    if let code, code.returnsMessage {
      return speaker.say(ErrorPhrase.returnsMessage)
    }
    return speaker.say(isConnection ? ErrorPhrase.closesConnection : ErrorPhrase.closesChannel)
  }

  private func cure(_ name: RuleName, tries: [String]) -> [StyledLine] {
    let cure = StyledLine(RuleWords[name].cure[language])
    var lines = ["  " + speaker.say(ErrorPhrase.wayOut, ["cure": cure])]
    if let first = tries.first {
      lines.append("  " + line(tryNext(first), tries.dropFirst().map(command)))
    }
    return lines
  }

  private func sources(_ name: RuleName) -> [StyledLine] {
    guard let rule = ExceptionRule.named(name) else { return [] }
    let page = rule.guide.section.map { "\(rule.guide.page): \($0)" } ?? rule.guide.page
    let read = speaker.say(
      ErrorPhrase.read,
      ["page": StyledLine(page), "address": StyledLine(rule.guide.address)])
    let origin = speaker.say(ErrorPhrase.origin, ["origin": StyledLine(rule.origin)])
    return ["  " + read, "  " + origin.inked(.quiet)]
  }

  // MARK: Codes and rules

  private func lines(_ code: ReplyCode, rules: [RuleName]) -> [StyledLine] {
    var lines = [StyledLine("\(code.rawValue) \(code.name)", .heading)]
    lines += wrapped([
      "  " + speaker.say(CodePhrase(code)),
      "  " + effect(code, isConnection: code.isConnectionError),
    ])
    if rules.isEmpty { return lines }
    lines.append("  " + speaker.say(ErrorPhrase.rules))
    lines += list(rules)
    return lines
  }

  /// Each rule's name and its sentence.
  private func list(_ names: [RuleName]) -> [StyledLine] {
    let lines = names.flatMap { name in
      [
        "  " + StyledLine(name.rawValue, .heading),
        "    " + StyledLine(RuleWords[name].rule[language]),
      ]
    }
    let next = names.first.map { ["  " + tryNext("explain error \($0.rawValue)")] } ?? []
    return wrapped(lines + next)
  }

  private func lines(_ name: RuleName) -> [StyledLine] {
    guard let rule = ExceptionRule.named(name) else { return [] }
    var lines = [
      StyledLine(name.rawValue, .heading), "  " + StyledLine(RuleWords[name].rule[language]),
    ]
    lines.append("  " + speaker.say(ErrorPhrase.texts))
    for reply in rule.replies {
      var line = "    " + StyledLine("\(reply.code.map { "\($0.rawValue) " } ?? "")\(reply.words)")
      if let version = reply.version {
        line += "  " + speaker.say(ErrorPhrase.only, ["version": StyledLine(version)]).inked(.quiet)
      }
      lines.append(line)
    }
    if !rule.methods.isEmpty {
      let methods = StyledLine(rule.methods.joined(separator: ", "))
      lines.append("  " + speaker.say(ErrorPhrase.methods, ["methods": methods]))
    }
    return wrapped(lines + cure(name, tries: RuleWords[name].tries([:])) + sources(name))
  }
}

/// RabbitMQ's words for the types of field values.
enum TypeWords {
  static func of(_ type: String) -> Localized? {
    switch type {
    case "longstr": Localized("a string", "문자열")
    case "byte", "short", "signedint", "long", "unsignedbyte", "unsignedshort", "unsignedint":
      Localized("an integer", "정수")
    case "bool": Localized("a boolean", "불리언")
    case "float", "double", "decimal": Localized("a number with a fraction", "소수")
    case "table": Localized("a table", "테이블")
    case "array": Localized("a list", "목록")
    case "timestamp": Localized("a time", "시각")
    case "void": Localized("nothing", "값 없음")
    case "binary": Localized("bytes", "바이트")
    default: nil
    }
  }
}
