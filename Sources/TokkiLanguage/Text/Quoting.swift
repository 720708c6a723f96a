/// Writes words so that the lexer reads them back as they are.
package enum Quoting {
  /// The text as a word: bare where that says the same, else in quotation marks.
  package static func word(_ text: String) -> String {
    needsQuotes(text) ? quoted(text) : text
  }

  /// The text in quotation marks, with whatever a terminal would act upon escaped.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if isInvisible(scalar) {
          result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// The text in single quotes where it is plain, so that its own double ones stay as they are.
  static func single(_ text: String) -> String {
    guard isPlain(text) else { return quoted(text) }
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }

  /// Whether a terminal shows the text as it is, without acting upon anything in it.
  package static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && !text.unicodeScalars.contains(where: isInvisible)
  }

  private static func needsQuotes(_ text: String) -> Bool {
    if text.isEmpty || text == "as" || text == "#" || text.utf8.starts(with: "--".utf8) {
      return true
    }
    return !text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ":", "*", "#", "@", "+", ",", "%",
        "^", "$":
        true
      default:
        scalar.value > 0x7F && scalar.properties.isAlphabetic && !isInvisible(scalar)
      }
    } || text.utf8.first == UInt8(ascii: "#")
  }

  /// Control and format characters, line separators, fillers, what has no meaning yet.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    default:
      return false
    }
  }
}
