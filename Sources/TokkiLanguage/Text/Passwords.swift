/// The line with `***` for every password in it: of URIs, and behind `--password`.
public func withoutPasswords(_ line: String) -> String {
  guard line.contains("://") || line.contains("password") else { return line }
  return withoutPasswordOptions(withoutURIPasswords(line))
}

/// A password that its writer forgot to percent-encode may hold `/` or `@`, so that what is hidden
/// reaches to the last `@` of the word: too much rather than a part of a secret.
private func withoutURIPasswords(_ line: String) -> String {
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

/// The word behind `--password`, after a space or a `=`, quoted or not.
private func withoutPasswordOptions(_ line: String) -> String {
  let option = "--password"
  var result = ""
  var rest = line[...]
  while let found = rest.firstRange(of: option) {
    result += rest[..<found.upperBound]
    rest = rest[found.upperBound...]
    guard let next = rest.first, next == "=" || next.isWhitespace else { continue }
    let gap = rest.prefix { $0 == "=" || $0.isWhitespace }
    result += gap
    rest = rest[gap.endIndex...]
    let length = lengthOfWord(rest)
    if length > 0 { result += "***" }
    rest = rest.dropFirst(length)
  }
  return result + rest
}

/// How many characters the first word of the text has, with the spaces that its quotes hold.
private func lengthOfWord(_ text: Substring) -> Int {
  var quote: Character?
  var isEscaped = false
  var length = 0
  for character in text {
    if isEscaped {
      isEscaped = false
    } else if character == "\\", quote != "'" {
      isEscaped = true
    } else if let open = quote {
      if character == open { quote = nil }
    } else if character == "\"" || character == "'" {
      quote = character
    } else if character.isWhitespace {
      return length
    }
    length += 1
  }
  return length
}
