public import TokkiLanguage
import TokkiSimulation

/// Runs what is recorded once more, as a verification will: on a simulated broker, from the text
/// that is written down.
public actor TranscriptRehearsal {
  /// A command as it is to be written.
  public struct Recorded: Hashable, Sendable {
    /// How much virtual time passes before it, as it did on the real broker.
    public var waits: [VirtualDuration] = []
    public var text: String
    public var answer: [String]
  }

  /// A name that a broker made, for which the transcript has one of its own.
  private struct MadeName: Hashable, Sendable {
    var name: String
    var recorded: String
    var rehearsed: String
  }

  private let shell: Shell
  private let simulation: Simulation
  private var names: [MadeName] = []
  private var lastTime = ContinuousClock.now
  /// The latest command's answers, which news may add to.
  private var recordedAnswer: [String] = []
  private var rehearsedAnswer: [String] = []

  public init(configuration: Shell.Configuration) {
    simulation = Simulation(profile: configuration.profile, seed: configuration.seed)
    var plain = configuration
    plain.style = .plain
    plain.isJSON = false
    shell = Shell(simulator: simulation, configuration: plain)
  }

  /// Goes through a transcript that is there already, as does the shell that goes on with it.
  ///
  /// - Returns: the commands whose answers differ, by their lines.
  public func run(
    _ transcript: Transcript, fileName: String, with other: Shell
  ) async throws(TranscriptError) -> [Int] {
    var lines: [Int] = []
    for shell in [shell, other] {
      var run = TranscriptRun(fileName: fileName, shell: shell)
      for step in transcript.steps { try await run.perform(step) }
      lines = run.replacements.map(\.command)
    }
    return lines
  }

  /// Takes down a command.
  public func take(
    _ outcome: Outcome, line: String, language: Language
  ) async -> Recorded {
    let shown = withoutPasswords(line)
    let waits = outcome.at == nil ? await passTime() : []
    let rehearsed = await shell.run(
      names.reduce(shown) { $0.replacing($1.recorded, with: $1.rehearsed) })
    learnNames(outcome, rehearsed)
    recordedAnswer = TranscriptWriter.lines(of: outcome, in: language)
    rehearsedAnswer = TranscriptWriter.lines(
      of: rehearsed, in: await shell.configuration.language)
    let rows = shown.split(separator: "\n", omittingEmptySubsequences: false)
    let text = rows.map { literal(String($0), \.recorded) }.joined(separator: "\n")
    return Recorded(waits: waits, text: text, answer: answer)
  }

  /// The latest command's answer, with what came after it; nil if there was no command.
  public func take(news: Outcome, language: Language) -> [String]? {
    guard !recordedAnswer.isEmpty else { return nil }
    recordedAnswer += TranscriptWriter.lines(of: news, in: language)
    return answer
  }

  /// Time passes by itself on a real broker. Where something has fallen due by it, the transcript
  /// lets it pass as well.
  private func passTime() async -> [VirtualDuration] {
    let now = ContinuousClock.now
    let passed = Int64((now - lastTime) / .milliseconds(1))
    let deadlines = await simulation.deadlines()
    let due = [deadlines.broker, deadlines.consumerTimeout, deadlines.clients].compactMap { $0 }
    guard let first = due.min(), await simulation.now().milliseconds + passed >= first else {
      return []
    }
    lastTime = now
    let time = VirtualDuration(milliseconds: passed)
    _ = await shell.run("advance \(passed)ms")
    return [time]
  }

  // MARK: Names

  private func learnNames(_ outcome: Outcome, _ rehearsed: Outcome) {
    guard let recorded = Self.madeName(in: outcome), let other = Self.madeName(in: rehearsed),
      recorded != other, !names.contains(where: { $0.recorded == recorded })
    else { return }
    names.append(
      MadeName(name: "queue-\(names.count + 1)", recorded: recorded, rehearsed: other))
  }

  private static func madeName(in outcome: Outcome) -> String? {
    for case .answer(.queueDeclared(_, let answer, _, _, _)) in outcome.parts
    where answer.queue.hasPrefix("amq.gen-") {
      return answer.queue
    }
    return nil
  }

  private func literal(_ line: String, _ side: KeyPath<MadeName, String>) -> String {
    let bound = names.map { ($0.name, $0[keyPath: side]) }
    return AnswerPattern.literal(line, with: Dictionary(bound) { first, _ in first })
  }

  // MARK: Answers

  /// What both answers are like.
  private var answer: [String] {
    let recorded = recordedAnswer.map { literal($0, \.recorded) }
    let rehearsed = rehearsedAnswer.map { literal($0, \.rehearsed) }
    return CommonAnswer(recorded, rehearsed).lines
  }
}
