/// Reads lines as they come, where nobody types them.
public struct PlainReader: LineReader {
  private let output: TextOutput?

  /// - Parameter output: nil shows no prompt.
  public init(promptsOn output: TextOutput? = .results) { self.output = output }

  public func readLine(prompt: Prompt) -> LineReading {
    output?.write(prompt.plain)
    return Swift.readLine().map(LineReading.line) ?? .end
  }

  public var hasUser: Bool { false }

  public func forgetTyped() {}

  public func remember(_ line: String) {}
}
