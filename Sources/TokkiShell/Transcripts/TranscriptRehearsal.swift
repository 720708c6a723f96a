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
  /// In the order in which they were typed; only their places are written down.
  private var passwords: [String] = []
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
    let shown = veiled(line)
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

  // MARK: Passwords

  /// The line with another word in the place of each password, always the same one for the same:
  /// what a wrong password is answered, it is answered again. That of `guest` is no secret.
  private func veiled(_ line: String) -> String {
    let parts = withoutPasswords(line).split(separator: "***", omittingEmptySubsequences: false)
    guard let first = parts.first, line.hasPrefix(first) else { return withoutPasswords(line) }
    var text = String(first)
    var rest = line.dropFirst(first.count)
    for (index, part) in parts.enumerated().dropFirst() {
      let isLast = index == parts.count - 1
      let found =
        isLast
        ? rest.hasSuffix(part) ? rest.index(rest.endIndex, offsetBy: -part.count) : nil
        : part.isEmpty ? nil : rest.firstRange(of: part)?.lowerBound
      guard let end = found else { return withoutPasswords(line) }
      text += veil(String(rest[..<end])) + part
      rest = rest[end...].dropFirst(part.count)
    }
    return text
  }

  private func veil(_ password: String) -> String {
    if password == "guest" { return password }
    if !passwords.contains(password) { passwords.append(password) }
    let number = (passwords.firstIndex(of: password) ?? 0) + 1
    return number == 1 ? "***" : "***\(number)"
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
    return SharedAnswer(recorded, rehearsed).lines
  }
}
