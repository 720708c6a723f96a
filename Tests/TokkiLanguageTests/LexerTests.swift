import Testing
import TokkiLanguage

@testable import TokkiLanguage

@Suite("A line is taken apart into words")
struct LexerTests {
  private func words(_ line: String) throws -> [String] {
    try Lexer.words(of: line).words.map(\.text)
  }

  @Test("Spaces separate, quotation marks hold together")
  func words() throws {
    let table: [(String, [String])] = [
      ("", []),
      ("   \t ", []),
      ("a b", ["a", "b"]),
      ("publish \"\" hello", ["publish", "", "hello"]),
      (#""a b" 'c d'"#, ["a b", "c d"]),
      (#""a\n\t\"\\\u{1F407}""#, ["a\n\t\"\\🐇"]),
      (#""\e[31m""#, ["\u{1B}[31m"]),
      (#"'a\n\'b\\'"#, [#"a\n'b\"#]),
      ("don't stop", ["don't", "stop"]),
      (#"{"a":1}"#, [#"{"a":1}"#]),
      (#"k="a b" k='c'"#, ["k=a b", "k=c"]),
      (#""a"b"#, ["ab"]),
      ("안녕　하세요", ["안녕", "하세요"]),
      ("a\u{00A0}b", ["a", "b"]),
      ("a \\\n b", ["a", "b"]),
      ("\"a\\\nb\"", ["ab"]),
      ("\"a\nb\"", ["a\nb"]),
      ("C:\\temp x", ["C:\\temp", "x"]),
    ]
    for (line, expected) in table { #expect(try words(line) == expected, "\(line)") }
  }

  @Test("A # begins a comment only where it cannot be a binding key")
  func comments() throws {
    let table: [(String, [String])] = [
      ("# all of it", []),
      ("#!/usr/bin/env tokki", []),
      ("show # a comment", ["show"]),
      ("show #", ["show", "#"]),
      ("bind queue q logs #", ["bind", "queue", "q", "logs", "#"]),
      ("bind queue q logs #  ", ["bind", "queue", "q", "logs", "#"]),
      ("bind queue q logs # --arg a=1", ["bind", "queue", "q", "logs", "#", "--arg", "a=1"]),
      ("bind queue q logs # # all of them", ["bind", "queue", "q", "logs", "#"]),
      ("bind queue q logs #.error", ["bind", "queue", "q", "logs", "#.error"]),
      ("bind queue q logs \"#\" # all", ["bind", "queue", "q", "logs", "#"]),
      ("show # ends in a backslash \\", ["show"]),
      ("show # one\nlist queues", ["show", "list", "queues"]),
    ]
    for (line, expected) in table { #expect(try words(line) == expected, "\(line)") }
  }

  @Test("An open quotation or a backslash asks for the next line")
  func continuations() {
    #expect(Command.parse("publish \"\" q \"first") == .incomplete(.quote("\"")))
    #expect(Command.parse("publish '' q 'first") == .incomplete(.quote("'")))
    #expect(Command.parse("declare queue q \\") == .incomplete(.backslash))
    #expect(Command.parse("declare queue q\\") == .incomplete(.backslash))
    #expect(Command.parse("publish \"\" q \"a\\") == .incomplete(.quote("\"")))
    #expect(command("publish \"\" q \"first\nsecond\"") != nil)
    #expect(command("declare queue q \\\n  --durable") == command("declare queue q --durable"))
  }

  @Test("Blank lines and comments are nothing")
  func nothing() {
    for line in ["", "   ", "# note", "  # note", "\n"] {
      #expect(Command.parse(line) == .nothing, "\(line)")
    }
  }

  @Test("A place is counted in the line's UTF-8, quotation marks included")
  func ranges() throws {
    let words = try Lexer.words(of: "publish \"\" 큐 'a b'").words
    #expect(words.map(\.range) == [0..<7, 8..<10, 11..<14, 15..<20])
  }
}
