/// Reads lines as they come, for terminals that cannot edit.
public struct PlainReader: LineReader {
  private let output: TextOutput?

  /// - Parameter output: nil shows no prompt.
  public init(promptsOn output: TextOutput? = .results) { self.output = output }

  public func readLine(prompt: Prompt) -> LineReading {
    output?.write(prompt.plain)
    return Swift.readLine().map(LineReading.line) ?? .end
  }

  public var seesWakes: Bool { false }

  public func remember(_ line: String) {}
}
