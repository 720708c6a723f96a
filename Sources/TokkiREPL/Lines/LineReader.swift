/// Where lines come from.
public protocol LineReader {
  /// Shows the prompt, if this reader shows one, and waits for a line.
  func readLine(prompt: Prompt) -> LineReading

  /// Whether a user types, and the reader looks at what happens besides keys, signals among it.
  /// Otherwise these do what they do by themselves.
  var hasUser: Bool { get }

  /// The user interrupted a line that is being carried out: what was typed after it counts no more.
  func forgetTyped()

  /// Keeps a line for later recall, if this reader recalls.
  func remember(_ line: String)
}

/// What reading a line came to.
public enum LineReading: Sendable, Equatable {
  /// A line without its newline.
  case line(String)
  /// The user dropped the line that was being typed.
  case cleared
  /// There are no more lines.
  case end
  /// The process was asked to end by this signal.
  case terminated(signal: Int32)
}
