/// Text as Erlang's `io_lib:format` makes it from `~p`, which breaks lines where a term would reach
/// beyond the 80th column: RabbitMQ's texts about frames are made so.
/// Source: Erlang/OTP's `io_lib_pretty`.
struct ErlangText {
  private(set) var text = ""
  /// How many letters the last line has.
  private var column = 0

  private static let lineLength = 80

  mutating func append(_ words: String) {
    text += words
    let scalars = words.unicodeScalars
    if let lineBreak = scalars.lastIndex(of: "\n") {
      column = scalars.distance(from: scalars.index(after: lineBreak), to: scalars.endIndex)
    } else {
      column += scalars.count
    }
  }

  private func fits(_ length: Int) -> Bool { length < Self.lineLength - (column + 1) }

  /// A tuple of a name and numbers, or a name alone.
  mutating func append(term: String) {
    guard !fits(term.utf8.count), let comma = term.firstIndex(of: ",") else { return append(term) }
    let margin = String(repeating: " ", count: column + 1)
    append(term[...comma] + "\n" + margin + term[term.index(after: comma)...])
  }

  /// A binary: a string where all of it can be read, else numbers.
  mutating func append(_ bytes: some Collection<UInt8>) {
    guard let string = Self.string(bytes) else { return append(numbers: bytes) }
    append("<<\(string)>>")
  }

  private mutating func append(numbers: some Collection<UInt8>) {
    let items = numbers.enumerated().map { index, number in
      index == numbers.count - 1 ? String(number) : "\(number),"
    }
    let length = items.reduce(4) { $0 + $1.utf8.count }
    let width = fits(length) ? Int.max : max(8, min(Self.lineLength - (column + 3), length - 4))
    let margin = "\n" + String(repeating: " ", count: column + 2)
    append("<<")
    var room = width
    for item in items {
      if room < item.utf8.count {
        append(margin)
        room = width
      }
      append(item)
      room -= item.utf8.count
    }
    append(">>")
  }

  // MARK: Strings

  /// The bytes in quotation marks, as letters of UTF-8 or else of Latin-1; nil where not all of
  /// them can be read, or there are none.
  private static func string(_ bytes: some Collection<UInt8>) -> String? {
    guard !bytes.isEmpty else { return nil }
    if bytes.contains(where: { $0 >= 0x80 }),
      let text = String(validating: bytes, as: UTF8.self),
      let quoted = quoted(text.unicodeScalars)
    {
      return quoted + "/utf8"
    }
    return quoted(bytes.map { Unicode.Scalar($0) })
  }

  private static func quoted(_ scalars: some Sequence<Unicode.Scalar>) -> String? {
    var text = "\""
    for scalar in scalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{B}": text += "\\v"
      case "\u{C}": text += "\\f"
      case "\u{1B}": text += "\\e"
      case "\u{20}"..."\u{7E}", "\u{A0}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
        text.unicodeScalars.append(scalar)
      default: return nil
      }
    }
    return text + "\""
  }
}
