/// The line with `***` for the password that it gives a user: `add user NAME PASSWORD`. What
/// somebody types who means that, `adduser` or `add usr`, hides as much; whatever follows the
/// password may be a part of it.
func withoutUsersPassword(_ line: String) -> String {
  var rest = line[...]
  var words = nextWords(&rest)
  if words.first?.text == "rabbitmqctl" { words.removeFirst() }
  guard let length = lengthOfCommand(words.prefix(2).map(\.text)) else { return line }
  // The user's name, then the password; options and their values stand between them at most.
  var positionals = words.dropFirst(length)[...]
  var first: String.Index?
  var end = line.startIndex
  var count = 0
  while let word = positionals.popFirst() {
    if word.text.hasPrefix("--") {
      if !word.text.contains("="), positionals.count > 0 { positionals.removeFirst() }
      if let start = first { return hidden(line, start, end) }
      continue
    }
    count += 1
    if count == 2 { first = word.range.lowerBound }
    end = word.range.upperBound
  }
  guard let first else { return line }
  return hidden(line, first, end)
}

private func hidden(_ line: String, _ start: String.Index, _ end: String.Index) -> String {
  String(line[..<start] + "***" + line[end...])
}

/// How many words name the command, if it is one that takes a password.
private func lengthOfCommand(_ words: [String]) -> Int? {
  let letters = words.map { $0.lowercased().filter { $0 != "_" && $0 != "-" } }
  let meant = ["adduser", "createuser", "changepassword", "setpassword", "passwd"]
  for length in 1...2 where length <= letters.count {
    let name = letters[..<length].joined()
    let isLong = name.utf8.count >= 6 && name.utf8.count <= 20
    if isLong, !EditDistance.nearest(to: name, among: meant).isEmpty { return length }
  }
  return nil
}

/// The words of the text with their places, quoted or not.
private func nextWords(
  _ rest: inout Substring
) -> [(text: String, range: Range<String.Index>)] {
  var words: [(text: String, range: Range<String.Index>)] = []
  while true {
    rest = rest.drop(while: \.isWhitespace)
    if rest.isEmpty { return words }
    let length = lengthOfWord(rest)
    let end = rest.index(rest.startIndex, offsetBy: length)
    words.append((String(rest[..<end]), rest.startIndex..<end))
    rest = rest[end...]
  }
}
