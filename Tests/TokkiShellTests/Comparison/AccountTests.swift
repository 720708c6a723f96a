import AMQPModel
import Testing
import TokkiClient

@testable import TokkiShell

@Suite("Accounts of what clients learned") struct AccountTests {
  private static func report(
    _ fact: ClientFact, by client: ClientName = "you", channel: UInt16 = 1
  ) -> ClientReport {
    ClientReport(at: 0, client: client, channel: channel, fact: fact)
  }

  private static func delivery(_ tag: UInt64, of consumer: String) -> ClientFact {
    .delivered(
      Delivery(
        consumerTag: consumer, deliveryTag: tag, redelivered: false, exchange: "",
        routingKey: "q", content: Content(text: "hi")))
  }

  private static func texts(
    _ facts: [ClientFact], about kind: ComparisonReport.Matter.Kind
  ) -> [String] {
    var account = Account(virtualHost: "own")
    for fact in facts { account.read(report(fact)) }
    return account[.init(kind: kind, client: "you", channel: 1)].map(\.text)
  }

  @Test(
    "each fact is told without what differs from run to run",
    arguments: [
      (
        [delivery(7, of: "amq.ctag-abc")], .deliveries(consumerTag: "amq.ctag-1"),
        ["basic.deliver routing-key=q \"hi\""]
      ),
      (
        [delivery(7, of: "c"), .sent(.basicAck(BasicAck(deliveryTag: 7)), nil)], .methodsSent,
        ["basic.ack of delivery 1 of c"]
      ),
      (
        [.sent(.basicNack(BasicNack(multiple: true, requeue: true)), nil)], .methodsSent,
        ["basic.nack of all multiple requeue"]
      ),
      (
        [
          .replied(.basicGetOk(BasicGetOk(deliveryTag: 4)), Content(text: "x")),
          .sent(.basicReject(BasicReject(deliveryTag: 4, requeue: false)), nil),
        ], .methodsSent, ["basic.reject of get 1"]
      ),
      (
        [.confirmed(deliveryTag: 3, multiple: true, acknowledged: true)], .confirms,
        ["basic.ack of publish 1", "basic.ack of publish 2", "basic.ack of publish 3"]
      ),
      (
        [
          .confirmed(deliveryTag: 2, multiple: false, acknowledged: true),
          .confirmed(deliveryTag: 2, multiple: true, acknowledged: false),
        ], .confirms, ["basic.nack of publish 1", "basic.ack of publish 2"]
      ),
      (
        [
          .channelClosed(
            code: 404, text: "NOT_FOUND - no queue 'q' in vhost 'own'", during: QueueBind.id)
        ], .closes,
        ["channel.close during=50,20 404 NOT_FOUND - no queue 'q' in vhost '/'"]
      ),
      ([.replied(.channelFlowOk(ChannelFlowOk(active: true)), nil)], .answers, []),
    ] as [([ClientFact], ComparisonReport.Matter.Kind, [String])])
  func facts(
    _ facts: [ClientFact], about kind: ComparisonReport.Matter.Kind, _ wanted: [String]
  ) {
    #expect(Self.texts(facts, about: kind) == wanted)
  }

  @Test("a text that the broker has cut is compared as far as it goes")
  func cut() {
    let whole = String(repeating: "long ", count: 60)
    let short = String(whole.prefix(252)) + "..."
    let ours = Self.entries(closing: whole)
    let theirs = Self.entries(closing: short)
    #expect(Alignment(ours, theirs).differences.isEmpty)
    #expect(!Alignment(ours, Self.entries(closing: "other")).differences.isEmpty)
  }

  private static func entries(closing text: String) -> [Account.Entry] {
    var account = Account(virtualHost: "/")
    account.read(report(.channelClosed(code: 406, text: text, during: QueueDeclare.id)))
    return account[.init(kind: .closes, client: "you", channel: 1)]
  }

  @Test("where one had a delivery more, the next ones are counted alike again")
  func counting() {
    var ours = Account(virtualHost: "/")
    var theirs = Account(virtualHost: "/")
    ours.read(Self.report(Self.delivery(1, of: "c")))
    theirs.read(Self.report(Self.delivery(1, of: "c")))
    theirs.read(Self.report(Self.delivery(2, of: "c")))
    Account.agree(&ours, &theirs)
    for (account, tag) in [(0, 2), (1, 3)] as [(Int, UInt64)] {
      let facts = [Self.delivery(tag, of: "c"), .sent(.basicAck(BasicAck(deliveryTag: tag)), nil)]
      for fact in facts {
        if account == 0 { ours.read(Self.report(fact)) } else { theirs.read(Self.report(fact)) }
      }
    }
    #expect(ours.entries == theirs.entries)
    #expect(ours.entries.count == 2)
  }

  @Test(
    "names that a broker made up are numbered as they appear",
    arguments: [
      ("amq.gen-Xy_1-z", "amq.gen-1"), ("'amq.gen-a' and amq.gen-b, amq.gen-a", nil),
      ("amq.ctag-k/9==", "amq.ctag-1"), ("amq.rabbitmq.reply-to.g1.x", "amq.rabbitmq.reply-to.1"),
      ("amq.rabbitmq.reply-to", "amq.rabbitmq.reply-to"), ("amq.gen-", "amq.gen-"),
      ("amq.topic", "amq.topic"), ("plain", "plain"), ("", ""),
    ] as [(String, String?)])
  func names(_ text: String, _ wanted: String?) {
    var names = MadeUpNames()
    #expect(
      names.replaced(in: text) == wanted ?? "'amq.gen-1' and amq.gen-2, amq.gen-1")
  }

  @Test(
    "lists are laid side by side so that little differs",
    arguments: [
      ("abc", "abc", ""), ("abc", "bc", "a-"), ("abc", "abxc", "-x"), ("abc", "axc", "bx"),
      ("", "xy", "-x -y"), ("ab", "", "a- b-"), ("abcd", "bcde", "a- -e"),
    ])
  func alignment(_ left: String, _ right: String, _ wanted: String) {
    let entries = { (text: String) in text.map { Account.Entry(text: String($0)) } }
    let found = Alignment(entries(left), entries(right)).differences
      .map { ($0.simulated?.text ?? "-") + ($0.real?.text ?? "-") }
    #expect(found.joined(separator: " ") == wanted)
  }
}
