/// Reads lines as they come, for pipes, files and terminals that cannot edit.
public struct PlainReader: LineReader {
  private let output: TextOutput?

  /// Prompts go to `output`, where there is one: to a user at a dumb terminal, say.
  public init(promptsOn output: TextOutput? = nil) { self.output = output }

  public func readLine(prompt: Prompt) -> LineReading {
    output?.write(prompt.plain)
    return Swift.readLine().map(LineReading.line) ?? .end
  }

  public func remember(_ line: String) {}
}
