import AMQPModel
import Testing
import TokkiLanguage

/// The command that the line says; nil for anything else.
func command(_ line: String) -> Command? {
  guard case .command(let command) = Command.parse(line) else { return nil }
  return command
}

@Suite("A line becomes a command")
struct CommandTests {
  @Test("A declared queue holds the very method that is sent")
  func declaredQueue() {
    let method = QueueDeclare(
      queue: "tasks", durable: true,
      arguments: ["x-queue-type": "quorum", "x-message-ttl": 5000, "x-max-length": 10])
    #expect(
      command("declare queue tasks --durable --type quorum --message-ttl 5s --max-length 10")
        == .amqp(.declareQueue(method), by: ClientChannel()))
  }

  @Test("A queue without a name, or with an empty one, is named by the server")
  func serverNamedQueue() {
    let expected = Command.amqp(
      .declareQueue(QueueDeclare(exclusive: true)), by: ClientChannel())
    #expect(command("declare queue --exclusive") == expected)
    #expect(command("declare queue \"\" --exclusive") == expected)
  }

  @Test("The method's own name means the same command")
  func methodNames() {
    let pairs = [
      ("queue.declare q", "declare queue q"),
      ("queue.bind q logs k", "bind queue q logs k"),
      ("queue.unbind q logs k", "unbind queue q logs k"),
      ("queue.purge q", "purge q"),
      ("queue.delete q", "delete queue q"),
      ("exchange.declare logs fanout", "declare exchange logs fanout"),
      ("exchange.delete logs", "delete exchange logs"),
      ("exchange.bind a b k", "bind exchange a b k"),
      ("exchange.unbind a b k", "unbind exchange a b k"),
      ("basic.publish logs k body", "publish logs k body"),
      ("basic.consume q as w1", "consume q as w1"),
      ("basic.get q", "get q"),
      ("basic.cancel w1", "cancel w1"),
      ("basic.qos 1", "qos 1"),
      ("basic.ack w1", "ack w1"),
      ("basic.nack w1", "nack w1"),
      ("basic.reject w1", "reject w1"),
      ("basic.recover", "recover"),
      ("confirm.select", "confirm select"),
      ("tx.select", "tx select"),
      ("tx.commit", "tx commit"),
      ("tx.rollback", "tx rollback"),
      ("channel.flow on", "flow on"),
      ("channel.open 2", "open channel 2"),
      ("channel.close 2", "close channel 2"),
      ("connection.open w1", "open connection w1"),
      ("connection.close w1", "close connection w1"),
    ]
    for (alias, line) in pairs {
      #expect(command(alias) != nil, "\(alias)")
      #expect(command(alias) == command(line), "\(alias)")
    }
  }

  @Test("Header values are typed as they look; in quotes they are texts")
  func headerValues() throws {
    let line = """
      publish x k b --header a=5 --header b="5" --header c=true --header d=1.5 --header e=null \
      --header f=void --header g=9999999999 --header "h=7" --header i=a=b --header j= --header k=안녕
      """
    guard case .amqp(.publish(let publication), _) = command(line) else {
      Issue.record("no publish")
      return
    }
    let expected: FieldTable = [
      "a": .int32(5), "b": "5", "c": true, "d": .double(1.5), "e": .void, "f": .void,
      "g": .int64(9_999_999_999), "h": "7", "i": "a=b", "j": "", "k": "안녕",
    ]
    #expect(publication.content.properties.headers == expected)
  }

  @Test("Every property of a message has its option")
  func properties() throws {
    let line = """
      publish "" q "hi" --persistent --priority 3 --expiration 5s --correlation-id 42 \
      --reply-to answers --message-id m1 --timestamp 1700000000 --type greeting --user-id guest \
      --app-id shop --content-type text/plain --content-encoding gzip --cc a --cc b --bcc c \
      --mandatory --repeat 3 as publisher --channel 2
      """
    var properties = BasicProperties()
    properties.contentType = "text/plain"
    properties.contentEncoding = "gzip"
    properties.headers = ["CC": .array(["a", "b"]), "BCC": .array(["c"])]
    properties.deliveryMode = 2
    properties.priority = 3
    properties.correlationID = "42"
    properties.replyTo = "answers"
    properties.expiration = "5000"
    properties.messageID = "m1"
    properties.timestamp = 1_700_000_000
    properties.type = "greeting"
    properties.userID = "guest"
    properties.appID = "shop"
    let publication = Publication(
      method: BasicPublish(exchange: "", routingKey: "q", mandatory: true),
      content: Content(properties: properties, text: "hi"), count: 3)
    #expect(
      command(line)
        == .amqp(.publish(publication), by: ClientChannel(client: "publisher", channel: 2)))
  }

  @Test("An acknowledgement names the client, the tag, both or neither")
  func settlements() {
    let table: [(String, Settlement, String)] = [
      ("ack", Settlement(verb: .ack, requeue: false), "you"),
      ("ack w2", Settlement(verb: .ack, requeue: false), "w2"),
      ("ack 3", Settlement(verb: .ack, deliveryTag: 3, requeue: false), "you"),
      (
        "ack w2 3 --multiple",
        Settlement(verb: .ack, deliveryTag: 3, multiple: true, requeue: false), "w2"
      ),
      ("ack 3 as w2", Settlement(verb: .ack, deliveryTag: 3, requeue: false), "w2"),
      ("nack w2", Settlement(verb: .nack, requeue: true), "w2"),
      ("nack w2 --requeue", Settlement(verb: .nack, requeue: true), "w2"),
      ("reject w2 --discard", Settlement(verb: .reject, requeue: false), "w2"),
    ]
    for (line, settlement, client) in table {
      #expect(
        command(line) == .amqp(.settle(settlement), by: ClientChannel(client: client)), "\(line)")
    }
  }

  @Test("A worker has a prefetch count, work, an answer")
  func workers() {
    let consumption = Consumption(
      method: BasicConsume(
        queue: "q", consumerTag: "t", exclusive: true, arguments: ["x-priority": 5]),
      prefetchCount: 1, work: .dots, reply: .fib)
    #expect(
      command(
        "consume q as w1 --prefetch 1 --work dots --reply fib --tag t --exclusive --priority 5")
        == .amqp(.consume(consumption), by: ClientChannel(client: "w1")))
    #expect(
      command("consume q --work 1.5s --no-ack")
        == .amqp(
          .consume(
            Consumption(
              method: BasicConsume(queue: "q", noAck: true),
              work: .duration(VirtualDuration(milliseconds: 1500)))),
          by: ClientChannel()))
  }

  @Test("An unknown exchange type goes to the broker if it is quoted")
  func quotedChoice() {
    #expect(command("declare exchange x topik") == nil)
    #expect(
      command("declare exchange x \"topik\"")
        == .amqp(.declareExchange(ExchangeDeclare(exchange: "x", type: "topik")), by: .init()))
  }

  @Test("A passive declaration needs no exchange type")
  func passiveExchange() {
    #expect(command("declare exchange logs") == nil)
    #expect(
      command("declare exchange logs --passive")
        == .amqp(.declareExchange(ExchangeDeclare(exchange: "logs", passive: true)), by: .init()))
  }

  @Test("Lesson words are lesson commands; restart alone is the broker's")
  func lessonWords() {
    #expect(command("restart") == .simulation(.restart))
    #expect(command("lesson restart") == .lesson(.restart))
    #expect(command("lesson 2") == .lesson(.start("2")))
    #expect(command("lesson") == .lesson(.show))
    #expect(command("lessons") == .lesson(.list))
    #expect(command("lesson reset 01-hello-world") == .lesson(.forget("01-hello-world")))
    #expect(command("solution --yes") == .lesson(.solution(confirmed: true)))
  }

  @Test("Help knows commands, groups, aliases and the beginnings of commands")
  func help() {
    #expect(command("help") == .help(.overview))
    #expect(command("? publish") == .help(.commands([.publish])))
    #expect(command("help queue.declare") == .help(.commands([.declareQueue])))
    #expect(command("help declare") == .help(.commands([.declareQueue, .declareExchange])))
    #expect(command("help topology") == .help(.group(.topology)))
    #expect(command("help nonsense") == nil)
  }

  @Test("Durations are exact, and nothing else is taken for one")
  func durations() {
    let table: [(String, Int64?)] = [
      ("500ms", 500), ("3s", 3000), ("1.5s", 1500), ("2m", 120_000), ("1h30m", 5_400_000),
      ("1d", 86_400_000), ("0s", 0), ("3", nil), ("", nil), ("s", nil), ("-3s", nil),
      ("1.2345s", nil), ("0.5ms", nil), ("3 s", nil), ("9223372036854775807h", nil), ("1..5s", nil),
      ("3초", nil), ("9223372036854775807ms", Int64.max),
    ]
    for (text, milliseconds) in table {
      #expect(VirtualDuration(text)?.milliseconds == milliseconds, "\(text)")
    }
    for milliseconds: Int64 in [0, 1, 999, 1000, 1500, 59_999, 60_000, 90_500, 3_600_000, .max] {
      let duration = VirtualDuration(milliseconds: milliseconds)
      #expect(VirtualDuration(duration.description) == duration, "\(duration)")
    }
  }
}
