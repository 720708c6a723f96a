import TokkiLanguage

/// The lessons' own sentences. What is in braces stands for a name, a number or a text.
enum LessonPhrase: String, CaseIterable {
  case lesson, step, stage, task, goals, now, aim, code, english, korean
  case reached, lost, stillOpen, nothingDiffers, passed
  case nextStep, nextLesson, nextNothing
  case hint, moreHints, lastHint, confirmation
  case noLesson, noSuchLesson, goalsOpen, noMoreHints, notPlaying, alreadyPlaying, onRealBroker,
    servesOthers, broken, faulty, faultyCure, folderOfName
  case playing, back, cancelled, stuck, stepBegins, forgotten, finishedAll, notKept, waiting
  case hints, mistakes, leavesOpen, solution
  case list, listOfFolder, count, here, shown, skipped, commands, commandOfFolder

  var words: Localized {
    switch self {
    case .lesson: Localized("Lesson: {title}", "레슨: {title}")
    case .step: Localized("Step {number} of {count}: {title}", "{number}/{count}단계: {title}")
    case .stage: Localized("On stage already:", "무대에 미리 차려 둔 것:")
    case .task: Localized("Task", "할 일")
    case .goals: Localized("Goals", "목표")
    case .now: Localized("The broker now:", "지금의 브로커:")
    case .aim: Localized("Once the step is solved:", "이 단계를 풀고 난 모습:")
    case .code: Localized("In a program ({language}):", "프로그램에서는 ({language}):")
    case .english:
      Localized(
        "(This lesson has not been translated; here is the English text.)",
        "(이 레슨은 아직 번역되지 않아 영어로 보여 드립니다.)")
    case .korean:
      Localized(
        "(This lesson has not been translated; here is the Korean text.)",
        "(이 레슨은 아직 번역되지 않아 한국어로 보여 드립니다.)")
    case .reached: Localized("reached: {goal}", "이루었습니다: {goal}")
    case .lost: Localized("no longer so: {goal}", "더는 그렇지 않습니다: {goal}")
    case .stillOpen: Localized("still open: {goal}", "아직 남았습니다: {goal}")
    case .nothingDiffers: Localized("not yet so", "아직 그렇지 않습니다")
    case .passed: Localized("Step passed.", "이 단계를 마쳤습니다.")
    case .nextStep: Localized("Go on with {command}.", "{command}로 이어집니다.")
    case .nextLesson:
      Localized(
        "That was the last step of this lesson. {command} begins the next one: {title}",
        "이 레슨의 마지막 단계였습니다. {command}를 입력하면 다음 레슨이 시작됩니다: {title}")
    case .nextNothing:
      Localized(
        "That was the last step of the last lesson. Well done!",
        "마지막 레슨의 마지막 단계였습니다. 수고하셨습니다!")
    case .hint: Localized("Hint {number} of {count}: ", "힌트 {number}/{count}: ")
    case .moreHints: Localized("({command} gives one more.)", "({command}를 다시 입력하면 하나 더 봅니다.)")
    case .lastHint:
      Localized(
        "(That was the last one; {command} plays the answer.)",
        "(마지막 힌트입니다. {command}은 풀이를 보여 줍니다.)")
    case .confirmation:
      Localized(
        "The solution begins this step anew and plays it to its end. You learn more by trying: "
          + "{hint} first? Type {yes} to see it.",
        "풀이는 이 단계를 처음부터 끝까지 대신 실행합니다. 직접 해 보면 더 많이 배웁니다. {hint}를 먼저 볼까요? "
          + "그래도 보려면 {yes}를 입력하세요.")
    case .noLesson:
      Localized(
        "No lesson is going on. {list} shows them; {start} begins the first.",
        "진행 중인 레슨이 없습니다. {list}로 목록을 보고, {start}로 첫 레슨을 시작하세요.")
    case .noSuchLesson:
      Localized("There is no lesson {name}. There are: {known}", "{name} 레슨은 없습니다. 있는 레슨: {known}")
    case .goalsOpen:
      Localized(
        "Goals still open: {count}. {goal} shows them, {hint} helps, {skip} goes on all the same.",
        "남은 목표: {count}개. {goal}로 보고, {hint}로 도움을 받고, 그래도 넘어가려면 {skip}을 쓰세요.")
    case .noMoreHints:
      Localized(
        "There are no more hints. {command} plays the answer.", "힌트가 더 없습니다. {command}은 풀이를 보여 줍니다."
      )
    case .notPlaying:
      Localized(
        "You are in the lesson already; {play} leaves it for free play.",
        "이미 레슨 안에 있습니다. {play}로 자유 연습을 시작합니다.")
    case .alreadyPlaying:
      Localized("You are in free play already; {back} returns.", "이미 자유 연습 중입니다. {back}으로 돌아갑니다.")
    case .onRealBroker:
      Localized(
        "Lessons are on the simulated broker; {disconnect} comes back to it.",
        "레슨은 시뮬레이션 브로커에서 합니다. {disconnect}로 돌아갑니다.")
    case .waiting:
      Localized(
        "The lesson waits on the simulation as it is; {disconnect} comes back to it.",
        "레슨은 시뮬레이션에서 그대로 기다립니다. {disconnect}로 돌아갑니다.")
    case .servesOthers:
      Localized(
        "A lesson begins on an empty broker, and this one serves clients over the network: "
          + "{command} starts one of its own.",
        "레슨은 빈 브로커에서 시작하는데, 이 브로커는 네트워크로 클라이언트에 서비스하고 있습니다. "
          + "{command}은 따로 브로커를 시작합니다.")
    case .broken:
      Localized(
        "The lesson itself is at fault: a line of its set-up fails ({place}).",
        "레슨 자체에 문제가 있습니다: 준비 단계의 한 줄이 실패했습니다 ({place}).")
    case .faulty:
      Localized(
        "The files of {lesson} are at fault:", "레슨 파일에 문제가 있습니다: {lesson}")
    case .faultyCure:
      Localized("{command} checks them again.", "{command}로 다시 검사합니다.")
    case .folderOfName:
      Localized("{command} opens the folder of that name.", "{command}로 그 이름의 폴더를 엽니다.")
    case .playing:
      Localized(
        "Free play: do what you like, the lesson waits. {back} returns to it as it was.",
        "자유 연습: 마음껏 해 보세요. 레슨은 기다립니다. {back}을 입력하면 그대로 돌아갑니다.")
    case .back:
      Localized("Back in the lesson, as you left it.", "레슨으로 돌아왔습니다. 떠날 때 그대로입니다.")
    case .cancelled: Localized("Good: try it yourself.", "좋습니다. 직접 해 보세요.")
    case .stuck:
      Localized(
        "Stuck? {hint} helps, {undo} goes back a command, {restart} begins this step anew.",
        "막혔나요? {hint}로 도움을 받고, {undo}로 한 명령을 되돌리고, {restart}로 이 단계를 다시 시작하세요.")
    case .stepBegins:
      Localized("This is where the step begins.", "여기가 이 단계의 시작입니다.")
    case .forgotten: Localized("Progress forgotten: {lesson}", "진도를 지웠습니다: {lesson}")
    case .finishedAll:
      Localized(
        "There is no further lesson. {play} leaves you alone with the broker.",
        "다음 레슨이 없습니다. {play}로 브로커를 마음껏 써 보세요.")
    case .notKept:
      Localized(
        "Your progress cannot be written to {path}; it will be lost when you leave.",
        "진도를 {path}에 쓸 수 없습니다. 나가면 사라집니다.")
    case .list: Localized("Lessons", "레슨 목록")
    case .hints: Localized("Hints", "힌트")
    case .mistakes: Localized("What the coach says of mistakes", "실수에 코치가 하는 말")
    case .leavesOpen: Localized("still open: {goal}", "남은 목표: {goal}")
    case .solution: Localized("Solution", "풀이")
    case .listOfFolder: Localized("Lessons in {folder}", "{folder}의 레슨")
    case .count: Localized("{passed} of {count} steps", "{count}단계 중 {passed}단계")
    case .here: Localized("you are here", "지금 여기")
    case .shown: Localized("played by {command}", "{command}으로 지나감")
    case .skipped: Localized("skipped", "건너뜀")
    case .commands:
      Localized(
        "{start} begins or resumes one, {reset} forgets its progress.",
        "{start}로 시작하거나 이어서 하고, {reset}로 그 진도를 지웁니다.")
    case .commandOfFolder:
      Localized("{start} begins or resumes one.", "{start}로 시작하거나 이어서 합니다.")
    }
  }
}

/// Every phrase with its words, for the test that both languages are complete.
package func everyLessonPhrase() -> [(key: String, english: String, korean: String)] {
  LessonPhrase.allCases.map { ($0.rawValue, $0.words.english, $0.words.korean) }
}
