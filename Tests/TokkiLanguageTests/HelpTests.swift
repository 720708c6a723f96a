import Testing

@testable import TokkiLanguage

@Suite("Help comes from the grammar table")
struct HelpTests {
  @Test("Every command has one row, and no words mean two things")
  func rows() {
    #expect(
      Grammar.all.map(\.name.rawValue).sorted() == CommandName.allCases.map(\.rawValue).sorted())
    let words = Grammar.all.flatMap { [$0.name.rawValue] + $0.aliases }
    #expect(Set(words).count == words.count)
    for form in Grammar.all {
      let options = form.allOptions.map(\.name)
      #expect(Set(options).count == options.count, "\(form.name)")
    }
  }

  @Test("Every subject of an expectation has one row")
  func subjects() {
    #expect(
      ObjectForm.all.map(\.word.rawValue).sorted()
        == ObjectForm.Word.allCases.map(\.rawValue).sorted())
  }

  @Test("Every example is a line of the language and ends in its own command")
  func examples() throws {
    for (name, lines) in HelpPage.examples {
      let form = try #require(Grammar.form(of: name))
      for line in lines { #expect(command(line) != nil, "\(name): \(line)") }
      let last = try #require(lines.last)
      let match = try #require(try Grammar.match(try Lexer.words(of: last).words))
      #expect(match.form.name == form.name, "\(last)")
    }
  }

  @Test("Every text is there in both languages, and the Korean one is Korean")
  func languages() {
    var texts = Grammar.all.flatMap { form in
      [form.summary] + [form.note].compactMap(\.self) + form.options.map(\.meaning)
    }
    texts += ObjectForm.all.map(\.meaning) + HelpGroup.allCases.map(\.title)
    texts += OptionForm.ofClients.map(\.meaning)
    for text in texts {
      #expect(!text.english.isEmpty && !hasHangul(text.english), "\(text.english)")
      #expect(hasHangul(text.korean) || text.korean.hasPrefix("예: "), "\(text.korean)")
    }
  }

  private func hasHangul(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
  }

  @Test("Every group has commands")
  func groups() {
    for group in HelpGroup.allCases {
      #expect(Grammar.all.contains { $0.group == group }, "\(group)")
    }
  }

  @Test("Usage lines fit a terminal of 100 columns")
  func widths() {
    for form in Grammar.all { #expect(form.usage.utf8.count <= 100, "\(form.usage)") }
  }

  @Test("Every topic has a page in both languages, of equal shape")
  func pages() {
    var topics: [HelpTopic] = [.overview]
    topics += HelpGroup.allCases.map(HelpTopic.group)
    topics += CommandName.allCases.map { .commands([$0]) }
    for topic in topics {
      let english = HelpPage(topic, in: .english).parts
      #expect(!english.isEmpty)
      #expect(english.count == HelpPage(topic, in: .korean).parts.count, "\(topic)")
    }
  }

  @Test("The page of a command")
  func page() {
    #expect(
      HelpPage(.commands([.get]), in: .english).parts == [
        .heading("get QUEUE [--auto-ack] [--no-ack] [as NAME]"),
        .paragraph("take one message out of a queue, if there is one"),
        .paragraph(
          "Without --auto-ack it stays unacked until you answer with ack, nack or reject."),
        .paragraph("Sends: basic.get"),
        .heading("Options:"),
        .entry(
          term: "--auto-ack",
          meaning: "the broker forgets a message as soon as it is sent (no-ack)"),
        .entry(term: "--no-ack", meaning: "AMQP's name for --auto-ack"),
        .entry(term: "--as NAME", meaning: "which client does it; the same as `as NAME`"),
        .entry(term: "--channel N", meaning: "on which of its channels (default 1)"),
        .heading("Example:"),
        .example(["declare queue hello", "publish \"\" hello \"hi\"", "get hello"]),
      ])
  }
}
