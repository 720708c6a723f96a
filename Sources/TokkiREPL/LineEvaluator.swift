/// What a line means. The loop reads, prints and remembers; the evaluator does the rest.
public protocol LineEvaluator: Sendable {
  /// What stands before the next line.
  var prompt: Prompt { get async }

  /// Carries a line out. A cancelled task asks to give up and to answer what there is.
  func evaluate(_ line: String) async -> Evaluation

  /// The user dropped the line that was being typed, and with it those that it continues.
  func drop() async

  /// There are no more lines: drops those of a command that goes on. What is to be said of that;
  /// nil where there are none.
  func abandon() async -> String?

  /// What a user is told who asks once more for a command to be given up; nil if nothing. It is
  /// asked for while the command is carried out.
  func stillStopping() async -> String?

  /// Says whenever there may be news.
  var rings: AsyncStream<Void> { get async }

  /// What happened without a line since this was asked last, ready for the terminal; nil if
  /// nothing did. Waits for a line that is being evaluated.
  func news() async -> String?

  /// What leaving will wait for, for a user; nil if for nothing.
  func farewell() async -> String?

  /// The session ends: whoever works on a real broker finishes what is in hand. What they still
  /// have to tell; nil if nothing. A cancelled task asks to be quick.
  func leave() async -> String?

  /// What could stand at the cursor, which is counted in UTF-8 bytes from the line's start.
  func completions(of line: String, cursor: Int) async -> Completions

  /// What the line still takes, to stand behind it; nil if there is nothing to say.
  func hint(behind line: String) async -> String?
}

extension LineEvaluator {
  /// Nothing happens without a line.
  public var rings: AsyncStream<Void> { AsyncStream { $0.finish() } }

  public func news() async -> String? { nil }

  public func abandon() async -> String? { nil }

  public func stillStopping() async -> String? { nil }

  public func hint(behind line: String) async -> String? { nil }

  public func farewell() async -> String? { nil }

  public func leave() async -> String? { nil }

  /// Takes leave, telling the user what is waited for. This blocks the calling thread.
  func takeLeave(results: TextOutput, complaints: TextOutput) {
    if let farewell = wait(for: { await self.farewell() }) ?? nil { complaints.write(farewell) }
    if let last = wait(for: { await self.leave() }) ?? nil { results.write(last) }
  }
}

/// The answer to a line.
public struct Evaluation: Sendable, Equatable {
  /// Ready for the terminal: whatever came from outside is escaped already. Empty prints nothing.
  public var text: String
  /// Whether the line did what it says; if not, what a script ends with.
  public var status: ExitStatus
  /// Whether the loop ends here.
  public var leaves: Bool
  /// Whether the line goes on with the next one; a text is then a hint for a user, not a result.
  public var isIncomplete: Bool
  /// Whether the line failed by an AMQP exception.
  public var isException: Bool
  /// Whether the text is for programs, as JSON is.
  public var isData: Bool

  public init(
    text: String, status: ExitStatus = .success, leaves: Bool = false, isIncomplete: Bool = false,
    isException: Bool = false, isData: Bool = false
  ) {
    self.text = text
    self.status = status
    self.leaves = leaves
    self.isIncomplete = isIncomplete
    self.isException = isException
    self.isData = isData
  }
}

/// Words that could replace a part of the line that ends at the cursor.
public struct Completions: Sendable, Equatable {
  /// Where the part to be replaced starts, in UTF-8 bytes from the line's start.
  public var start: Int
  /// As they are to be typed, in the order in which they are to be listed.
  public var candidates: [String]

  public init(start: Int, candidates: [String]) {
    self.start = start
    self.candidates = candidates
  }

  public static let none = Completions(start: 0, candidates: [])
}
