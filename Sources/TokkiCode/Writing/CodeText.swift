/// The text of a program in the making, line by line.
struct CodeText {
  private(set) var lines: [String] = []
  /// What one step of indentation is.
  let unit: String
  var depth = 0

  init(unit: String) { self.unit = unit }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Lines without their indentation; what is empty stays empty.
  mutating func add(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.isEmpty ? "" : String(repeating: unit, count: depth) + line)
    }
  }

  /// An empty line, unless there is one already, or a block has just begun.
  mutating func space() {
    guard let last = lines.last, let end = last.last, end != "{", end != ":" else { return }
    lines.append("")
  }

  mutating func remove(_ unwanted: [String]) { lines.removeAll { unwanted.contains($0) } }

  /// What somebody wrote, as comments: one for each of its lines.
  mutating func comment(_ mark: String, _ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let safe = CommentText.safe(line)
      add("\(mark) \(safe.dropLast(safe.reversed().prefix { $0 == " " }.count))")
    }
  }
}

enum CommentText {
  /// Without what would end a comment or turn the writing direction.
  static func safe(_ line: some StringProtocol) -> String {
    var safe = ""
    for scalar in line.unicodeScalars {
      if scalar == "\\" || StringEscape.isPlain(scalar) {
        safe.unicodeScalars.append(scalar)
      } else {
        safe += "<U+\(StringEscape.hex(scalar.value, digits: 4))>"
      }
    }
    return safe
  }
}

/// Which scalars can stand in a text of a program as they are.
enum StringEscape {
  /// Whether it is a visible sign, or a space, and no quotation mark or backslash.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x20..<0x7F).contains(scalar.value) && scalar != "\\"
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  static func hex(_ number: UInt32, digits: Int) -> String {
    let hex = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - hex.count)) + hex
  }

  /// The text in double quotation marks; what cannot stand there as it is, by `escape`.
  static func quoted(_ text: String, escape: (Unicode.Scalar) -> String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if isPlain(scalar) {
          quoted.unicodeScalars.append(scalar)
        } else {
          quoted += escape(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// As the languages write it that know UTF-16 alone.
  static func units(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { "\\u" + hex(UInt32($0), digits: 4) }.joined()
  }
}
