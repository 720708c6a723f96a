import Testing
import TokkiLanguage

/// A line, the part of it that the error is about, and the sentences.
struct RefusedLine: Sendable, CustomTestStringConvertible {
  var line: String
  var place: String
  var english: String
  var korean: String

  init(_ line: String, at place: String, _ english: String, _ korean: String) {
    self.line = line
    self.place = place
    self.english = english
    self.korean = korean
  }

  var testDescription: String { line }
}

@Suite("A refused line is answered with its place, the rule and what to do")
struct ErrorSentenceTests {
  @Test(
    "In these words",
    arguments: RefusedLine.commands + RefusedLine.values + RefusedLine.uris
      + RefusedLine.expectations + RefusedLine.operators)
  func sentences(refused: RefusedLine) throws {
    guard case .failure(let error) = Command.parse(refused.line) else {
      Issue.record("not refused")
      return
    }
    let bytes = Array(refused.line.utf8)
    #expect(String(decoding: bytes[error.range], as: UTF8.self) == refused.place)
    #expect(error.complaint(in: .english).description == refused.english)
    #expect(error.complaint(in: .korean).description == refused.korean)
  }

  @Test("What is missing is missing at the end of the line")
  func places() throws {
    guard case .failure(let error) = Command.parse("publish logs k   # no body") else {
      Issue.record("not refused")
      return
    }
    #expect(error.range == 14..<14)
    #expect(error.reason == .missingParameter("BODY"))
    #expect(error.command == .publish)
  }

  @Test("What a terminal would act upon is escaped, and what is long is cut")
  func untrustedText() throws {
    for line in ["show \u{1B}[2J", String(repeating: "한", count: 500), "\u{202E}evil"] {
      guard case .failure(let error) = Command.parse(line) else {
        Issue.record("not refused")
        continue
      }
      for language in Language.allCases {
        let text = error.complaint(in: language).description
        #expect(text.unicodeScalars.count < 200)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      }
    }
  }
}
