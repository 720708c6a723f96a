/// Writes help pages from the grammar table.
struct HelpWriter {
  let language: Language

  func overview() -> [HelpPage.Part] {
    var parts: [HelpPage.Part] = [
      .paragraph(
        say(
          "`help GROUP` or `help COMMAND` tells more, `concept TERM` explains a term. "
            + "Tab completes.",
          "`help 그룹`이나 `help 명령`으로 더 볼 수 있고, `concept 용어`는 용어를 설명합니다. Tab은 입력을 완성합니다."))
    ]
    parts.append(.blank)
    parts += HelpGroup.allCases.map { group in
      .entry(term: group.rawValue, meaning: Self.shortened(Self.names(in: group)))
    }
    parts.append(.heading(say("To begin with:", "이렇게 시작해 보세요:")))
    parts.append(
      .example(["declare queue hello", "publish \"\" hello \"Hello World!\"", "get hello"]))
    return parts
  }

  func group(_ group: HelpGroup) -> [HelpPage.Part] {
    var parts: [HelpPage.Part] = [.heading("\(group.rawValue): \(group.title[language])")]
    for form in Grammar.all where form.group == group {
      parts.append(.entry(term: form.name.rawValue, meaning: form.summary[language]))
    }
    if let note = group.note { parts += [.blank, .paragraph(note[language])] }
    return parts
  }

  func several(_ names: [CommandName]) -> [HelpPage.Part] {
    names.compactMap { Grammar.form(of: $0) }.map { form in
      .entry(term: form.name.rawValue, meaning: form.summary[language])
    }
  }

  func command(_ form: CommandForm) -> [HelpPage.Part] {
    var parts: [HelpPage.Part] = [.heading(form.usage), .paragraph(form.summary[language])]
    if let note = form.note { parts.append(.paragraph(note[language])) }
    if !form.methods.isEmpty {
      let methods = form.methods.joined(separator: ", ")
      parts.append(.paragraph(say("Sends: \(methods)", "보내는 AMQP 메서드: \(methods)")))
    }
    let others = form.aliases.filter { !form.methods.contains($0) }
    if !others.isEmpty {
      let aliases = others.joined(separator: ", ")
      parts.append(.paragraph(say("Also written: \(aliases)", "다른 표기: \(aliases)")))
    }
    let options = form.allOptions.filter(\.isListed)
    if !options.isEmpty {
      parts.append(.heading(say("Options:", "옵션:")))
      parts += options.map { .entry(term: $0.usage, meaning: $0.meaning[language]) }
    }
    if form.name == .expect { parts += expectations() }
    parts.append(.heading(say("Example:", "예:")))
    parts.append(.example(form.example))
    return parts
  }

  private func expectations() -> [HelpPage.Part] {
    var parts: [HelpPage.Part] = [.heading(say("What can be expected:", "확인할 수 있는 것:"))]
    for form in ObjectForm.all {
      let term = form.usage.isEmpty ? form.word.rawValue : "\(form.word.rawValue) \(form.usage)"
      parts.append(.entry(term: term, meaning: form.meaning[language]))
    }
    parts.append(.heading(say("What can be said of it:", "그 대상에 대해 말할 수 있는 것:")))
    for form in ObjectForm.all {
      let words = Self.ownPredicates(of: form)
      if words.isEmpty { continue }
      parts.append(.entry(term: form.word.rawValue, meaning: words.joined(separator: ", ")))
    }
    let ofMessages = PredicateForm.message.map(\.word).joined(separator: ", ")
    parts.append(.entry(term: say("any message", "모든 메시지"), meaning: ofMessages))
    parts.append(.blank)
    parts.append(
      .paragraph(
        say(
          """
          A number may be compared: 3, >= 3, at least 3, at most 3, more than 3, fewer than 3.
          A text in quotes is a message's body, or a part of an error's text; `body containing "x"`
          takes a part. `not` before a condition or before the whole turns it round.
          """,
          """
          수는 비교할 수 있습니다: 3, >= 3, at least 3, at most 3, more than 3, fewer than 3.
          따옴표 안의 글은 메시지 본문, 또는 오류 글의 일부입니다. `body containing "x"`는 일부만
          맞으면 됩니다. 조건이나 전체 앞에 `not`을 쓰면 반대가 됩니다.
          """)))
    return parts
  }

  /// The conditions that the usage does not show, of messages those that not every message has.
  private static func ownPredicates(of form: ObjectForm) -> [String] {
    let isMessage = form.isHistory || form.word == .message
    return form.predicates.map(\.word).filter { word in
      let isShared = isMessage && PredicateForm.message.contains { $0.word == word }
      return !isShared && !form.usage.contains("[\(word) ")
    }
  }

  private static func names(in group: HelpGroup) -> [String] {
    Grammar.all.filter { $0.group == group }.map(\.name.rawValue)
  }

  /// `declare queue|exchange, purge`: neighbours that begin with the same word are put together.
  private static func shortened(_ names: [String]) -> String {
    var groups: [(first: String, seconds: [String])] = []
    for name in names {
      let words = name.split(separator: " ", maxSplits: 1).map(String.init)
      let first = words.first ?? name
      let second = words.count > 1 ? words.last : nil
      let isShort = { (word: String) in !word.contains(" ") }
      if let second, groups.last?.first == first, groups.last?.seconds.isEmpty == false,
        ([second] + (groups.last?.seconds ?? [])).allSatisfy(isShort)
      {
        groups[groups.count - 1].seconds.append(second)
      } else {
        groups.append((first, second.map { [$0] } ?? []))
      }
    }
    return groups.map { group in
      ([group.first] + (group.seconds.isEmpty ? [] : [group.seconds.joined(separator: "|")]))
        .joined(separator: " ")
    }
    .joined(separator: ", ")
  }

  private func say(_ english: String, _ korean: String) -> String {
    Localized(english, korean)[language]
  }
}
