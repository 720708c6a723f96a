/// How output looks: colours or none, which characters may be used, how wide the screen is.
public struct Style: Hashable, Sendable {
  /// Whether colours are shown. They never carry a meaning alone.
  public var isColoured: Bool
  /// Whether box drawing and arrows are shown; plain ASCII characters otherwise.
  public var isUnicode: Bool
  /// The cells of a line.
  public var width: Int
  /// Whether sentences are broken at spaces where a line is full. Otherwise they stay in one line,
  /// as programs and transcripts read them. Tables and pictures fit the width in any case.
  public var wrapsSentences: Bool

  public init(
    isColoured: Bool = false, isUnicode: Bool = true, width: Int = 80, wrapsSentences: Bool = false
  ) {
    self.isColoured = isColoured
    self.isUnicode = isUnicode
    self.width = max(20, width)
    self.wrapsSentences = wrapsSentences
  }

  /// What transcripts, pipes and files get: no colour, 80 cells.
  public static let plain = Style()

  var glyphs: Glyphs { isUnicode ? .unicode : .ascii }
}

/// The signs that pictures are made of.
struct Glyphs: Hashable, Sendable {
  var right: String
  var left: String
  var rule: String
  var tee: String
  var branch: String
  var corner: String
  var pipe: String
  var head: String
  var dashed: String
  var dot: String
  var good: String
  var bad: String
  var warning: String
  var ellipsis: String

  static let unicode = Glyphs(
    right: "→", left: "←", rule: "─", tee: "┬", branch: "├", corner: "└", pipe: "│", head: "▶",
    dashed: "╌", dot: "·", good: "✓", bad: "✗", warning: "!", ellipsis: "…")

  static let ascii = Glyphs(
    right: "->", left: "<-", rule: "-", tee: "+", branch: "+", corner: "+", pipe: "|", head: ">",
    dashed: ".", dot: "-", good: "ok", bad: "ERROR", warning: "!", ellipsis: "...")
}
