public import TokkiLanguage

/// When what is seen of a beat appears, as if somebody explained and typed it. The same demo has
/// the same pace, always.
public struct DemoPace: Sendable {
  /// Something that appears, and how long it is waited for.
  public struct Cue: Hashable, Sendable {
    /// Milliseconds after the cue before.
    public var delay: Int64
    public var output: Output
  }

  public enum Output: Hashable, Sendable {
    /// Whole lines.
    case lines([StyledLine])
    /// What is typed after.
    case prompt(StyledLine)
    /// A character of a command; an escape sequence is several.
    case keys(String)
    /// The command's line ends.
    case enter
  }

  /// How long a key that is waited for takes where nobody presses one.
  static let patience: Int64 = 3000

  private let renderer: DemoRenderer
  private let speed: Double

  /// - Parameter speed: 2 is twice as fast.
  public init(_ renderer: DemoRenderer, speed: Double = 1) {
    self.renderer = renderer
    self.speed = speed
  }

  /// The cues of a beat, without what stands before it.
  public func cues(of place: Int) -> [Cue] {
    switch renderer.demo.beats[place].content {
    case .narration(let text):
      return [cue(after: 300, .lines(renderer.narration(text)))]
    case .command(let command):
      var hand = Hand(seed: renderer.demo.seed &+ UInt64(place))
      var cues: [Cue] = []
      for (index, row) in renderer.rows(of: command).enumerated() {
        if index > 0 { cues.append(cue(after: 350, .enter)) }
        cues.append(cue(after: index == 0 ? 0 : 50, .prompt(row.prompt)))
        var previous: Character = " "
        for (number, character) in row.text.enumerated() {
          let first: Int64 = index == 0 && number == 0 ? 600 : 0
          cues.append(
            cue(after: first + hand.delay(of: character, after: previous), .keys("\(character)")))
          previous = character
        }
      }
      cues.append(cue(after: 500, .enter))
      let answer = renderer.answer(to: command)
      if !answer.isEmpty { cues.append(cue(after: 120, .lines(answer))) }
      return cues
    }
  }

  /// How long a beat is looked at before the next one, in milliseconds: as long as it takes to
  /// read.
  public func rest(after place: Int) -> Int64 {
    switch renderer.demo.beats[place].content {
    case .narration(let text): scaled(min(12_000, 700 + Self.readingTime(of: text)))
    case .command(let command):
      scaled(
        min(
          5000,
          700 + renderer.answer(to: command).reduce(0) { $0 + Self.readingTime(of: $1.text) } / 2))
    }
  }

  /// How long the pauses before the next beat take together, where nobody presses a key.
  func pause(_ interlude: Demo.Interlude) -> Int64 {
    interlude.pauses.reduce(0) { $0 + ($1.map(duration) ?? scaled(Self.patience)) }
  }

  /// How long a pause takes, in milliseconds: an hour at most.
  public func duration(of pause: VirtualDuration) -> Int64 {
    scaled(min(pause.milliseconds, 3_600_000))
  }

  /// Some 25 cells a second: 300 words a minute, and Hangul's syllables count two.
  private static func readingTime(of text: String) -> Int64 { Int64(DisplayWidth.of(text)) * 40 }

  private func cue(after delay: Int64, _ output: Output) -> Cue {
    Cue(delay: scaled(delay), output: output)
  }

  private func scaled(_ delay: Int64) -> Int64 { Int64((Double(delay) / speed).rounded()) }
}

/// Types as people do: unevenly, slower where a word begins and where a key is far away.
private struct Hand {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func delay(of character: Character, after previous: Character) -> Int64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    let uneven = Int64(state >> 40) % 50
    let isRepeated = character == previous
    let isWordStart = previous == " "
    let isFar = !(character.isLetter || character.isNumber || character == " ")
    return 35 + uneven + (isWordStart ? 60 : 0) + (isFar ? 40 : 0) - (isRepeated ? 25 : 0)
  }
}
