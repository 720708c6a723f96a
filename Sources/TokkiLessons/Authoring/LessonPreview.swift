public import TokkiLanguage
import TokkiShell
import TokkiSimulation

/// A step as a student meets it, with all that is said only on the way: hints, what the coach says
/// of mistakes, the picture aimed at, the closing. Nothing of it counts as progress.
public struct LessonPreview: Hashable, Sendable {
  public var language: Language
  /// In the order in which they are met.
  var parts: [PreviewPart] = []

  /// - Returns: nil where the lesson has no text for that step in any language.
  public init?(of lesson: Lesson, step: Step, in language: Language) async {
    guard let text = lesson.text(in: language), let said = text.step(step.key) else { return nil }
    self.language = language
    let index = lesson.steps.firstIndex { $0.key == step.key } ?? 0
    let setup = step.setup.map(\.text)
    let introduction = index == 0 ? text.introduction : ""
    var opening: [LessonPart] = [.lesson(title: text.title, introduction: introduction)]
    if text.language != language {
      opening.append(.untranslated(wanted: language, shown: text.language))
    }
    opening.append(.step(said, number: index + 1, of: lesson.steps.count, setup: setup))
    let shell = Shell(
      simulator: Simulation(), configuration: Shell.Configuration(language: language))
    _ = await Stage.set(step, on: shell)
    var coach = Coach(step: step)
    await coach.look(shell)
    opening.append(
      .goals(
        coach.states.map { state in
          ShownGoal(label: said.label(of: state.key) ?? state.key, isMet: state.isMet)
        }))
    let now = await shell.run(.look(.show), line: "show")
    parts = [.said(opening)]
    if !said.hints.isEmpty { parts.append(.hints(said.hints)) }
    if !step.mistakes.isEmpty {
      parts.append(
        .mistakes(
          step.mistakes.map { mistake in
            PreviewMistake(
              key: mistake.key, goal: said.label(of: mistake.goal) ?? mistake.goal,
              lines: mistake.attempt.map(\.text), sentence: said.sentence(for: mistake.key) ?? "")
          }))
    }
    parts.append(.solution(step.solution.map(\.text)))
    let aim = await Stage.picture(
      of: step,
      on: Shell(simulator: Simulation(), configuration: Shell.Configuration(language: language)))
    let next: Following = index + 1 < lesson.steps.count ? .step : .nothing
    parts.append(
      .said([
        .pictures(now: now, aim: aim),
        .passed(
          closing: said.closing, clients: lesson.clients.filter { $0.step == step.key },
          next: next),
      ]))
  }
}

/// One thing that a preview shows.
enum PreviewPart: Hashable, Sendable {
  /// As it is said in the lesson.
  case said([LessonPart])
  case hints([String])
  case mistakes([PreviewMistake])
  case solution([String])
}

struct PreviewMistake: Hashable, Sendable {
  var key: String
  /// The label of the goal that it leaves open.
  var goal: String
  var lines: [String]
  /// What the coach says.
  var sentence: String
}
