import AMQPModel
import TokkiBroker
import TokkiLanguage

extension ErrorExplanation {
  var json: JSONValue {
    switch question {
    case .happened(let exception), .text(let exception): json(exception)
    case .code(let code): json(code: code, words: nil)
    case .rule, .words:
      json(code: nil, words: asked)
    }
  }

  private var asked: String? {
    if case .words(let words, _) = question { words } else { nil }
  }

  private func json(_ exception: ExceptionAnswer) -> JSONValue {
    let code = ReplyCode(rawValue: exception.code)
    var hasHappened = false
    if case .happened = question { hasHappened = true }
    return .part(
      "error",
      [
        "code": .integer(Int64(exception.code)), "name": code.map { .string($0.name) },
        "closes": exception.closesConnection ? "connection" : "channel",
        "text": .string(exception.text), "happened": .boolean(hasHappened),
        "client": hasHappened ? .string(exception.client.text) : nil,
        "channel": hasHappened ? .integer(Int64(exception.channel)) : nil,
        "method": exception.method.map(JSONValue.string),
        "facts": exception.facts.isEmpty
          ? nil
          : .object(exception.facts.map { JSONValue.Member($0.name, .string($0.value)) }),
        "rules": .array(rules.map(Self.json)),
        "try": .strings(exception.suggestions),
      ])
  }

  private func json(code: ReplyCode?, words: String?) -> JSONValue {
    .part(
      "error",
      [
        "code": code.map { .integer(Int64($0.rawValue)) }, "name": code.map { .string($0.name) },
        "closes": code.map { Self.effect($0) }, "words": words.map(JSONValue.string),
        "rules": .array(rules.map(Self.json)),
      ])
  }

  private static func effect(_ code: ReplyCode) -> JSONValue {
    if code.returnsMessage { return "nothing" }
    return code.isConnectionError ? "connection" : "channel"
  }

  private static func json(_ name: RuleName) -> JSONValue {
    let rule = ExceptionRule.named(name)
    return .object([
      "rule": .string(name.rawValue), "means": .string(RuleWords[name].rule.english),
      "wayOut": .string(RuleWords[name].cure.english),
      "replies": .array((rule?.replies ?? []).map(\.json)),
      "methods": .strings(rule?.methods ?? []),
      "guide": .string(rule?.guide.page ?? ""),
      "section": rule?.guide.section.map(JSONValue.string),
      "address": .string(rule?.guide.address ?? ""), "origin": .string(rule?.origin ?? ""),
    ])
  }
}

extension RuleReply {
  fileprivate var json: JSONValue {
    .object([
      "code": code.map { .integer(Int64($0.rawValue)) }, "text": .string(words),
      "version": version.map(JSONValue.string),
    ])
  }
}
