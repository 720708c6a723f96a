import SeededRandom
import Testing
import TokkiLanguage
import TokkiShell

@Suite("Timelines with more than there are cells")
struct CrowdTests {
  private func timeline(
    _ lines: [String], language: Language = .english, style: Style = .plain
  ) async -> String {
    await Session(language: language, style: style).run(lines + ["timeline"])
  }

  private static let shifts = [
    "declare queue 일감", "consume 일감 as 일꾼 --prefetch 1 --work 100ms",
    "publish \"\" 일감 가 --repeat 60", "advance 3s", "kill 일꾼",
    "consume 일감 as w2 --prefetch 1 --work 100ms", "advance 2s",
  ]

  @Test("What ends in the last column keeps its sign beside what begins there")
  func lastColumn() async {
    expectText(
      await timeline([
        "declare queue q", "consume q as w --prefetch 1 --work 1s", "publish \"\" q a --repeat 5",
        "advance 3s",
      ]),
      """
                  0s        500ms     1s        1.5s      2s        2.5s      3s
                  ├─────────┼─────────┼─────────┼─────────┼─────────┼─────────┼
      q ready     4···················3···················2··················1
        w         ┣#1 a ━━━━━━━━━━━━━✓┣#2 a ━━━━━━━━━━━━━✓┣#3 a ━━━━━━━━━━━━✓▶
      busy: w 3s of 3s (3 done)
      ✓ acked · ▶ in hand · #1 is a message: trace 1 tells its life
      """)
  }

  @Test("Many short messages in a narrow window: how many, and each sign of an end")
  func narrow() async {
    expectText(
      await timeline(Self.shifts, style: Style(width: 60)),
      """
                  0s      1s      2s      3s      4s      5s
                  ├───────┼───────┼───────┼───────┼───────┼
      일감 ready  58·55·51·47·43·40·36·32·28·25·21·17·13·9
        일꾼      ┣#1..#30 30× ━━━━━━━━━━✓#31†
        w2                                ┣#31..#51 21×━✓▶
           3s  † 일꾼 died with #31 "가" in hand: back to 일감
      busy: 일꾼 3s of 5s (30 done), w2 2s of 5s (20 done)
      ✓ acked · ▶ in hand · † its consumer died · N×: that many,
        too close together to be drawn apart · #1 is a message:
        trace 1 tells its life
      """)
    expectText(
      await timeline(Self.shifts, language: .korean, style: Style(isUnicode: false, width: 44)),
      """
                  0s   1s   2s   3s   4s   5s
                  |----+----+----+----+----+
      일감 ready  58.52.46.40.34.28.22.16.9
        일꾼      [#1..#30 30* =v#31!
        w2                       [20* ===v>
           3s  ! 일꾼 프로세스가 #31 "가" 처리
           중에 죽음: 일감 큐로 되돌아옴
      작업 시간: 일꾼 5s 중 3s (30개 완료), w2 5s
        중 2s (20개 완료)
      v ack - > 처리 중 - ! 컨슈머가 죽음 - N*:
        너무 촘촘해 따로 그리지 못한 것의 개수 -
        #1: 메시지 번호, 이력 보기: trace 1
      """)
  }

  @Test("One moment with an ack, a reject and a give-back, and a queue that lets many go")
  func moment() async {
    let lines = [
      "declare queue q --message-ttl 2s", "publish \"\" q a --repeat 30", "get q", "ack", "get q",
      "reject you --discard", "get q", "nack", "get q --auto-ack", "advance 10s",
    ]
    expectText(
      await timeline(lines),
      """
                  0s                       1s                       2s
                  ├────────────────────────┼────────────────────────┼
      q ready     27···············································0
          leaves                                                27×✗
        you       #1..#3 4×✓↺✗
           0s  ✗ you rejected #2 "a": gone from q
           0s  ↺ you gave #3 "a" back to q
           2s  ✗ #4 "a" left q: expired
           2s  ✗ #5 "a" left q: expired
           2s  ✗ #6 "a" left q: expired
           2s  ✗ #7 "a" left q: expired
           2s  ✗ #8 "a" left q: expired
           2s  ✗ #9 "a" left q: expired
           2s  ✗ #10 "a" left q: expired
           2s  ✗ #11 "a" left q: expired
               and 19 more
      ✓ acked · ↺ back in its queue · ✗ gone · N×: that many, too close together to be
        drawn apart · #1 is a message: trace 1 tells its life
      """)
  }

  // MARK: Random runs

  private static let pieces = [
    "publish \"\" a 가 --repeat 7", "publish \"\" a 가", "publish \"\" 큐 가 --repeat 3",
    "publish \"\" 큐 가", "get a as g", "ack g", "nack g", "reject g --discard", "get 큐 as g",
    "get a --auto-ack as g", "consume a as w1 --prefetch 1 --work 90ms",
    "consume a as w2 --prefetch 1 --work 700ms", "consume 큐 as 일꾼 --prefetch 3 --work 10ms",
    "consume 큐 as 사람 --prefetch 2", "ack 사람", "nack 사람", "reject 사람 --discard", "kill w1",
    "kill w2", "kill 일꾼", "kill 사람", "advance 1ms", "advance 50ms", "advance 300ms", "advance 2s",
    "advance 9s",
  ]

  private static let setUp = [
    "declare exchange dlx fanout", "declare queue dead", "bind queue dead dlx",
    "declare queue a", "declare queue 큐 --dead-letter-exchange dlx",
  ]

  @Test("Each delivery's end is in the chart, or counted where several have one place")
  func everyEnd() async {
    var random = SeededGenerator(seed: 12)
    for run in 0..<120 {
      let session = Session(seed: UInt64(run))
      await session.run(Self.setUp + ["publish \"\" a 가 --repeat 20", "advance 1s"])
      for _ in 0..<Int(random.next() % 120) { await session.run(random.pick(Self.pieces) ?? "") }
      let outcome = await session.shell.run("timeline")
      guard case .timeline(let timeline)? = outcome.parts.first else {
        Issue.record("no timeline")
        return
      }
      let isUnicode = random.next() % 3 > 0
      let style = Style(isUnicode: isUnicode, width: 44 + Int(random.next() % 100))
      let text = Renderer(style: style).text(outcome)
      guard timeline.from < timeline.to else { continue }
      for queue in timeline.queues {
        for worker in queue.workers {
          var one = timeline
          one.queues = [queue]
          one.queues[0].workers = [worker]
          let text = Renderer(style: style).text(
            Outcome(line: "timeline", at: 0, parts: [.timeline(one)]))
          let drawn = DrawnEnds(of: worker, text, isUnicode: isUnicode)
          #expect(drawn.missing.isEmpty, "\(run): \(drawn.missing)\n\(text)")
          #expect(
            drawn.counts.contains(drawn.ends.count),
            "\(run): \(drawn.ends.count) of \(drawn.counts)\n\(text)")
        }
      }
      // The legend explains the sign where it is in the chart, and only there.
      let times = isUnicode ? "×" : "*"
      let count = text.split(separator: times, omittingEmptySubsequences: false).count - 1
      #expect(count == 0 || (count > 1 && text.contains("N\(times):")), "\(run)\n\(text)")
    }
  }
}

/// The ends that the rows of one worker show.
private struct DrawnEnds {
  /// How each delivery that was begun ended.
  private(set) var ends: [String] = []
  private(set) var missing: Set<String> = []
  /// How many ends the rows may stand for: after a number it is not known which sign is the first
  /// that belongs to something else.
  private(set) var counts = 0...0

  init(of worker: WorkTimeline.Worker, _ text: String, isUnicode: Bool) {
    let signs = Array(isUnicode ? "✓▶↺⇢✗†" : "v><^x!")
    let isWorker = worker.deliveries.contains { $0.workedFrom != nil }
    for delivery in worker.deliveries {
      if isWorker, delivery.workedFrom == nil, delivery.consumerTag != nil { continue }
      ends.append(String(signs[Self.sign(of: delivery)]))
    }
    var least = 0
    var most = 0
    var shown: Set<String> = []
    for row in Self.rows(of: worker, text) {
      if row.contains("more at the same time") {
        let left = Int(row.split(separator: " ").dropFirst().first ?? "") ?? 0
        least += left
        most += left
        // Those are told by their number alone.
        shown.formUnion(signs.map(String.init))
        continue
      }
      var run = 0
      var isCrowd = false
      var number = ""
      for character in row + " " {
        if character.isNumber {
          number.append(character)
          continue
        }
        if character == (isUnicode ? "×" : "*"), let count = Int(number) {
          least += count
          most += count
          isCrowd = true
        } else if signs.contains(character) {
          shown.insert(String(character))
          run += 1
          if isCrowd { most += run > 1 ? 1 : 0 } else { least += 1 }
          if !isCrowd { most += 1 }
        } else if run > 0 {
          run = 0
          isCrowd = false
        }
        number = ""
      }
    }
    counts = least...max(least, most)
    missing = Set(ends).subtracting(shown)
  }

  private static func sign(of delivery: HandledDelivery) -> Int {
    let isOver = delivery.workedFrom == nil ? delivery.endedAt != nil : delivery.workedTo != nil
    guard isOver, let ending = delivery.ending else { return isOver ? 0 : 1 }
    return switch ending {
    case .acknowledged, .automatic: 0
    case .requeued, .closed: 2
    case .deadLettered: 3
    case .rejected, .queueGone: 4
    case .killed, .lost: 5
    }
  }

  /// The cells of a timeline of one worker that are its own, without its name.
  private static func rows(of worker: WorkTimeline.Worker, _ text: String) -> [String] {
    let lines = text.split(separator: "\n").map(String.init)
    let indent = (lines.first ?? "").prefix { $0 == " " }.count
    let label = "  " + worker.client
    guard let first = lines.firstIndex(where: { $0.hasPrefix(label) }) else { return [] }
    let rest = lines[(first + 1)...].prefix {
      $0.hasPrefix(String(repeating: " ", count: indent))
    }
    return [lines[first]].map { cells(of: $0, after: indent) }
      + rest.map { cells(of: $0, after: indent) }
  }

  private static func cells(of line: String, after indent: Int) -> String {
    var width = 0
    return String(
      line.drop { character in
        width += DisplayWidth.of(character)
        return width <= indent
      })
  }
}
