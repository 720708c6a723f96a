/// What a line still takes, to be shown behind the cursor while the line is typed.
public enum Hint {
  /// The rest of the command's usage line, ready to stand right behind the line. Nil where that
  /// says nothing: before the first word, within a quotation or an option's name, behind a comment,
  /// and when nothing more can follow.
  public static func after(_ line: String) -> String? {
    guard let lexed = try? Lexer.words(of: line), lexed.continuation == nil, !lexed.endsInComment,
      let last = lexed.words.last
    else { return nil }
    let isAtWord = last.range.upperBound == line.utf8.count
    let words = OtherSpelling.respelled(lexed.words)
    let texts = words.prefix(Grammar.mostWords).prefix { !$0.isQuoted }.map(\.text)
    for length in (0...texts.count).reversed() {
      guard let form = Grammar.exactForm(Array(texts[..<length])) else { continue }
      guard let rest = rest(of: form, after: words.dropFirst(length)) else { return nil }
      return (isAtWord ? " " : "") + rest
    }
    return words.count == texts.count ? restOfName(texts, isAtWord: isAtWord) : nil
  }

  private static func rest(
    of form: CommandForm, after words: ArraySlice<Word>
  ) -> String? {
    // What an expectation takes depends on its words, which Tab offers.
    if [.expect, .watch, .unwatch].contains(form.name), !words.isEmpty { return nil }
    var place = Place(form: form)
    for word in words {
      let given = place.given.count
      place.pass(word)
      // An option's name that is still being typed.
      if word.isOption, place.given.count == given { return nil }
    }
    if let option = place.openOption { return option.placeholder }
    if place.passed.count > form.parameters.count,
      ![.rest, .several].contains(form.parameters.last?.presence)
    {
      return nil
    }
    let parts = form.usageParts(passed: place.passed.count, given: place.given)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// How the command's name can go on.
  private static func restOfName(_ words: [String], isAtWord: Bool) -> String? {
    let next = Grammar.nextWords(after: words)
    if !next.isEmpty { return (isAtWord ? " " : "") + next.joined(separator: "|") }
    guard isAtWord, let typed = words.last else { return nil }
    let before = Array(words.dropLast())
    let choices = before.isEmpty ? Grammar.firstWords : Grammar.nextWords(after: before)
    let fitting = choices.filter {
      $0.utf8.starts(with: typed.utf8) && !$0.contains(".") && !$0.contains("_")
    }
    guard fitting.count == 1, let word = fitting.first else { return nil }
    let ending = String(word.utf8.dropFirst(typed.utf8.count)) ?? ""
    return ending + (after((before + [word]).joined(separator: " ")) ?? "")
  }
}
