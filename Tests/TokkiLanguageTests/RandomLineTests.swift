import SeededRandom
import Testing
import TokkiLanguage

@Suite("No line is a trap")
struct RandomLineTests {
  private struct NoNames: LiveNames {
    func names(for slot: Slot) -> [String] { ["a", "#", "두 낱말"] }
  }

  private static let pieces = [
    "declare", "queue", "exchange", "bind", "publish", "consume", "ack", "expect", "message", "in",
    "routed", "to", "binding", "help", "lesson", "explain", "as", "not", "no", "at", "least", "--",
    "--header", "--work", "--durable", "--as", "--type=", "k=v", "=", "\"", "'", "\\", "\\u{", "}",
    "\"\"", "#", "# ", "\n", "\r\n", "\t", "\u{0}", "\u{1B}[2J", "안녕", "ㅎ", "“", "—x", "\u{3000}",
    "\u{A0}", "🐇", "e\u{301}", "1", "-1", "99999999999999999999", "1.5s", "9e999", ">=", ">= ", "%",
  ]

  private func line(_ generator: inout SeededGenerator) -> String {
    let length = Int.random(in: 0...12, using: &generator)
    if Bool.random(using: &generator) {
      return (0..<length).map { _ in
        (Self.pieces.randomElement(using: &generator) ?? "")
          + (Int.random(in: 0...2, using: &generator) == 0 ? "" : " ")
      }.joined()
    }
    let bytes = (0..<(length * 3)).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "100,000 random lines are each a command, a continuation, nothing, or a sentence with a place")
  func lines() {
    var generator = SeededGenerator(seed: 20_261_121)
    for number in 0..<100_000 {
      let line = line(&generator)
      switch Command.parse(line) {
      case .nothing, .incomplete: break
      case .command(let command):
        #expect(Command.parse(command.description) == .command(command), "\(line.debugDescription)")
      case .failure(let error):
        let length = line.utf8.count
        if error.range.lowerBound < 0 || error.range.upperBound > length {
          Issue.record("a place outside of the line: \(line.debugDescription)")
        }
        if number % 10 == 0, error.complaint(in: .korean).problem.isEmpty {
          Issue.record("no sentence: \(line.debugDescription)")
        }
      }
      if number % 10 == 0 {
        _ = Completion.complete(line, cursor: number % 40, names: NoNames())
      }
    }
  }
}
