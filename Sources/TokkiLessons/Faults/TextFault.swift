import TokkiLanguage

/// What can be wrong with `en.md` and `ko.md`.
enum TextFault: Hashable, Sendable {
  /// What has texts under its key.
  enum Noun: String, Hashable, Sendable {
    case step
    case goal
    case mistake

    var korean: String {
      switch self {
      case .step: "단계"
      case .goal: "목표"
      case .mistake: "실수"
      }
    }
  }

  // Form
  case secondTitle
  case badStepHeading
  case emptyStepTitle
  case noSuchPart(String)
  case partTwice(String)
  case fencedPoint
  case textBeforeTitle
  case hintWithoutNumber
  case pointWithoutKey(part: String)
  case nothingToContinue
  case openFence
  case openComment
  case noTitle

  // What belongs to the steps
  case emptyIntroduction
  case emptyPart(step: String, part: String)
  case fewHints(step: String)
  case fewerHints(step: String)
  case emptyHint(step: String, number: Int)
  case noText(Noun, String)
  case twice(Noun, String)
  case unknown(Noun, String)
  case emptyText(Noun, String)
  case sentenceOfAnother(mistake: String)
  /// Another language is shown instead.
  case languageMissing(Language)
  case noLanguage

  var isWarning: Bool { if case .languageMissing = self { true } else { false } }

  var words: FaultWords {
    switch self {
    case .secondTitle, .badStepHeading, .emptyStepTitle, .noSuchPart, .partTwice, .fencedPoint,
      .textBeforeTitle, .hintWithoutNumber, .pointWithoutKey, .nothingToContinue, .openFence,
      .openComment, .noTitle:
      wordsOfForm
    case .emptyIntroduction, .emptyPart, .fewHints, .fewerHints, .emptyHint, .noText, .twice,
      .unknown, .emptyText, .sentenceOfAnother, .languageMissing, .noLanguage:
      wordsOfContent
    }
  }

  private var wordsOfForm: FaultWords {
    switch self {
    case .secondTitle:
      FaultWords(
        "a lesson has one title, at the top", "Use \"## STEP: title\" for a step.",
        korean: "레슨의 제목은 맨 위에 하나만 있습니다", "단계에는 \"## STEP: 제목\"을 쓰세요.")
    case .badStepHeading:
      FaultWords(
        "a step's heading has the step's key and a title",
        "Write \"## STEP: The step's title\".",
        korean: "단계의 제목 줄에는 키와 제목이 있어야 합니다", "\"## STEP: 단계의 제목\"이라고 쓰세요.")
    case .emptyStepTitle:
      FaultWords(
        "the step's title is empty", "Write it after the colon.",
        korean: "단계의 제목이 비어 있습니다", "쌍점 뒤에 쓰세요.")
    case .noSuchPart(let name):
      FaultWords(
        "\"\(name)\" is no part of a step",
        "Its parts are task, goals, hints, mistakes, closing; they follow a step's heading.",
        korean: "단계에 \"\(name)\" 부분은 없습니다",
        "부분은 task, goals, hints, mistakes, closing이고, 단계의 제목 다음에 옵니다.")
    case .partTwice(let name):
      FaultWords(
        "the part \(name) is there already", "Put its lines together.",
        korean: "\(name) 부분이 이미 있습니다", "줄들을 한데 모으세요.")
    case .fencedPoint:
      FaultWords(
        "a point is one paragraph", "Use single backquotes in it.",
        korean: "항목은 한 문단입니다", "그 안에서는 역따옴표 하나(`)를 쓰세요.")
    case .textBeforeTitle:
      FaultWords(
        "a lesson's text begins with its title", "Write \"# Title\" first.",
        korean: "레슨의 글은 제목으로 시작합니다", "먼저 \"# 제목\"을 쓰세요.")
    case .hintWithoutNumber:
      FaultWords(
        "a hint has a number", "Write \"1. The hint\".",
        korean: "힌트에는 번호가 있어야 합니다", "\"1. 힌트\"라고 쓰세요.")
    case .pointWithoutKey(let part):
      FaultWords(
        "a point of \(part) has a key", "Write \"- KEY: the sentence\".",
        korean: "\(part)의 항목에는 키가 있어야 합니다", "\"- KEY: 문장\"이라고 쓰세요.")
    case .nothingToContinue:
      FaultWords(
        "an indented line goes on with nothing", "Begin a point first.",
        korean: "들여 쓴 줄이 이어 갈 항목이 없습니다", "먼저 항목을 시작하세요.")
    case .openFence:
      FaultWords(
        "a fence is opened and not closed", "Write ``` after the lines.",
        korean: "코드 블록이 닫히지 않았습니다", "코드 다음 줄에 ```를 쓰세요.")
    case .openComment:
      FaultWords(
        "a comment is opened and not closed", "Write --> after it.",
        korean: "주석이 닫히지 않았습니다", "주석 끝에 -->를 쓰세요.")
    case .noTitle:
      FaultWords(
        "the lesson has no title", "Write \"# Title\" at the top.",
        korean: "레슨에 제목이 없습니다", "맨 위에 \"# 제목\"을 쓰세요.")
    case .emptyIntroduction, .emptyPart, .fewHints, .fewerHints, .emptyHint, .noText, .twice,
      .unknown, .emptyText, .sentenceOfAnother, .languageMissing, .noLanguage:
      wordsOfContent
    }
  }

  private var wordsOfContent: FaultWords {
    switch self {
    case .emptyIntroduction:
      FaultWords(
        "the introduction is empty", "Write it under the title.",
        korean: "머리말이 비어 있습니다", "제목 아래에 쓰세요.")
    case .emptyPart(let step, let part):
      FaultWords(
        "\(step): the \(part) is empty", "Write it \(Self.place(of: part)).",
        korean: "\(step): \(part) 부분이 비어 있습니다", "\(Self.koreanPlace(of: part)) 쓰세요.")
    case .fewHints(let step):
      FaultWords(
        "\(step): there are too few hints", "Write from a nudge to nearly the answer, two or more.",
        korean: "\(step): 힌트가 너무 적습니다", "살짝 귀띔하는 것부터 거의 답인 것까지 둘 이상 쓰세요.")
    case .fewerHints(let step):
      FaultWords(
        "\(step): another language has more hints", "Write as many in every language.",
        korean: "\(step): 다른 언어에 힌트가 더 많습니다", "모든 언어에 같은 수로 쓰세요.")
    case .emptyHint(let step, let number):
      FaultWords(
        "\(step): hint \(number) is empty", "Write it, or take it away.",
        korean: "\(step): \(number)번 힌트가 비어 있습니다", "쓰거나 지우세요.")
    case .sentenceOfAnother(let mistake):
      FaultWords(
        "the mistake \(mistake) has the sentence of another", "Say what this one did.",
        korean: "\(mistake) 실수의 문장이 다른 실수와 같습니다", "이 실수가 무엇을 했는지 쓰세요.")
    case .languageMissing:
      FaultWords(
        "the lesson lacks this language",
        "Write the file, under the same keys as the other language.",
        korean: "이 언어로 된 글이 없습니다", "다른 언어와 같은 키로 파일을 쓰세요.")
    case .noLanguage:
      FaultWords(
        "the lesson has no text in any language", "Write this file, or ko.md.",
        korean: "어느 언어로도 글이 없습니다", "이 파일이나 ko.md를 쓰세요.")
    case .noText(let noun, let key):
      FaultWords(
        "the \(noun.rawValue) \(key) has no text here",
        "Write it under that key, as lesson.tokki has it.",
        korean: "\(key) \(noun.korean)의 글이 없습니다", "lesson.tokki에 있는 키 그대로 쓰세요.")
    case .twice(let noun, let key):
      FaultWords(
        "the \(noun.rawValue) \(key) is there twice", "Keep one.",
        korean: "\(key) \(noun.korean)가 두 번 있습니다", "하나만 남기세요.")
    case .unknown(let noun, let key):
      FaultWords(
        "lesson.tokki has no \(noun.rawValue) \(key)", "Take the text away, or correct its key.",
        korean: "lesson.tokki에 \(key) \(noun.korean)가 없습니다", "글을 지우거나 키를 고치세요.")
    case .emptyText(let noun, let key):
      FaultWords(
        "the text of the \(noun.rawValue) \(key) is empty", "Write it after the colon.",
        korean: "\(key) \(noun.korean)의 글이 비어 있습니다", "쌍점 뒤에 쓰세요.")
    case .secondTitle, .badStepHeading, .emptyStepTitle, .noSuchPart, .partTwice, .fencedPoint,
      .textBeforeTitle, .hintWithoutNumber, .pointWithoutKey, .nothingToContinue, .openFence,
      .openComment, .noTitle:
      wordsOfForm
    }
  }
}

extension TextFault {
  /// Where a part of a step is written.
  fileprivate static func place(of part: String) -> String {
    part == "explanation" ? "under the step's heading" : "under \"### \(part)\""
  }

  fileprivate static func koreanPlace(of part: String) -> String {
    part == "explanation" ? "단계의 제목 아래에" : "\"### \(part)\" 아래에"
  }
}
