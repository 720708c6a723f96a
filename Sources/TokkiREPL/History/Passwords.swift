/// The line with `***` for the password of every URI in it.
///
/// A password that its writer forgot to percent-encode may hold `/` or `@`, so that what is hidden
/// reaches to the last `@` of the word: too much rather than a part of a secret.
func withoutPasswords(_ line: String) -> String {
  var result = ""
  var rest = line[...]
  while let separator = rest.firstRange(of: "://") {
    let tail = rest[separator.upperBound...]
    // A URI in quotes ends where the quote does, any other at a space.
    let opener = rest[..<separator.lowerBound].last { !$0.isLetter }
    let end =
      switch opener {
      case "\"", "'": tail.firstIndex { $0 == opener }
      case _: tail.firstIndex(where: \.isWhitespace)
      }
    let word = tail[..<(end ?? tail.endIndex)]
    result += rest[..<separator.upperBound]
    if let at = word.lastIndex(of: "@"), let colon = word[..<at].firstIndex(of: ":") {
      result += word[...colon] + "***" + word[at...]
    } else {
      result += word
    }
    rest = tail[word.endIndex...]
  }
  return result + rest
}
