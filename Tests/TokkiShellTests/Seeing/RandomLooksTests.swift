import SeededRandom
import Testing
import TokkiLanguage
import TokkiShell

@Suite("Looking at random runs")
struct RandomLooksTests {
  private static let pieces = [
    "declare queue a", "declare queue 큐 --message-ttl 2s --dead-letter-exchange dlx",
    "declare queue b --max-length 2 --dead-letter-exchange dlx", "declare exchange dlx fanout",
    "bind queue a dlx", "declare queue quorum --type quorum --durable --delivery-limit 1",
    "consume a as w1 --work dots", "consume 큐 as 일꾼 --prefetch 1 --work 700ms",
    "consume b as w2", "consume b as w2", "consume quorum as w3 --prefetch 2",
    "consume a as w4 --auto-ack --work 3s", "publish \"\" a \"무거운 작업...\" --repeat 3",
    "publish \"\" 큐 \"\\u{1B}[31m빨강\\n\" --repeat 2", "publish \"\" b x.. --repeat 4",
    "publish \"\" quorum y", "publish \"\" nowhere z --mandatory",
    "publish dlx k \"\" --persistent",
    "confirm select", "tx select as t", "publish \"\" a t as t", "tx commit as t", "get a", "get b",
    "get 큐", "ack", "nack", "reject you --discard", "ack w2", "nack w2 --multiple", "nack w3",
    "reject w3 --discard", "kill w1", "kill w2", "kill 일꾼", "kill w4", "close connection w3",
    "purge a", "delete queue b", "delete queue 큐", "restart", "undo", "undo 3", "redo", "reset",
    "advance 1ms", "advance 1s", "advance 2500ms", "advance 3h", "recover as w2",
  ]

  private static let looks = [
    "timeline", "timeline a w1", "timeline --from 1s --to 2s", "timeline --from 5h", "trace",
    "trace 1", "trace 3", "trace x..", "list messages", "sequence", "sequence --last 200", "show",
  ]

  @Test("At any width no line is longer, nothing traps, nothing reaches a terminal unescaped")
  func widths() async {
    var random = SeededGenerator(seed: 5)
    for run in 0..<150 {
      let session = Session(seed: UInt64(run))
      for _ in 0..<Int(random.next() % 40) {
        _ = await session.shell.run(random.pick(Self.pieces) ?? "")
      }
      let width = 20 + Int(random.next() % 120)
      let style = Style(isUnicode: random.next() % 4 > 0, width: width, wrapsSentences: true)
      let renderer = Renderer(language: random.next() % 2 == 0 ? .english : .korean, style: style)
      for look in Self.looks {
        let outcome = await session.shell.run(look)
        #expect(!OutcomeJSON.text(outcome).isEmpty)
        for line in renderer.text(outcome).split(separator: "\n") {
          #expect(isHarmless(line), "\(run) \(look): \(line)")
          guard !outcome.isFailure else { continue }
          #expect(DisplayWidth.of(String(line)) <= width, "\(run) \(width) \(look): \(line)")
        }
      }
    }
  }

  private func isHarmless(_ line: Substring) -> Bool {
    line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}
