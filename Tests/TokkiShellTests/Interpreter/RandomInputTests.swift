import SeededRandom
import Testing
import TokkiLanguage
import TokkiShell
import TokkiSimulation

@Suite("Random input")
struct RandomInputTests {
  @Test("50,000 random lines are each answered, and never trap")
  func lines() async {
    var random = SeededGenerator(seed: 11)
    var session = Session(seed: 1)
    for number in 0..<50_000 {
      if number % 500 == 0 { session = Session(seed: UInt64(number)) }
      let line = random.line(from: Rehearsal.lines)
      let outcome = await session.shell.run(line)
      guard outcome.isFailure, outcome.status != .incomplete else { continue }
      #expect(!outcome.parts.isEmpty, "\(line)")
    }
  }

  @Test("50,000 random files are each a transcript or an error with a place")
  func transcripts() {
    var random = SeededGenerator(seed: 12)
    let pieces = [
      "<!-- tokki transcript: seed 1 -->\n", "```tokki\n", "```\n", "tokki> ", "show\n", "...> x\n",
      "{{...}}\n", "{{a}}", "{{*}}", "{{", "}}", "<!--", "-->", "<!-- tokki hidden:", "\n", "\r\n",
      "tokki ", "pause: 2s", "한글", "\u{0}", "~~~~\n", "<!-- tokki note: a -->\n",
    ]
    for _ in 0..<50_000 {
      let count = Int(random.next() % 12)
      var text = random.next() % 2 == 0 ? "<!-- tokki transcript: seed 1 -->\n" : ""
      for _ in 0..<count { text += random.piece(of: pieces) }
      do {
        _ = try Transcript(text, fileName: "f.md")
      } catch {
        #expect(error.line >= 1)
        #expect(error.text(in: .english).hasPrefix("f.md:\(error.line): "))
      }
    }
  }

  @Test("Random transcripts can be run, and their acceptance passes")
  func runs() async {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<300 {
      var text = "<!-- tokki transcript: seed 1 -->\n```tokki\n"
      for _ in 0..<6 {
        text += "tokki> \(random.piece(of: Rehearsal.lines))\n"
        if random.next() % 3 == 0 { text += "{{...}}\n" }
        if random.next() % 3 == 0 { text += "✓ {{*}}\n" }
      }
      text += "```\n"
      do {
        let first = try await TranscriptVerifier.verify(text: text, fileName: "f.md")
        let again = try await TranscriptVerifier.verify(
          text: first.accepted, fileName: "f.md")
        #expect(again.isPassed, "\(text)\n\(again.diff)")
      } catch {
        Issue.record("\(error.text(in: .english))\n\(text)")
      }
    }
  }
}

extension SeededGenerator {
  fileprivate mutating func piece(of pieces: [String]) -> String { pick(pieces) ?? "" }

  /// A line of those, often with something in it changed, or random bytes.
  fileprivate mutating func line(from lines: [String]) -> String {
    var bytes = Array(piece(of: lines).utf8)
    if next() % 8 == 0 { bytes = (0..<(next() % 40)).map { _ in UInt8(next() % 256) } }
    for _ in 0..<(next() % 4) where !bytes.isEmpty {
      let place = Int(next() % UInt64(bytes.count))
      switch next() % 3 {
      case 0: bytes[place] = UInt8(next() % 256)
      case 1: bytes.remove(at: place)
      default: bytes.insert(UInt8(next() % 256), at: place)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
