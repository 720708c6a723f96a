public import TokkiLanguage
import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines that run without anyone at the prompt, up to the first that fails.
public struct Script: Sendable {
  private let evaluator: any LineEvaluator
  private let results: TextOutput
  private let complaints: TextOutput
  private let language: Language

  public init(
    evaluator: any LineEvaluator, language: Language = .english, results: TextOutput = .results,
    complaints: TextOutput = .complaints
  ) {
    self.evaluator = evaluator
    self.language = language
    self.results = results
    self.complaints = complaints
  }

  /// What came of the lines of one file.
  public enum Ending: Hashable, Sendable {
    /// All lines were run.
    case finished
    /// A line failed, which was named on standard error, or asked to leave.
    case stopped(ExitStatus)
  }

  /// Runs lines up to the first that fails.
  ///
  /// An AMQP exception is no failure where the next line is an `expect error …`: that one judges
  /// it.
  ///
  /// - Parameter name: the file's, for complaints.
  public func run(_ lines: some Sequence<String>, named name: String) async -> Ending {
    var lines = Lookahead(lines.makeIterator())
    var number = 0
    /// The line that the command at hand began with.
    var first: (number: Int, text: String)?
    while let line = lines.next() {
      number += 1
      let start = first ?? (number, line)
      first = start
      let evaluation = await evaluator.evaluate(line)
      if evaluation.isIncomplete { continue }
      first = nil
      let isExpected = evaluation.isException && lines.peek().map(Self.expectsError) ?? false
      guard evaluation.status == .success || isExpected else {
        complain(Self.place(name, start), evaluation)
        return .stopped(evaluation.status)
      }
      guard results.write(evaluation.text), results.write(await evaluator.news() ?? "") else {
        return .stopped(.signal(SIGPIPE))
      }
      if evaluation.leaves { return .stopped(.success) }
      if Task.isCancelled { return .stopped(.success) }
    }
    guard let first else { return .finished }
    let problem = Localized("The command does not end.", "명령이 끝나지 않았습니다.")
    complaints.write(Self.place(name, first) + problem[language] + "\n")
    return .stopped(.notUnderstood)
  }

  private static func place(_ name: String, _ line: (number: Int, text: String)) -> String {
    VisibleText.escaped("\(name):\(line.number): \(withoutPasswords(line.text))") + "\n"
  }

  /// A complaint that is data goes where data go.
  private func complain(_ place: String, _ evaluation: Evaluation) {
    if evaluation.isData { results.write(evaluation.text) }
    complaints.write(place + (evaluation.isData ? "" : evaluation.text))
  }

  private static func expectsError(_ line: String) -> Bool {
    guard case .command(.expect(let expectation)) = Command.parse(line) else { return false }
    return expectation.subject == .lastError
  }
}

/// An iterator that can be asked what comes next. It reads ahead only when it is asked, so that
/// lines from a pipe are run as they come.
private struct Lookahead<Lines: IteratorProtocol> {
  private var lines: Lines
  private var ahead: Lines.Element?

  init(_ lines: Lines) { self.lines = lines }

  mutating func next() -> Lines.Element? {
    defer { ahead = nil }
    return ahead ?? lines.next()
  }

  mutating func peek() -> Lines.Element? {
    if ahead == nil { ahead = lines.next() }
    return ahead
  }
}
