import AMQPModel
import StagedBroker
import Testing
import TokkiClient
import TokkiLanguage

@testable import TokkiShell

/// Where there is no virtual host for it, a comparison has names of its own.
@Suite("Names of a comparison's own") struct OwnNamesTests {
  private static let names = OwnNames(prefix: "own.")

  @Test(
    "names go out with a prefix, keys only where they are names of queues",
    arguments: [
      (
        .basicPublish(BasicPublish(exchange: "", routingKey: "q")),
        .basicPublish(BasicPublish(exchange: "", routingKey: "own.q"))
      ),
      (
        .basicPublish(BasicPublish(exchange: "logs", routingKey: "q")),
        .basicPublish(BasicPublish(exchange: "own.logs", routingKey: "q"))
      ),
      (
        .basicPublish(BasicPublish(exchange: "amq.topic", routingKey: "a.b")),
        .basicPublish(BasicPublish(exchange: "own.amq.topic", routingKey: "a.b"))
      ),
      (
        .basicPublish(BasicPublish(exchange: "", routingKey: "amq.gen-1")),
        .basicPublish(BasicPublish(exchange: "", routingKey: "amq.gen-1"))
      ),
      (
        .queueDeclare(
          QueueDeclare(
            queue: "q",
            arguments: ["x-dead-letter-exchange": "", "x-dead-letter-routing-key": "dead"])),
        .queueDeclare(
          QueueDeclare(
            queue: "own.q",
            arguments: ["x-dead-letter-exchange": "", "x-dead-letter-routing-key": "own.dead"]))
      ),
      (
        .queueDeclare(
          QueueDeclare(
            queue: "q",
            arguments: ["x-dead-letter-exchange": "dlx", "x-dead-letter-routing-key": "dead"])),
        .queueDeclare(
          QueueDeclare(
            queue: "own.q",
            arguments: ["x-dead-letter-exchange": "own.dlx", "x-dead-letter-routing-key": "dead"]))
      ),
      (.queueDeclare(QueueDeclare()), .queueDeclare(QueueDeclare())),
      (
        .exchangeDeclare(
          ExchangeDeclare(exchange: "e", arguments: ["alternate-exchange": "amq.fanout"])),
        .exchangeDeclare(
          ExchangeDeclare(exchange: "own.e", arguments: ["alternate-exchange": "own.amq.fanout"]))
      ),
      (
        .exchangeDelete(ExchangeDelete(exchange: "amq.direct")),
        .exchangeDelete(ExchangeDelete(exchange: "amq.direct"))
      ),
      (
        .exchangeBind(ExchangeBind(destination: "a", source: "amq.direct", routingKey: "k")),
        .exchangeBind(
          ExchangeBind(destination: "own.a", source: "own.amq.direct", routingKey: "k"))
      ),
      (
        .basicConsume(BasicConsume(queue: "amq.rabbitmq.reply-to")),
        .basicConsume(BasicConsume(queue: "amq.rabbitmq.reply-to"))
      ),
    ] as [(Method, Method)])
  func outside(_ method: Method, _ wanted: Method) {
    #expect(Self.names.outside(method, nil).0 == wanted)
  }

  @Test("a message to a queue names the queues of its copies and of its answer with the prefix")
  func content() {
    var content = Content(text: "own.body")
    content.properties.replyTo = "answers"
    content.properties.headers = ["CC": .array(["a", "amq.gen-1"]), "other": "a"]
    let publish = Method.basicPublish(BasicPublish(routingKey: "q"))
    let told = Self.names.outside(publish, content).1
    #expect(told?.properties.replyTo == "own.answers")
    #expect(
      told?.properties.headers == ["CC": .array(["own.a", "amq.gen-1"]), "other": "a"])
    #expect(told?.body == content.body)
    let report = ClientReport(at: 0, client: "w", channel: 1, fact: .sent(publish, told))
    guard case .sent(_, let back) = Self.names.inside(report).fact else { return }
    #expect(back == content)
  }

  @Test(
    "lines that mean something else with a prefix are known",
    arguments: [
      ("declare queue q --dead-letter-exchange \"\"", false),
      ("declare queue q --dead-letter-exchange \"\" --dead-letter-routing-key d", true),
      ("declare queue q --dead-letter-exchange dlx", true),
      ("declare exchange e direct --alternate-exchange \"\"", false),
      ("bind queue \"\" logs", false), ("bind queue \"\" logs key", true),
      ("bind queue q logs", true), ("publish \"\" q hi", true),
      ("declare queue \(String(repeating: "n", count: 252))", false),
      ("declare queue \(String(repeating: "n", count: 251))", true),
    ])
  func reach(_ line: String, _ reaches: Bool) throws {
    guard case .command(.amqp(let command, _)) = Command.parse(line) else {
      Issue.record("no command: \(line)")
      return
    }
    #expect(Self.names.reaches(command, lastQueue: "named") == reaches)
    #expect(Self.names.reaches(command, lastQueue: "amq.gen-1") || !line.hasPrefix("bind"))
  }

  @Test("a run with names of its own is the same, and everything is deleted after it")
  func run() async throws {
    var comparing = Comparing()
    comparing.finder.hasManagement = false
    let report = try await comparing.run(
      "declare queue \"\"", "declare queue dead --durable",
      "declare queue q --dead-letter-exchange \"\" --dead-letter-routing-key dead --max-length 1",
      "publish \"\" q one", "publish \"\" q two", "get dead", "ack", "declare exchange logs topic",
      "bind queue q amq.fanout", "publish amq.fanout k three", "get q",
      "declare queue mine --exclusive",
      "publish nowhere k hi", "declare queue \"amq.own\"", "delete exchange amq.direct",
      "consume dead as w --reply echo", "call \"\" dead hi", "publish \"\" none lost --mandatory",
      "expect queue q ready 0 unacked 1", "expect last error 403")
    #expect(report.differences == [])
    #expect(report.leftBehind == [])
    let host = await comparing.finder.simulation.snapshot().virtualHosts.first
    #expect(host?.queues == [])
    #expect(host?.exchanges.filter { !$0.isPredeclared } == [])
  }
}
