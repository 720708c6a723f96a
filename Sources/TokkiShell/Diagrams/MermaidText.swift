/// Texts in Mermaid's languages. Whatever could mean something there is written as a number, as
/// in `#35;`: quotes, brackets, semicolons, markdown. Letters of any script stay.
enum MermaidText {
  /// Between quotation marks, as labels of a flowchart are.
  static func label(_ text: String) -> String { "\"\(line(text))\"" }

  /// As it stands at the end of a line.
  static func line(_ text: String) -> String {
    let scalars = Array(VisibleText.escaped(text).unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isInWord = isLetter(before) && isLetter(after)
      if isLetter(scalar) || (scalar == " " && !result.isEmpty)
        || (isInWord && [".", "_", "-", "=", "/"].contains(scalar))
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += "#\(scalar.value);"
      }
    }
    return result.isEmpty ? " " : result
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: scalar.value > 0x7F && scalar.properties.isAlphabetic
    }
  }
}
