/// What a piece of text means; how that looks is the terminal's matter.
public enum Ink: Hashable, Sendable, CaseIterable {
  case plain
  case prompt
  case exchange
  case queue
  case client
  case body
  case good
  case bad
  case warning
  case heading
  case quiet

  /// The parameters of the terminal's "select graphic rendition" sequence.
  var codes: String? {
    switch self {
    case .plain: nil
    case .prompt: "1;32"
    case .exchange: "36"
    case .queue: "33"
    case .client: "35"
    case .body: "32"
    case .good: "32"
    case .bad: "1;31"
    case .warning: "33"
    case .heading: "1"
    case .quiet: "2"
    }
  }
}

/// One line of output: pieces of text, each with its ink. Literals are the shell's own words;
/// every text interpolated into it is taken for outside text and escaped, so that nothing from
/// a message or a name can reach the terminal as a control sequence.
public struct StyledLine: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    var text: String
    var ink: Ink
  }

  private(set) var pieces: [Piece] = []

  public init() {}

  /// A text from anywhere, escaped.
  public init(_ text: String, _ ink: Ink = .plain) {
    append(VisibleText.escaped(text), ink)
  }

  /// A line of a program, with its tabs.
  init(code line: some StringProtocol, _ ink: Ink = .plain) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    append(parts.map { VisibleText.escaped(String($0)) }.joined(separator: "\t"), ink)
  }

  /// The cells that it takes.
  public var width: Int { pieces.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  public var isEmpty: Bool { pieces.isEmpty }

  /// The text without any colour.
  public var text: String { pieces.map(\.text).joined() }

  /// The text with the terminal's colours.
  public var coloured: String {
    pieces.map { piece in
      guard let codes = piece.ink.codes else { return piece.text }
      return "\u{1B}[\(codes)m\(piece.text)\u{1B}[0m"
    }.joined()
  }

  private mutating func append(_ escaped: String, _ ink: Ink) {
    guard !escaped.isEmpty else { return }
    if let last = pieces.indices.last, pieces[last].ink == ink {
      pieces[last].text += escaped
    } else {
      pieces.append(Piece(text: escaped, ink: ink))
    }
  }

  static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    var line = left
    for piece in right.pieces { line.append(piece.text, piece.ink) }
    return line
  }

  static func += (left: inout StyledLine, right: StyledLine) { left = left + right }

  /// The line with spaces after it, up to that many cells.
  func padded(to cells: Int) -> StyledLine {
    let missing = cells - width
    return missing > 0 ? self + StyledLine(String(repeating: " ", count: missing)) : self
  }

  /// The line with spaces before it, up to that many cells.
  func rightAligned(to cells: Int) -> StyledLine {
    let missing = cells - width
    return missing > 0 ? StyledLine(String(repeating: " ", count: missing)) + self : self
  }

  /// The line cut to that many cells, with a sign at its end where something is missing.
  func shortened(to cells: Int, _ glyphs: Glyphs) -> StyledLine {
    guard width > cells else { return self }
    let room = cells - DisplayWidth.of(glyphs.ellipsis)
    var result = StyledLine()
    var width = 0
    for piece in pieces {
      for character in piece.text {
        width += DisplayWidth.of(character)
        guard width <= room else {
          result.append(glyphs.ellipsis, piece.ink)
          return result
        }
        result.append(String(character), piece.ink)
      }
    }
    return result
  }

  /// The line cut to that many cells.
  public func shortened(to cells: Int) -> StyledLine { shortened(to: cells, .unicode) }

  /// All of it in one ink.
  func inked(_ ink: Ink) -> StyledLine { StyledLine(text, ink) }
}

extension StyledLine: ExpressibleByStringInterpolation {
  public struct StringInterpolation: StringInterpolationProtocol {
    var line = StyledLine()

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { line.append(literal, .plain) }

    public mutating func appendInterpolation(_ text: String, _ ink: Ink = .plain) {
      line += StyledLine(text, ink)
    }

    public mutating func appendInterpolation(_ number: some BinaryInteger) {
      line.append(String(number), .plain)
    }

    public mutating func appendInterpolation(_ other: StyledLine) { line += other }
  }

  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.line }

  public init(stringLiteral value: String) { append(value, .plain) }
}

extension [StyledLine] {
  func joined(separator: StyledLine) -> StyledLine {
    var result = StyledLine()
    for (index, line) in enumerated() {
      if index > 0 { result += separator }
      result += line
    }
    return result
  }
}
