// The sentences about values and expectations, and the phrases that all sentences share.
extension ErrorSentences {
  func badValue(_ text: String, _ name: String, _ expected: ParseError.ValueKind) -> Complaint {
    switch expected {
    case .number(let range):
      return wrong(text, name, numbers(range))
    case .duration(let plainIsMilliseconds):
      let kind =
        plainIsMilliseconds
        ? Localized("a time such as 5s or 500ms", "5s, 500ms 같은 시간을")
        : Localized("a time such as 500ms, 3s, 2m or 1h", "500ms, 3s, 2m, 1h 같은 시간을")
      let isBareNumber = Int64(text).map { $0 >= 0 } ?? false
      return wrong(text, name, kind, isBareNumber ? didYouMean(["\(text)s"]) : nil)
    case .assignment:
      let example = "`\(name) format=pdf`"
      return wrong(
        text, name, Localized("NAME=VALUE", "NAME=VALUE 꼴을"),
        say("For example: \(example).", "예: \(example)."))
    case .clientName:
      return wrong(
        text, name, Localized("a name that is not just a number", "숫자만은 아닌 이름을"))
    case .word(let words, let isOpen):
      let nearest = Array(EditDistance.nearest(to: text, among: words).prefix(2))
      let quoted = Quoting.quoted(text)
      let asItIs =
        isOpen && !text.isEmpty
        ? say(
          "To send it to the broker as it is, put it in quotes: \(quoted).",
          "브로커에 그대로 보내려면 따옴표로 감싸세요: \(quoted).") : nil
      let kind = Localized(
        alternatives(words, in: .english), alternatives(words, in: .korean) + " 가운데 하나를")
      return wrong(text, name, kind, didYouMean(nearest) ?? asItIs)
    case .work:
      return wrong(
        text, name, Localized("`dots` or a time such as 2s", "`dots` 또는 2s 같은 시간을"))
    case .uri(let problem): return badURI(name, problem)
    case .definition(let problem): return badDefinition(text, name, problem)
    case .shortString:
      let limit = ParseError.shortStringLimit
      return wrong(
        text, name, Localized("at most \(limit) bytes", "\(limit)바이트까지의 문자열을"),
        say("AMQP allows no more in a name or a key.", "AMQP의 이름과 키는 그보다 길 수 없습니다."))
    }
  }

  private var definitionExample: (json: String, option: String) {
    switch command {
    case .setVirtualHostLimits: ("'{\"max-queues\": 10}'", "--max-queues 10")
    case .setUserLimits: ("'{\"max-channels\": 10}'", "--max-channels 10")
    default: ("'{\"max-length\": 10}'", "--max-length 10")
    }
  }

  var missingDefinition: Complaint {
    let (json, option) = definitionExample
    return Complaint(
      say(
        "\(commandCode) needs DEFINITION: JSON such as `\(json)`, or options such as `\(option)`.",
        "\(commandCode) 명령에 DEFINITION 자리가 비어 있습니다: `\(json)` 같은 JSON이나 `\(option)` 같은 "
          + "옵션을 쓰세요."))
  }

  private func badDefinition(
    _ text: String, _ name: String, _ problem: ParseError.DefinitionProblem
  ) -> Complaint {
    let example = "`\(definitionExample.json)`"
    let option = "`\(definitionExample.option)`"
    let advice = say(
      "Or write it in options: \(option).", "옵션으로 써도 됩니다: \(option).")
    switch problem {
    case .notAnObject:
      return wrong(
        text, name, Localized("an object of JSON such as \(example)", "\(example) 같은 JSON 객체를"),
        advice)
    case .malformed:
      return Complaint(
        say(
          "\(name) is JSON such as \(example); here it goes wrong.",
          "\(name) 자리에는 \(example) 같은 JSON을 씁니다. 이 부분이 맞지 않습니다."),
        advice)
    }
  }

  private func numbers(_ range: ClosedRange<Int64>) -> Localized {
    switch (range.lowerBound, range.upperBound) {
    case (Int64.min, Int64.max): Localized("a whole number", "정수를")
    case (let low, Int64.max): Localized("a number from \(low)", "\(low) 이상의 수를")
    case (let low, let high):
      Localized("a number from \(low) to \(high)", "\(low)에서 \(high)까지의 수를")
    }
  }

  private func wrong(
    _ text: String, _ name: String, _ kind: Localized, _ advice: String? = nil
  ) -> Complaint {
    // `flow on|off`: the words themselves are no name for their place.
    let hasLetters = name.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    let name = name.contains("|") ? commandCode : hasLetters ? code(name) : name
    return Complaint(
      say(
        "\(name) takes \(kind.english), not \(code(text)).",
        "\(name) 자리에는 \(kind.korean) 씁니다. \(code(text)) 값은 맞지 않습니다."),
      advice)
  }

  func badExpectation(_ problem: ParseError.ExpectationProblem) -> Complaint {
    switch problem {
    case .missingSubject:
      let example = "`expect queue task_queue ready 0`"
      return Complaint(
        say("`expect` needs a claim.", "`expect` 다음에 확인할 내용이 필요합니다."),
        say("For example: \(example).", "예: \(example)."))
    case .unknownSubject(let word, let nearest):
      return Complaint(
        say("Nothing can be expected of \(code(word)).", "\(code(word)): 확인할 수 있는 대상이 아닙니다."),
        didYouMean(nearest)
          ?? say("`help expect` lists what can be.", "`help expect` 하면 대상을 볼 수 있습니다."))
    case .missingValue(let after):
      let subject = ObjectForm.Word(rawValue: after).flatMap(ObjectForm.form(of:))
      return Complaint(
        say("\(code(after)) needs a value.", "\(code(after)) 다음에 값이 필요합니다."),
        subject.map { say("Usage:", "사용법:") + " expect \($0.word.rawValue) \($0.usage)" })
    case .unknownPredicate(let word, let subject, let choices):
      return unknownPredicate(word, subject, choices)
    }
  }

  private func unknownPredicate(
    _ word: String, _ subject: String, _ choices: [String]
  ) -> Complaint {
    let problem = say(
      "\(code(word)) says nothing about \(code(subject)).",
      "\(code(subject)) 대상에 \(code(word)) 조건은 없습니다.")
    let nearest = EditDistance.nearest(to: word, among: choices).prefix(3)
    if !nearest.isEmpty { return Complaint(problem, didYouMean(Array(nearest))) }
    guard !choices.isEmpty else { return Complaint(problem) }
    let list = choices.joined(separator: ", ")
    let takesBody = choices.contains("body")
    return Complaint(
      problem,
      say("It takes: \(list).", "쓸 수 있는 말: \(list).")
        + (takesBody ? say(" A body goes in quotes.", " 본문은 따옴표로 감쌉니다.") : ""))
  }

  // MARK: Phrases

  func say(_ english: String, _ korean: String) -> String {
    Localized(english, korean)[language]
  }

  /// The text as code: escaped, and cut where it is long.
  func code(_ text: String) -> String {
    let text = withoutPasswords(text)
    let scalars = text.unicodeScalars
    let shown =
      scalars.count > 40 ? String(String.UnicodeScalarView(scalars.prefix(39))) + "…" : text
    return "`\(Quoting.isPlain(shown) ? shown : Quoting.quoted(shown))`"
  }

  var commandCode: String { command.map { code($0.rawValue) } ?? say("this", "이") }

  var usage: String? {
    guard let command, let form = Grammar.form(of: command) else { return nil }
    return say("Usage:", "사용법:") + " \(form.usage)"
  }

  func didYouMean(_ words: [String]) -> String? {
    guard !words.isEmpty else { return nil }
    let list = alternatives(words)
    return say("Did you mean \(list)?", "혹시 \(list)인가요?")
  }

  /// `a`, `b` or `c`.
  func alternatives(_ words: [String]) -> String { alternatives(words, in: language) }

  private func alternatives(_ words: [String], in language: Language) -> String {
    let codes = words.map(code)
    guard let last = codes.last, codes.count > 1 else { return codes.joined() }
    let or = Localized(" or ", " 또는 ")[language]
    return codes.dropLast().joined(separator: ", ") + or + last
  }
}
