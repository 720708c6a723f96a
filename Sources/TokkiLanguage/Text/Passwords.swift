/// The line with `***` for every password in it: of URIs, behind `--password`, and of `add user`
/// and `change password`. A URI without its scheme, or words that only look like those, may hold
/// one as well.
public func withoutPasswords(_ line: String) -> String {
  let line = withoutUsersPassword(line)
  guard line.contains("@") || line.contains("-") else { return line }
  return withoutPasswordOptions(withoutBarePasswords(withoutURIPasswords(line)))
}

/// What looks like `user:password@host`, except where it may be a message.
private func withoutBarePasswords(_ line: String) -> String {
  let command = line.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
  guard line.contains("@"), !["publish", "call", "expect"].contains(command) else { return line }
  var result = ""
  var rest = line[...]
  while !rest.isEmpty {
    let word = rest.prefix { !$0.isWhitespace }
    if !word.contains("://"), let at = word.lastIndex(of: "@"),
      let colon = word[..<at].lastIndex(of: ":")
    {
      result += word[...colon] + "***" + word[at...]
    } else {
      result += word
    }
    rest = rest[word.endIndex...]
    let gap = rest.prefix(while: \.isWhitespace)
    result += gap
    rest = rest[gap.endIndex...]
  }
  return result
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
  var result = ""
  var rest = line[...]
  while let found = rest.firstIndex(of: "-") {
    let isStart = rest[..<found].last.map(\.isWhitespace) ?? result.last.map(\.isWhitespace) ?? true
    let option = rest[found...].prefix { $0 == "-" || $0.isLetter }
    result += rest[..<option.endIndex]
    rest = rest[option.endIndex...]
    guard isStart, asksForPassword(option), let next = rest.first,
      next == "=" || next.isWhitespace
    else { continue }
    let gap = rest.prefix { $0 == "=" || $0.isWhitespace }
    result += gap
    rest = rest[gap.endIndex...]
    let length = lengthOfWord(rest)
    if length > 0 { result += "***" }
    rest = rest.dropFirst(length)
  }
  return result + rest
}

/// `--password`, and what somebody may type who means it; but not `--passive`.
private func asksForPassword(_ option: Substring) -> Bool {
  let name = option.drop { $0 == "-" }.lowercased()
  return (name.hasPrefix("pas") && !name.hasPrefix("passi")) || name.hasPrefix("pw")
}

/// How many characters the first word of the text has, with the spaces that its quotes hold.
func lengthOfWord(_ text: Substring) -> Int {
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
