import TokkiLanguage
import TokkiShell

/// What can be wrong with what the lines of a step do.
enum PlayFault: Hashable, Sendable {
  case doesNothing(String)
  case claimsNothing(String)
  case notUnderstood(String, ParseError)
  case setupFails(String, Outcome)
  /// A line of a solution that does not meet its goals.
  case solutionFails(String, Outcome)
  case metFromStart(goal: String, step: String)
  case goalOpen(goal: String, miss: Verdict?)
  case mistakeOnTheWay(String)
  case lineNotNeeded(String)
  case mistakeMeetsGoal(mistake: String, goal: String)
  /// What the coach says instead, if anything.
  case mistakeNotSaid(String, instead: String?)
  /// With that line instead of the one of the solution the step is passed, too.
  case notNoticed(Mutation, line: String)
  case idleFree(Mutation)

  var isWarning: Bool {
    switch self {
    case .notNoticed, .idleFree: true
    case .doesNothing, .claimsNothing, .notUnderstood, .setupFails, .solutionFails, .metFromStart,
      .goalOpen, .mistakeOnTheWay, .lineNotNeeded, .mistakeMeetsGoal, .mistakeNotSaid:
      false
    }
  }

  var words: FaultWords {
    switch self {
    case .doesNothing, .claimsNothing, .notUnderstood, .setupFails, .solutionFails,
      .metFromStart, .goalOpen, .lineNotNeeded:
      wordsOfLines
    case .mistakeOnTheWay, .mistakeMeetsGoal, .mistakeNotSaid, .notNoticed, .idleFree:
      wordsOfMistakes
    }
  }

  private var wordsOfLines: FaultWords {
    switch self {
    case .doesNothing(let line):
      FaultWords(
        "\"\(line)\" does nothing to the broker",
        "Write a command that a learner would type, such as declare, publish, consume.",
        korean: "브로커에 아무 일도 하지 않는 줄입니다: \"\(line)\"",
        "declare, publish, consume처럼 학습자가 입력할 명령을 쓰세요.")
    case .claimsNothing(let line):
      FaultWords(
        "\"\(line)\" claims nothing", "Write \"expect …\" after the colon.",
        korean: "확인하는 것이 없는 줄입니다: \"\(line)\"", "쌍점 뒤에 \"expect …\"를 쓰세요.")
    case .notUnderstood(let line, let error):
      FaultWords(
        "the shell does not understand \"\(line)\"", error.complaint(in: .english).description,
        korean: "셸이 이해하지 못하는 줄입니다: \"\(line)\"", error.complaint(in: .korean).description)
    case .setupFails(let line, let outcome):
      FaultWords(
        "a line of the set-up fails: \(Self.answer(outcome, in: .english))",
        "Mend \"\(line)\".",
        korean: "준비(setup)의 한 줄이 실패합니다: \(Self.answer(outcome, in: .korean))",
        "고치세요: \"\(line)\"")
    case .solutionFails(let line, let outcome):
      FaultWords(
        "a line of the solution fails: \(Self.answer(outcome, in: .english))",
        "Mend \"\(line)\", unless it is to fail.",
        korean: "풀이의 한 줄이 실패합니다: \(Self.answer(outcome, in: .korean))",
        "일부러 실패하는 줄이 아니라면 고치세요: \"\(line)\"")
    case .metFromStart(let goal, let step):
      FaultWords(
        "the goal \(goal) of the step \(step) is met from the start",
        "Claim something that only the learner brings about.",
        korean: "\(step) 단계의 \(goal) 목표는 처음부터 이루어져 있습니다",
        "학습자만이 이룰 수 있는 것을 확인하세요.")
    case .goalOpen(let goal, let miss):
      FaultWords(
        "the solution does not meet the goal \(goal)" + Self.why(miss, in: .english),
        "Mend the solution or the goal.",
        korean: "풀이가 \(goal) 목표를 이루지 못합니다" + Self.why(miss, in: .korean),
        "풀이나 목표를 고치세요.")
    case .lineNotNeeded(let line):
      FaultWords(
        "the step is passed without \"\(line)\", too",
        "Take the line out of the solution, or claim what it does in a goal.",
        korean: "\"\(line)\" 없이도 단계를 마칩니다",
        "그 줄을 풀이에서 빼거나, 그 줄이 하는 일을 목표에서 확인하세요.")
    case .mistakeOnTheWay, .mistakeMeetsGoal, .mistakeNotSaid, .notNoticed, .idleFree:
      wordsOfMistakes
    }
  }

  private var wordsOfMistakes: FaultWords {
    switch self {
    case .mistakeOnTheWay(let mistake):
      FaultWords(
        "on the way of the solution the coach says \(mistake)",
        "Add a sign that tells the wrong way from the right one.",
        korean: "풀이를 따라가는데 코치가 \(mistake) 실수를 말합니다",
        "잘못된 길과 올바른 길을 가르는 sign을 더하세요.")
    case .mistakeMeetsGoal(let mistake, let goal):
      FaultWords(
        "the mistake \(mistake) meets the goal \(goal)",
        "Mend its lines, or name another goal.",
        korean: "\(mistake) 실수가 \(goal) 목표를 이룹니다",
        "그 줄들을 고치거나 다른 목표를 적으세요.")
    case .mistakeNotSaid(let mistake, let instead):
      FaultWords(
        "after the mistake \(mistake) the coach says \(instead ?? "nothing")",
        "Mend its signs; of several mistakes the first whose signs hold is named.",
        korean: "\(mistake) 실수 뒤에 코치가 "
          + (instead.map { "\($0) 실수를 말합니다" } ?? "아무 말도 하지 않습니다"),
        "sign을 고치세요. 여러 실수 가운데 sign이 성립하는 첫 번째를 말합니다.")
    case .notNoticed(let mutation, let line):
      FaultWords(
        "no goal notices \(mutation.words.english): \(line)",
        "Claim it in a goal, or say why it does not matter: "
          + "\"free\", then \"\(mutation.rawValue): REASON\".",
        korean: "어느 목표도 알아채지 못합니다: \(mutation.words.korean): \(line)",
        "목표에서 확인하거나, 상관없는 이유를 쓰세요: \"free\", 그다음 \"\(mutation.rawValue): 이유\".")
    case .idleFree(let mutation):
      FaultWords(
        "\(mutation.rawValue) frees from nothing: no line of the solution can be mistaken so, "
          + "or a goal notices it",
        "Take it away.",
        korean: "\(mutation.rawValue): 풀이에 그렇게 틀릴 수 있는 줄이 없거나, 목표가 이미 알아챕니다",
        "지우세요.")
    case .doesNothing, .claimsNothing, .notUnderstood, .setupFails, .solutionFails,
      .metFromStart, .goalOpen, .lineNotNeeded:
      wordsOfLines
    }
  }

  /// What the shell answered, in its first sentence.
  private static func answer(_ outcome: Outcome, in language: Language) -> String {
    let lines = Renderer(language: language).lines(outcome)
    guard let first = lines.first(where: { !$0.isEmpty })?.text else { return "" }
    return first.hasPrefix("✗ ") ? String(first.dropFirst(2)) : first
  }

  private static func why(_ miss: Verdict?, in language: Language) -> String {
    guard let miss, case .unmet(let difference) = miss.judgement else { return "" }
    let sentence = Renderer(language: language).sentence(difference).text
    return " (\(Command.expect(miss.expectation)): \(sentence))"
  }
}
