import AMQPModel
import StagedBroker
import Synchronization
import Testing
import TokkiClient

@testable import TokkiShell

@Suite("Two brokers compared") struct ComparisonTests {
  private static let versionsInEnglish = """
    ✗ line 3: get q
      answers to you
        Tokki           basic.get-ok routing-key=q headers={x-delivery-count=0} "hi"
        RabbitMQ 4.0.5  basic.get-ok routing-key=q "hi"
    ✗ line 7: get q
      answers to you
        Tokki           basic.get-ok routing-key=q headers={x-delivery-count=0} priority=5 "again"
        RabbitMQ 4.0.5  basic.get-ok routing-key=q priority=5 "again"
    ✗ 9 lines compared with RabbitMQ 4.0.5: 2 differences
    """
  private static let versionsInKorean = """
    ✗ 3번째 줄: get q
      you에 대한 응답
        Tokki           basic.get-ok routing-key=q headers={x-delivery-count=0} "hi"
        RabbitMQ 4.0.5  basic.get-ok routing-key=q "hi"
    ✗ 7번째 줄: get q
      you에 대한 응답
        Tokki           basic.get-ok routing-key=q headers={x-delivery-count=0} priority=5 "again"
        RabbitMQ 4.0.5  basic.get-ok routing-key=q priority=5 "again"
    ✗ RabbitMQ 4.0.5 브로커와 9줄 비교: 2개 다름
    """
  private static let sideBySide = """
    ✗ line 3: get q
        Tokki                                     RabbitMQ 4.0.5
      answers to you
        basic.get-ok routing-key=q                basic.get-ok routing-key=q "hi"
          headers={x-delivery-count=0} "hi"
    ✗ line 7: get q
        Tokki                                     RabbitMQ 4.0.5
      answers to you
        basic.get-ok routing-key=q                basic.get-ok routing-key=q priority=5
          headers={x-delivery-count=0}              "again"
          priority=5 "again"
    ✗ 9 lines compared with RabbitMQ 4.0.5: 2 differences
    """
  private static let oneAsJSON = #"""
    {"number":3,"line":"get q","subject":"answers to you","simulated":"basic.get-ok \#
    routing-key=q headers={x-delivery-count=0} \"hi\"","real":"basic.get-ok routing-key=q \#
    \"hi\""}
    """#

  @Test("the same on both is no difference, nor are names, tags and moments")
  func alike() async throws {
    let report = try await Comparing().run(
      "declare queue \"\"", "declare queue tasks --durable --type quorum",
      "consume tasks as w1 --work dots", "consume tasks as w2 --work dots",
      "publish \"\" tasks \"one..\" --repeat 3", "advance 2s", "kill w2",
      "expect queue tasks messages 1 unacked 1 consumers 1", "advance 10s",
      "declare exchange logs fanout", "bind queue tasks nowhere", "get \"\"",
      "expect queue tasks messages 0", "call \"\" tasks 5")
    #expect(report.differences == [])
    #expect(report.omissions == [])
    #expect(report.lineCount == 14)
    #expect(report.broker == "RabbitMQ 4.0.5")
  }

  @Test("lines that cannot be compared are named with their reason")
  func omissions() async throws {
    let report = try await Comparing().run(
      "restart", "undo", "add vhost other", "open connection w --vhost other",
      "set policy p ^q --max-length 1 --vhost other", "delete user guest",
      "declare queue q --message-ttl 1h", "publish \"\" q hi", "advance 1m",
      "expect message in q body hi",
      "# a comment", "help", "list queues")
    #expect(report.isEqual)
    #expect(
      report.omissions.map(\.reason) == [
        .simulatorOnly, .simulatorOnly, .access, .access, .access, .access, .tooLong(60_000),
        .untold,
      ])
    #expect(report.lineCount == 2)
  }

  @Test("users are the run's own, and are gone afterwards; policies and permissions are compared")
  func operators() async throws {
    let comparing = Comparing()
    let report = try await comparing.run(
      "add user alice secret", "open connection w --user alice",
      "set permissions alice ^a .* .*", "open connection w --user alice", "declare queue b as w",
      "declare queue a as w", "set policy short ^a --max-length 1",
      "publish \"\" a x --repeat 3", "expect queue a ready 1 policy short",
      "expect permissions alice configure ^a", "open connection v --user bob",
      "close connection w", "delete user alice", "expect user alice absent")
    #expect(report.differences == [])
    #expect(report.omissions == [])
    #expect(report.lineCount == 14)
    #expect(report.leftBehind == [])
    let users = await comparing.finder.simulation.snapshot().users.map(\.name)
    #expect(users == ["guest"])
  }

  @Test("what a broker of another version does is found: the line, the matter, both sides")
  func versions() async throws {
    var comparing = Comparing(finder: StagedPeerFinder(profile: .rabbitMQ40), profile: .rabbitMQ310)
    comparing.patience = RealSession.littlePatience
    let report = try await comparing.run(
      "declare queue q --type quorum --durable", "publish \"\" q hi", "get q", "ack",
      "publish \"\" q again --priority 5", "expect queue q messages 1", "get q", "ack", "get q")
    #expect(report.differences.map(\.line.number) == [3, 7])
    expectText(Comparing.text(report), Self.versionsInEnglish)
    expectText(Comparing.text(report, language: .korean), Self.versionsInKorean)
    let narrow = Comparing.text(report, width: 40, wraps: true)
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 40 })
    expectText(Comparing.text(report, width: 86, wraps: true), Self.sideBySide)
    #expect(report.json.text.contains(Self.oneAsJSON))
  }

  @Test("a delivery more on the real side is found, and the lines after it compare again")
  func extra() async throws {
    let isDone = Mutex(false)
    var comparing = Comparing(patience: RealSession.littlePatience)
    comparing.finder.falsify = { report in
      guard case .delivered(let delivery) = report.fact, delivery.content.body == Array("two".utf8),
        isDone.withLock({ isDone in
          defer { isDone = true }
          return !isDone
        })
      else { return [report] }
      var again = delivery
      again.deliveryTag += 1000
      var more = report
      more.fact = .delivered(again)
      return [report, more]
    }
    let report = try await comparing.run(
      "declare queue q", "consume q as w", "publish \"\" q one", "publish \"\" q two",
      "publish \"\" q three", "ack w", "ack w", "ack w", "expect queue q ready 0")
    #expect(report.differences.count == 1)
    let difference = try #require(report.differences.first)
    #expect(difference.line == .init(number: 4, text: "publish \"\" q two"))
    #expect(difference.matter.client == "w")
    #expect(difference.simulated == nil)
    #expect(difference.real == "basic.deliver routing-key=q \"two\"")
  }

  @Test("a message less on the real side is found once, and not in each later line")
  func missing() async throws {
    var comparing = Comparing(patience: RealSession.littlePatience)
    comparing.finder.falsify = { report in
      if case .delivered(let delivery) = report.fact, delivery.content.body == Array("two".utf8) {
        return []
      }
      return [report]
    }
    let report = try await comparing.run(
      "declare queue q", "consume q as w --auto-ack", "publish \"\" q one", "publish \"\" q two",
      "publish \"\" q three", "publish \"\" q four", "declare queue other", "cancel w")
    #expect(report.differences.map(\.line.number) == [4])
    #expect(report.differences.first?.real == nil)
  }

  @Test("time passes on the real broker only where it has time limits")
  func time() async throws {
    let start = ContinuousClock.now
    let workers = try await Comparing().run(
      "declare queue q", "consume q as w --work 5h", "publish \"\" q hi", "advance 10h",
      "expect queue q messages 0")
    #expect(workers.isEqual)
    // Far from the ten hours that would have passed there, however busy the machine is.
    #expect(start.duration(to: .now) < .seconds(3600))
    let limits = ContinuousClock.now
    let report = try await Comparing().run(
      "declare queue q --message-ttl 1s", "publish \"\" q hi", "advance 2s",
      "expect queue q messages 0")
    #expect(report.isEqual)
    #expect(limits.duration(to: .now) >= .seconds(1))
  }

  @Test("a virtual host of its own is there meanwhile, and gone after")
  func virtualHost() async throws {
    let comparing = Comparing()
    let seen = Mutex<Set<String>>([])
    var watching = comparing
    watching.finder.falsify = { report in
      if case .connected(let identity) = report.fact {
        seen.withLock { _ = $0.insert(identity.virtualHost) }
      }
      return [report]
    }
    let report = try await watching.run("declare queue q --durable")
    #expect(report.leftBehind == [])
    #expect(seen.withLock { $0 }.contains { $0.hasPrefix("tokki-compare-") })
    let hosts = await comparing.finder.simulation.snapshot().virtualHosts
    #expect(hosts.map(\.name) == ["/"])
    #expect(hosts.first?.queues == [])
  }

  @Test("a broker that goes away ends the comparison with the line and the reason")
  func lost() async throws {
    var comparing = Comparing()
    comparing.finder.isGone = { $0.name == QueuePurge.name }
    let line = ComparisonReport.Line(number: 2, text: "purge q")
    await #expect(
      throws: BrokerComparison.Failure.lost(.init(line: line, reason: "connection refused"))
    ) { try await comparing.run("declare queue q", "purge q", "publish \"\" q hi") }
    let hosts = await comparing.finder.simulation.snapshot().virtualHosts
    #expect(hosts.map(\.name) == ["/"])
  }

  @Test("whoever gives up leaves nothing behind")
  func givenUp() async throws {
    let comparing = Comparing()
    let task = Task {
      try await comparing.run(
        "declare queue q --message-ttl 20s", "publish \"\" q hi",
        "advance 30s")
    }
    while await comparing.finder.simulation.snapshot().virtualHosts.count < 2 {
      await Task.yield()
    }
    task.cancel()
    await #expect(throws: BrokerComparison.Failure.givenUp(leftBehind: [])) {
      try await task.value
    }
    let hosts = await comparing.finder.simulation.snapshot().virtualHosts
    #expect(hosts.map(\.name) == ["/"])
  }
}
