import TokkiLanguage
import TokkiShell

/// Where a step begins: an empty broker on which its set-up was run. What expectations say of the
/// past means what happens from here on, and `undo` leads back to here.
enum Stage {
  /// The name of the state, for `goto`.
  static let checkpoint = "lesson-step"

  /// The label of the step of undo that stands at the beginning.
  static var label: String { "goto \(checkpoint)" }

  /// What the broker looks like when the step was solved.
  static func picture(of step: Step, on shell: Shell) async -> Outcome {
    _ = await set(step, on: shell)
    for line in step.solution { _ = await shell.run(line.text) }
    return await shell.run(.look(.show), line: "show")
  }

  /// A line that did not do what it was to do, and what came of it.
  struct Failure: Sendable {
    var line: SourceLine
    var outcome: Outcome
  }

  /// - Returns: the first line of the set-up that failed; nil as a rule.
  static func set(_ step: Step, on shell: Shell) async -> Failure? {
    var failed: Failure?
    _ = await shell.run(.history(.reset), line: "reset")
    for line in step.setup {
      let outcome = await shell.run(line.text)
      if outcome.isFailure, failed == nil { failed = Failure(line: line, outcome: outcome) }
    }
    await shell.startHistory()
    _ = await shell.run(.history(.checkpoint(checkpoint)), line: "checkpoint \(checkpoint)")
    _ = await shell.run(.history(.goto(checkpoint: checkpoint)), line: label)
    return failed
  }
}
