extension Grammar {
  static let lessons: [CommandForm] = [
    CommandForm(
      name: .lesson, group: .lessons, searchedAs: ["learn", "tutorial", "start"],
      parameters: [ParameterForm("LESSON", .lesson, .optional)],
      options: [
        OptionForm(
          .builtIn, "one that comes with Tokki, whatever folder is open",
          "어떤 폴더를 열었든 Tokki에 들어 있는 레슨")
      ],
      summary: Localized(
        "start or resume a lesson, by number, name or folder (./my-lesson); "
          + "alone it shows the current step",
        "번호, 이름, 폴더(./my-lesson)로 레슨을 시작하거나 이어서 합니다; 이름이 없으면 지금 단계를 보입니다"),
      example: ["lesson 1"],
      build: { arguments in
        guard let name = arguments.text(0) else { return .lesson(.show) }
        return .lesson(arguments.has(.builtIn) ? .startBuiltIn(name) : .start(name))
      }),
    CommandForm(
      name: .lessonList, group: .lessons, aliases: ["lessons"],
      parameters: [ParameterForm("FOLDER", .lesson, .optional)],
      summary: Localized(
        "all lessons, or those of a folder, and how far you are", "레슨 전체나 폴더의 레슨 목록과 진도"),
      example: ["lesson list"],
      build: { .lesson($0.text(0).map(LessonCommand.listFolder) ?? .list) }),
    CommandForm(
      name: .goal, group: .lessons, aliases: ["goals"], searchedAs: ["task", "todo"],
      summary: Localized(
        "the goals of this step, open and met", "이 단계의 목표: 남은 것과 이룬 것"),
      example: ["lesson 1", "goal"], build: { _ in .lesson(.goal) }),
    CommandForm(
      name: .hint, group: .lessons, aliases: ["hints"], searchedAs: ["stuck", "clue"],
      summary: Localized("one hint more", "힌트를 하나 더 봅니다"),
      example: ["lesson 1", "hint"], build: { _ in .lesson(.hint) }),
    CommandForm(
      name: .solution, group: .lessons, searchedAs: ["solve", "answer"],
      options: [OptionForm(.yes, "without being asked", "묻지 않고 바로")],
      summary: Localized(
        "see the solution played, after a question", "확인 뒤 풀이를 실행해 보입니다"),
      example: ["lesson 1", "solution --yes"],
      build: { .lesson(.solution(confirmed: $0.has(.yes))) }),
    CommandForm(
      name: .next, group: .lessons, searchedAs: ["continue", "n"],
      summary: Localized(
        "to the next step, once every goal is met", "목표를 모두 이루었으면 다음 단계로"),
      example: ["lesson 1", "solution --yes", "next"], build: { _ in .lesson(.next) }),
    CommandForm(
      name: .skip, group: .lessons,
      summary: Localized(
        "to the next step although goals are open", "목표가 남아 있어도 다음 단계로"),
      example: ["lesson 1", "skip"], build: { _ in .lesson(.skip) }),
    CommandForm(
      name: .play, group: .lessons, searchedAs: ["sandbox", "free"],
      summary: Localized(
        "free play; `back` brings the lesson's state back unchanged",
        "자유롭게 해 봅니다; `back`하면 레슨의 상태가 그대로 돌아옵니다"),
      example: ["lesson 1", "play"], build: { _ in .lesson(.play) }),
    CommandForm(
      name: .back, group: .lessons,
      summary: Localized("from free play to the lesson", "자유 연습에서 레슨으로 돌아갑니다"),
      example: ["lesson 1", "play", "back"], build: { _ in .lesson(.back) }),
    CommandForm(
      name: .lessonRestart, group: .lessons,
      summary: Localized("this step again from its beginning", "이 단계를 처음부터 다시"),
      example: ["lesson 1", "lesson restart"], build: { _ in .lesson(.restart) }),
    CommandForm(
      name: .lessonReset, group: .lessons,
      parameters: [ParameterForm("LESSON", .lesson, .optional)],
      summary: Localized("forget the progress of a lesson", "레슨의 진도를 지웁니다"),
      example: ["lesson reset 1"], build: { .lesson(.forget($0.text(0))) }),
    CommandForm(
      name: .progress, group: .lessons,
      summary: Localized("what you have done so far", "지금까지의 진도"),
      example: ["progress"], build: { _ in .lesson(.progress) }),
  ]
}
