/// The usual prompt in the middle of a demo: `resume` goes back to it.
public struct LiveEvaluator: LineEvaluator {
  private static let word = "resume"

  private let usual: any LineEvaluator

  public init(_ usual: any LineEvaluator) { self.usual = usual }

  public var prompt: Prompt {
    get async {
      var prompt = await usual.prompt
      if let last = prompt.parts.last, last.text == ">" {
        prompt.parts.removeLast()
        prompt.parts += [Prompt.Part(" live", .lesson), last]
      }
      return prompt
    }
  }

  public func evaluate(_ line: String) async -> Evaluation {
    let words = line.split(whereSeparator: \.isWhitespace)
    if words == [Self.word[...]] { return Evaluation(text: "", leaves: true) }
    return await usual.evaluate(line)
  }

  public func drop() async { await usual.drop() }

  public func abandon() async -> String? { await usual.abandon() }

  public func stillStopping() async -> String? { await usual.stillStopping() }

  public var rings: AsyncStream<Void> { get async { await usual.rings } }

  public func news() async -> String? { await usual.news() }

  public func farewell() async -> String? { await usual.farewell() }

  public func leave() async -> String? { await usual.leave() }

  public func completions(of line: String, cursor: Int) async -> Completions {
    var completions = await usual.completions(of: line, cursor: cursor)
    if !line.isEmpty, cursor == line.utf8.count, Self.word.hasPrefix(line) {
      completions.start = 0
      completions.candidates = (completions.candidates + [Self.word]).sorted()
    }
    return completions
  }
}
