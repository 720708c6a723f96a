/// Turns the parser's facts into sentences.
struct ErrorSentences {
  let language: Language
  let command: CommandName?

  func complaint(_ reason: ParseError.Reason) -> Complaint {
    switch reason {
    case .unknownCommand(let word, let nearest): unknownCommand(word, nearest)
    case .unknownSubcommand(let word, let after, let choices, let meant):
      unknownSubcommand(word, after, choices, meant: meant)
    case .unknownOption(let option, let nearest): unknownOption(option, nearest)
    case .repeatedOption(let option): repeatedOption(option)
    case .missingParameter(let name): missingParameter(name)
    case .unexpectedWord(let word): unexpectedWord(word)
    case .missingOptionValue(let option, let placeholder):
      missingOptionValue(option, placeholder)
    case .needlessOptionValue(let option): needlessOptionValue(option)
    case .badValue(let text, let name, let expected): badValue(text, name, expected)
    case .contradiction(let first, let second): contradiction(first, second)
    case .badEscape(let escape): badEscape(escape)
    case .typographicQuote(let mark): typographicQuote(mark)
    case .typographicDash(let dash): typographicDash(dash)
    case .badExpectation(let problem): badExpectation(problem)
    case .lineTooLong(let limit):
      Complaint(say("The line is longer than \(limit) bytes.", "한 줄이 \(limit)바이트를 넘습니다."))
    }
  }

  // MARK: Commands

  private func unknownCommand(_ word: String, _ nearest: [String]) -> Complaint {
    let isProgram = word.utf8.contains(UInt8(ascii: "("))
    let word = code(word)
    if isProgram && nearest.isEmpty {
      return Complaint(
        say("\(word) is a line of a program.", "\(word): 프로그램의 한 줄 같습니다."),
        say(
          "Here you type commands: `declare queue hello`. `help` lists them.",
          "여기서는 명령을 씁니다: `declare queue hello`. `help`로 볼 수 있습니다."))
    }
    return Complaint(
      say("There is no command \(word).", "\(word) 명령은 없습니다."),
      didYouMean(nearest) ?? say("`help` lists the commands.", "`help`로 명령을 볼 수 있습니다."))
  }

  private func unknownSubcommand(
    _ word: String?, _ after: String, _ choices: [String], meant: String?
  ) -> Complaint {
    let list = alternatives(choices)
    guard let word else {
      return Complaint(
        say("\(code(after)) goes on with \(list).", "\(code(after)) 다음에 올 말: \(list)."),
        after == "clear"
          ? say("Ctrl-L clears the screen.", "화면은 Ctrl-L로 지웁니다.") : nil)
    }
    let problem = say(
      "After \(code(after)) comes \(list), not \(code(word)).",
      "\(code(after)) 다음에 올 말은 \(list)입니다. \(code(word)) 자리가 아닙니다.")
    if let meant { return Complaint(problem, say("Try `\(meant)`.", "예: `\(meant)`")) }
    if let nearest = EditDistance.nearest(to: word, among: choices).first {
      return Complaint(problem, didYouMean(["\(after) \(nearest)"]))
    }
    guard let first = choices.first, let form = Grammar.exactForm(["\(after) \(first)"]) else {
      return Complaint(problem)
    }
    let shown = "\(after) \(first)" + (form.parameters.isEmpty ? "" : " \(Quoting.word(word))")
    return Complaint(problem, say("Try `\(shown)`.", "예: `\(shown)`"))
  }

  private func unexpectedWord(_ word: String) -> Complaint {
    let problem = say(
      "\(commandCode) has no place for \(code(word)).",
      "\(commandCode) 명령에 \(code(word)) 자리는 없습니다.")
    if word.utf8.first == UInt8(ascii: "#") {
      return Complaint(
        problem, say("A comment has a space after its #.", "주석은 # 다음에 한 칸을 띄웁니다."))
    }
    if word.utf8.first == UInt8(ascii: "-") {
      return Complaint(
        problem,
        say(
          "Options are written out, with two dashes: `--durable`.",
          "옵션은 빼기표 두 개와 온전한 이름으로 씁니다: `--durable`."))
    }
    if command == .publish || command == .call {
      return Complaint(
        problem,
        say(
          "A body of several words goes in quotes: \"disk full\".",
          "여러 단어로 된 본문은 따옴표로 감싸세요: \"disk full\"."))
    }
    if command == .consume {
      let name = "`as \(Quoting.word(word))`"
      return Complaint(
        problem,
        say("The consumer's name is written \(name).", "컨슈머 이름은 이렇게 씁니다: \(name)."))
    }
    return Complaint(problem, usage)
  }

  private func missingParameter(_ name: String) -> Complaint {
    let problem = say(
      "\(commandCode) needs \(name).", "\(commandCode) 명령에 \(name) 자리가 비어 있습니다.")
    if (command == .publish || command == .call) && name == "BODY" {
      return Complaint(
        problem,
        say(
          "To a queue by its name: `\(command?.rawValue ?? "publish") \"\" QUEUE BODY`.",
          "큐의 이름으로 바로 보내려면: `\(command?.rawValue ?? "publish") \"\" QUEUE BODY`."))
    }
    if command == .list && name == "QUEUE" {
      return Complaint(problem, say("Usage:", "사용법:") + " list messages QUEUE")
    }
    if name == "DEFINITION" { return missingDefinition }
    let form = command.flatMap { Grammar.form(of: $0) }
    if case .choice(let words, _) = form?.parameters.first(where: { $0.name == name })?.slot {
      return Complaint(
        problem, say("It is one of \(alternatives(words)).", "쓸 수 있는 말: \(alternatives(words))."))
    }
    return Complaint(problem, usage)
  }

  // MARK: Options

  private func unknownOption(_ option: String, _ nearest: [String]) -> Complaint {
    let option = code(option)
    let help = command.map { "`help \($0.rawValue)`" } ?? "`help`"
    return Complaint(
      say("\(commandCode) has no option \(option).", "\(commandCode) 명령에 \(option) 옵션은 없습니다."),
      didYouMean(nearest) ?? say("\(help) lists its options.", "\(help) 하면 옵션을 볼 수 있습니다."))
  }

  private func repeatedOption(_ option: String) -> Complaint {
    Complaint(
      say("\(code(option)) is there twice.", "\(code(option)) 옵션이 두 번 나옵니다."),
      say("Leave one of them out.", "하나만 남기세요."))
  }

  private func missingOptionValue(_ option: String, _ placeholder: String) -> Complaint {
    let example = "`\(option) \(placeholder)`"
    return Complaint(
      say(
        "\(code(option)) needs a value: \(example).",
        "\(code(option)) 다음에 값이 필요합니다: \(example)."),
      option == "as"
        ? say(
          "To mean the word itself, put it in quotes: \"as\".",
          "단어 그대로 쓰려면 따옴표로 감싸세요: \"as\".")
        : nil)
  }

  private func needlessOptionValue(_ option: String) -> Complaint {
    Complaint(
      say("\(code(option)) takes no value.", "\(code(option)) 옵션에는 값을 쓰지 않습니다."),
      say(
        "The option alone means yes; to say no, leave it out.",
        "옵션만 쓰면 켜지고, 원하지 않으면 빼면 됩니다."))
  }

  private func contradiction(_ first: String, _ second: String) -> Complaint {
    Complaint(
      say(
        "\(code(first)) and \(code(second)) exclude each other.",
        "함께 쓸 수 없습니다: \(code(first)), \(code(second))."),
      say("Leave one of them out.", "하나만 남기세요."))
  }

  // MARK: Text

  private func badEscape(_ escape: String) -> Complaint {
    Complaint(
      say("\(code(escape)) is no escape.", "\(code(escape)): 그런 이스케이프는 없습니다."),
      say(
        #"There are \n \t \r \0 \e \" \' \\ and \u{1F407}; in '…' a backslash is just itself."#,
        #"\n \t \r \0 \e \" \' \\ \u{1F407} 가운데서 쓰세요. '…' 안에서는 \도 글자 그대로입니다."#))
  }

  private func typographicQuote(_ mark: Character) -> Complaint {
    Complaint(
      say("\(mark) is no quotation mark here.", "\(mark) 모양은 여기서 따옴표가 아닙니다."),
      say(
        "Type \" or ' (text from a web page often has the curly ones).",
        "\" 또는 '를 직접 입력하세요 (웹에서 복사한 글에는 둥근 따옴표가 많습니다)."))
  }

  private func typographicDash(_ dash: Character) -> Complaint {
    Complaint(
      say("\(dash) does not begin an option.", "\(dash) 모양으로는 옵션을 시작할 수 없습니다."),
      say("Type two hyphens: --durable.", "하이픈을 두 번 입력하세요: --durable."))
  }
}
