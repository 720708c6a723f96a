/// What can be wrong with the form of `lesson.tokki`.
enum StepFault: Hashable, Sendable {
  case noHeading(String)
  case badStep
  case repeatedStep(String)
  case headingBeforeStep(String)
  case mistakeBeforeStep
  case lineBeforeStep
  case longHeading(String)
  case headingTwice(step: String, String)
  case badMistake
  case repeatedMistake(String)
  case noHeadingAbove
  case goalWithoutKey
  case badFree
  case noSuchMutation(String, known: [String])
  case noSteps
  case noGoals(step: String)
  case noSolution(step: String)
  case noSuchGoal(step: String, goal: String)
  case noSign(mistake: String)
  case noAttempt(mistake: String)

  var words: FaultWords {
    switch self {
    case .noHeading, .headingBeforeStep, .mistakeBeforeStep, .lineBeforeStep, .longHeading,
      .headingTwice, .noHeadingAbove, .goalWithoutKey, .badFree, .noSuchMutation:
      lineWords
    case .badStep, .repeatedStep, .badMistake, .repeatedMistake, .noSteps, .noGoals, .noSolution,
      .noSuchGoal, .noSign, .noAttempt:
      wholeWords
    }
  }

  private var lineWords: FaultWords {
    switch self {
    case .noHeading(let word):
      FaultWords(
        "\"\(word)\" is no heading",
        "Headings are step, setup, goals, solution, free, mistake; "
          + "indent the lines that belong to one.",
        korean: "\"\(word)\" 제목은 없습니다",
        "제목은 step, setup, goals, solution, free, mistake입니다. 제목에 딸린 줄은 들여 쓰세요.")
    case .headingBeforeStep(let word):
      FaultWords(
        "\(word) stands before the first step", "Write \"step KEY\" above.",
        korean: "\(word): 첫 단계보다 앞에 있습니다", "위에 \"step KEY\"를 쓰세요.")
    case .mistakeBeforeStep:
      FaultWords(
        "a mistake stands before the first step", "Write \"step KEY\" above.",
        korean: "실수(mistake)가 첫 단계보다 앞에 있습니다", "위에 \"step KEY\"를 쓰세요.")
    case .lineBeforeStep:
      FaultWords(
        "a line stands before the first step", "Write \"step KEY\" above.",
        korean: "줄이 첫 단계보다 앞에 있습니다", "위에 \"step KEY\"를 쓰세요.")
    case .longHeading(let word):
      FaultWords(
        "\(word) is a heading of one word", "Indent what belongs to it.",
        korean: "\(word): 한 단어로 된 제목입니다", "딸린 것은 다음 줄에 들여 쓰세요.")
    case .headingTwice(let step, let word):
      FaultWords(
        "the step \(step) has \(word) twice", "Put the lines together.",
        korean: "\(step) 단계에 \(word) 제목이 두 번 있습니다", "줄들을 한데 모으세요.")
    case .noHeadingAbove:
      FaultWords(
        "the line belongs to no heading",
        "Write setup, goals, solution or mistake above it, at the margin.",
        korean: "어느 제목에도 딸리지 않은 줄입니다",
        "위에 setup, goals, solution, mistake 가운데 하나를 들여쓰기 없이 쓰세요.")
    case .goalWithoutKey:
      FaultWords(
        "a goal has a key", "Write \"KEY: expect …\".",
        korean: "목표에는 키가 있어야 합니다", "\"KEY: expect …\"라고 쓰세요.")
    case .badFree:
      FaultWords(
        "what a learner is free in has a reason", "Write \"MUTATION: why it does not matter\".",
        korean: "free에는 이유가 있어야 합니다", "\"변형: 상관없는 이유\"라고 쓰세요.")
    case .noSuchMutation(let word, let known):
      FaultWords(
        "there is no mutation \(word)", "There are: \(known.joined(separator: ", ")).",
        korean: "\(word) 변형은 없습니다", "있는 것: \(known.joined(separator: ", ")).")
    case .badStep, .repeatedStep, .badMistake, .repeatedMistake, .noSteps, .noGoals, .noSolution,
      .noSuchGoal, .noSign, .noAttempt:
      wholeWords
    }
  }

  private var wholeWords: FaultWords {
    switch self {
    case .badStep:
      FaultWords(
        "a step has one key of lower-case letters, digits and hyphens", "Write \"step KEY\".",
        korean: "단계의 키는 하나이고, 영문 소문자와 숫자와 붙임표로 씁니다", "\"step KEY\"라고 쓰세요.")
    case .repeatedStep(let key):
      FaultWords(
        "the step \(key) is there already", "Give each step a key of its own.",
        korean: "\(key) 단계가 이미 있습니다", "단계마다 다른 키를 주세요.")
    case .badMistake:
      FaultWords(
        "a mistake names itself and the goal that stays open",
        "Write \"mistake KEY leaves GOAL open\".",
        korean: "실수(mistake)에는 자기 키와 이루지 못하는 목표의 키가 있어야 합니다",
        "\"mistake KEY leaves GOAL open\"이라고 쓰세요.")
    case .repeatedMistake(let key):
      FaultWords(
        "the mistake \(key) is there already", "Give each mistake of a step a key of its own.",
        korean: "\(key) 실수가 이미 있습니다", "한 단계의 실수마다 다른 키를 주세요.")
    case .noSteps:
      FaultWords(
        "a lesson has steps", "Write \"step KEY\", then its goals and its solution.",
        korean: "레슨에는 단계가 있어야 합니다", "\"step KEY\"를 쓰고 그 아래에 goals와 solution을 쓰세요.")
    case .noGoals(let step):
      FaultWords(
        "the step \(step) has no goal",
        "Write \"goals\" under it, then \"KEY: expect …\", one a line, indented.",
        korean: "\(step) 단계에 목표가 없습니다",
        "그 아래에 \"goals\"를 쓰고, \"KEY: expect …\"를 한 줄에 하나씩 들여 쓰세요.")
    case .noSolution(let step):
      FaultWords(
        "the step \(step) has no solution",
        "Write \"solution\" under it, then the lines that reach its goals, indented.",
        korean: "\(step) 단계에 풀이가 없습니다",
        "그 아래에 \"solution\"을 쓰고, 목표를 이루는 줄들을 들여 쓰세요.")
    case .noSuchGoal(let step, let goal):
      FaultWords(
        "the step \(step) has no goal \(goal)", "Name the goal that the mistake leaves open.",
        korean: "\(step) 단계에 \(goal) 목표가 없습니다", "실수가 이루지 못하게 하는 목표를 적으세요.")
    case .noSign(let mistake):
      FaultWords(
        "the mistake \(mistake) has no sign",
        "Write \"sign: expect …\": what is so when it was made.",
        korean: "\(mistake) 실수에 표지가 없습니다",
        "\"sign: expect …\"라고 쓰세요. 그 실수를 했을 때 성립하는 것입니다.")
    case .noAttempt(let mistake):
      FaultWords(
        "nothing makes the mistake \(mistake)", "Write the lines that do.",
        korean: "\(mistake) 실수를 저지르는 줄이 없습니다", "실수가 되는 명령들을 쓰세요.")
    case .noHeading, .headingBeforeStep, .mistakeBeforeStep, .lineBeforeStep, .longHeading,
      .headingTwice, .noHeadingAbove, .goalWithoutKey, .badFree, .noSuchMutation:
      lineWords
    }
  }
}
