import CEditline
import Testing

@testable import TokkiREPL

@Suite("Keys from bytes") struct KeyDecoderTests {
  @Test(
    "bytes become characters as soon as they are whole",
    arguments: [
      ([0x61], "a"),
      ([0xEC, 0x95, 0x88], "안"),
      ([0xF0, 0x9F, 0x90, 0xB0], "🐰"),
      ([0x03], "\u{3}"),
      ([0xEC, 0x61], "\u{FFFD}a"),
      ([0xEC, 0x95, 0xEC, 0x95, 0x88], "\u{FFFD}안"),
      ([0xFF, 0x80, 0x61], "\u{FFFD}\u{FFFD}a"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}"),
    ] as [([UInt8], String)])
  func decode(bytes: [UInt8], text: String) {
    var decoder = KeyDecoder()
    let scalars = bytes.flatMap { decoder.decode($0) } + decoder.finish()
    #expect(String(String.UnicodeScalarView(scalars)) == text)
  }
}

/// The tests write the escape character as `^`.
@Suite("Keys and pastes") struct KeySequenceTests {
  private func keys(_ typed: String) -> String {
    var sequences = KeySequences()
    let scalars = typed.replacing("^", with: "\u{1B}").unicodeScalars
    let keys = scalars.flatMap { sequences.take($0) }
    return String(String.UnicodeScalarView(keys)).replacing("\u{1B}", with: "^")
  }

  @Test(
    "keys that mean something come through, and all other sequences are left out as a whole",
    arguments: [
      ("ab", "ab"), ("^[A^OB^[1;5Cx", "^[A^OB^[1;5Cx"), ("^[3~", "^[3~"),
      ("a^[31mred^[0m", "ared"), ("^[38;2;1;2;3mx", "x"), ("^[?25hx", "x"), ("^[ qx", "x"),
      ("^OPx", "x"), ("^[15~x", "x"), ("^[[Ax", "x"), ("^bx", "^bx"),
      // What interrupts a sequence is not lost with it.
      ("^\rx", "\rx"), ("^[3\rx", "\rx"), ("^O\u{3}", "\u{3}"), ("^[31가", "가"),
      ("^^[A", "^[A"), ("^[^[A", "^[A"), ("^", ""),
    ])
  func sequences(typed: String, keys: String) { #expect(self.keys(typed) == keys) }

  @Test("a sequence that does not end lets go of what is typed after so many characters")
  func endless() {
    let keys = keys("^[" + String(repeating: "1", count: 100))
    #expect(keys.count > 60 && keys.allSatisfy { $0 == "1" })
  }

  @Test(
    "a paste is text, whatever it holds",
    arguments: [
      ("^[200~a\rb^[201~\rc", "a\rb\rc"),
      ("^[200~\"^[31mred^[0m\"^[201~", #""\e[31mred\e[0m""#),
      ("^[200~a\tb^[201~\t", "a\u{16}\tb\t"),
      ("^[200~\u{3}\u{4}\u{7F}\u{9B}^[201~", #"\u{3}\u{4}\u{7F}\u{9B}"#),
      ("^[200~^^[20^[A^[201~^[A", #"\e\e[20\e[A^[A"#),
      ("^[200~안녕 🐰^[201~", "안녕 🐰"), ("x^[201~y", "xy"),
    ])
  func paste(typed: String, keys: String) { #expect(self.keys(typed) == keys) }
}

@Suite("Layout of the line") struct LineLayoutTests {
  init() { #expect(tokki_use_utf8() == 1) }

  @Test(
    "rows below the first",
    arguments: [
      ("", 10, 0),
      ("123456789", 10, 0),
      ("1234567890", 10, 1),
      ("12345678가", 10, 1),
      ("123456789가", 10, 1),
      ("가나다라마", 11, 0),
      ("가나다라마바", 11, 1),
      ("1234567\t", 10, 0),
      ("a\nb", 10, 1),
      ("12345678\u{3}", 10, 1),
    ])
  func rows(text: String, columns: Int, row: Int) {
    var layout = LineLayout(columns: columns)
    layout.put(text.unicodeScalars)
    #expect(layout.row == row)
  }
}

@Suite("Candidates") struct CandidateListTests {
  init() { #expect(tokki_use_utf8() == 1) }

  @Test("they are listed in columns, read downwards")
  func columns() {
    #expect(
      table(of: ["ack", "bind", "큐", "get", "kill"], columns: 16) == """
        ack   get
        bind  kill
        큐

        """)
  }

  @Test("one that is wider than the terminal has a line for itself")
  func narrow() {
    #expect(table(of: ["declare", "delete"], columns: 4) == "declare\ndelete\n")
  }

  @Test("escape sequences in names are shown, not sent")
  func escapes() {
    #expect(table(of: ["q\u{1B}[2J"], columns: 80) == "q\\u{1B}[2J\n")
  }

  @Test("a long list says how much it leaves out")
  func limit() {
    #expect(table(of: ["a", "b", "c"], columns: 1, limit: 2) == "a\nb\n… and 1 more\n")
  }

  @Test(
    "the common beginning",
    arguments: [
      ([], ""), (["ack"], "ack"), (["declare", "delete"], "de"), (["a", "b"], ""),
      (["큐하나", "큐둘"], "큐"), (["a", ""], ""),
    ] as [([String], String)])
  func prefix(candidates: [String], prefix: String) {
    #expect(commonPrefix(of: candidates) == prefix)
  }
}

@Suite("Prompt") struct PromptTests {
  @Test("colours change by one sequence, and the last one stands before a space")
  func colours() {
    let prompt = Prompt([
      .init("tokki", .program), .init("", .time), .init(" 3s", .time), .init(">"),
    ])
    #expect(prompt.plain == "tokki 3s> ")
    #expect(
      prompt.coloured(delimiter: "|")
        == "|\u{1B}[0;1;32m|tokki|\u{1B}[0;33m| 3s|\u{1B}[0m|> ")
    #expect(
      Prompt([.init("real>", .realBroker)]).coloured(delimiter: "|")
        == "|\u{1B}[0;1;37;41m|real>|\u{1B}[0m| ")
  }

  @Test("control characters are left out")
  func control() {
    let prompt = Prompt([.init("a\u{1B}[2J\u{1}b\n")])
    #expect(prompt.plain == "a[2Jb ")
    #expect(prompt.coloured(delimiter: "\u{1}") == "a[2Jb ")
  }
}
