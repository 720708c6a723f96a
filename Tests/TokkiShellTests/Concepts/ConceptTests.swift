import Testing
import TokkiLanguage
import TokkiSimulation

@testable import TokkiShell

@Suite("The glossary")
struct ConceptTests {
  @Test("A card says what, why, how, what it is not, and where to read on")
  func card() async {
    #expect(
      await Session().run("concept redelivered") == """
        redelivered
          Redelivered is a flag on a delivery: this message was delivered before and
          came back. It may have been processed, or half.

        Why
          A consumer can look first whether the work is done already.

        Try it
          declare queue q
          publish "" q a
          consume q as w1
          kill w1
          consume q as w2

        Not to be confused
          Without the flag it is the first delivery of this copy; the publisher may
          still have sent the same twice.

        See also
          concept requeue, concept idempotency, concept at-least-once

        Documentation
          Reliability Guide · rabbitmq.com/docs/reliability
        """)
  }

  @Test("In Korean, too, with the English name")
  func korean() async {
    let answer = await Session(language: .korean).run("concept prefetch")
    #expect(answer.hasPrefix("프리페치 (prefetch)\n  프리페치는 컨슈머가 ack하지 않은 채"))
    #expect(answer.contains("\n\n헷갈리기 쉬운 것\n"))
  }

  @Test(
    "Other names find it, however they are spelled",
    arguments: [
      ("dlx", "dead-letter exchange"), ("DLQ", "dead-letter exchange"),
      ("데드 레터", "dead-letter exchange"), ("dead letter exchange", "dead-letter exchange"),
      ("프리페치", "prefetch"), ("qos", "prefetch"), ("queues", "queue"), ("큐", "queue"),
      ("vhost", "virtual host"), ("basic.ack", "ack"), ("카프카", "Kafka"), ("gRPC", "gRPC"),
      ("expiration", "time-to-live"), ("topic", "topic exchange"), ("멱등", "idempotency"),
      ("exclusive queue", "exclusive"), ("returned", "mandatory"), ("확인 응답", "ack"),
      ("amq.rabbitmq.reply-to", "reply-to"), ("poison message", "delivery limit"),
      ("포이즌 메시지", "delivery limit"), ("커넥션", "connection"), ("토픽", "topic exchange"),
      ("헤더 익스체인지", "headers exchange"), ("영속 메시지", "persistent"),
      ("자동 삭제", "auto-delete"), ("consumer group", "Kafka"), ("protobuf", "gRPC"),
    ])
  func found(term: String, name: String) {
    #expect(Concept.find(term)?.name == name)
  }

  @Test(
    "An argument finds the card that tells what it does",
    arguments: [
      ("x-message-ttl", "time-to-live"), ("x-expires", "time-to-live"),
      ("x-max-length", "length limit"), ("x-max-length-bytes", "length limit"),
      ("x-overflow", "length limit"), ("x-dead-letter-exchange", "dead-letter exchange"),
      ("x-dead-letter-routing-key", "dead-letter exchange"),
      ("x-dead-letter-strategy", "dead-letter exchange"), ("x-death", "dead-letter exchange"),
      ("x-max-priority", "priority"), ("x-priority", "consumer priority"),
      ("x-single-active-consumer", "single active consumer"),
      ("x-delivery-limit", "delivery limit"), ("x-delivery-count", "delivery limit"),
      ("x-queue-type", "quorum queue"), ("x-match", "headers exchange"),
      ("x-stream-offset", "stream"), ("x-max-age", "stream"),
      ("alternate-exchange", "alternate exchange"),
    ])
  func argument(name: String, card: String) {
    #expect(Concept.find(name)?.name == card)
  }

  @Test("Each argument that a card speaks of finds a card", arguments: Concept.all)
  func arguments(card: Concept) {
    for text in [card.what, card.why, card.confusedWith] {
      for word in text.english.matches(of: /\bx-[a-z]+(?:-[a-z]+)*/) {
        #expect(Concept.find(String(word.output)) != nil, "\(card.name): \(word.output)")
      }
    }
  }

  @Test("The card of streams shows one refused, and a way out, in both languages")
  func stream() async {
    let line = "declare queue log --durable --type stream"
    #expect(
      await Session().run(line) == """
        ✗ 540 NOT_IMPLEMENTED - queues of type 'stream' are not simulated: queue 'log' in vhost '/'
          This simulation does not do that; a real RabbitMQ may: connect amqp://….
          Try: declare queue log --durable --type quorum
          queue.declare: The connection of you is closed; its next command opens a new one.
        """)
    #expect(
      await Session(language: .korean).run(line) == """
        ✗ 540 NOT_IMPLEMENTED - queues of type 'stream' are not simulated: queue 'log' in vhost '/'
          이 시뮬레이션은 지원하지 않습니다. 실제 RabbitMQ에서는 될 수 있습니다: connect amqp://….
          다음을 입력해 보세요: declare queue log --durable --type quorum
          queue.declare: you의 연결이 닫혔습니다. 다음 명령이 새 연결을 엽니다.
        """)
    let refusal = "✗ 540 NOT_IMPLEMENTED - queues of type 'stream' are not simulated: "
    for line in [
      "declare queue log --type stream", "declare queue log --type \"stream\"",
      "declare queue log --durable --arg x-queue-type=stream",
    ] {
      #expect(await Session().run(line).hasPrefix(refusal), "\(line)")
    }
  }

  @Test("A term that is not there gets the nearest ones")
  func unknown() async {
    #expect(
      await Session().run("concept prefech") == """
        ✗ the glossary has no prefech
          Did you mean prefetch?
          Try: concept
        """)
    #expect(
      await Session().run("concept xyzzy") == """
        ✗ the glossary has no xyzzy
          Try: concept
        """)
    #expect(
      await Session(language: .korean).run("concept 프리패치").contains("prefetch"))
  }

  @Test("All terms stand in their groups")
  func list() async {
    let answer = await Session().run("concept")
    for card in Concept.all { #expect(answer.contains(card.name), "\(card.name)") }
    #expect(answer.hasPrefix("the broker\n  broker, connection, channel, virtual host, policy\n"))
    #expect(answer.hasSuffix("`concept TERM` explains one of these."))
  }

  @Test("Each example runs as it is shown", arguments: Concept.all)
  func example(card: Concept) async {
    let shell = Shell(simulator: Simulation())
    for line in card.example {
      let outcome = await shell.run(line)
      #expect(outcome.isFailure == Self.refused.contains(line), "\(card.name): \(line)")
    }
  }

  /// What an example shows the sandbox refuse.
  private static let refused: Set = ["declare queue log --durable --type stream"]

  @Test("See-also names cards, never itself", arguments: Concept.all)
  func seeAlso(card: Concept) {
    #expect(!card.seeAlso.isEmpty)
    for name in card.seeAlso {
      #expect(Concept.all.contains { $0.name == name }, "\(card.name) → \(name)")
      #expect(name != card.name)
    }
  }

  @Test("Both languages say everything", arguments: Concept.all)
  func languages(card: Concept) {
    for text in [card.what, card.why, card.confusedWith] {
      #expect(text.english.last.map { ".!?".contains($0) } == true, "\(text.english)")
      #expect(text.korean.last.map { ".!?".contains($0) } == true, "\(text.korean)")
      #expect(text.korean.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
      #expect(!text.english.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
    }
    #expect(!card.page.isEmpty && !card.address.isEmpty)
  }

  @Test("No name stands for two cards")
  func names() {
    var owners: [String: String] = [:]
    for card in Concept.all {
      #expect(Concept.find(card.name) == card, "\(card.name)")
      #expect(Concept.find(card.korean) == card, "\(card.korean)")
      for name in card.synonyms {
        let owner = owners[name.lowercased()] ?? card.name
        #expect(owner == card.name, "\(name)")
        owners[name.lowercased()] = card.name
      }
    }
  }

  @Test("The terms that a newcomer meets are all there")
  func complete() {
    let terms = [
      "exchange", "direct", "fanout", "topic", "headers", "default exchange", "queue",
      "classic queue", "quorum queue", "binding", "binding key", "routing key", "message",
      "properties", "header", "persistent", "durable", "consumer", "prefetch", "ack", "nack",
      "reject", "requeue", "redelivered", "unacked", "publisher confirm", "mandatory",
      "transaction", "dead-letter exchange", "ttl", "alternate exchange", "priority",
      "single active consumer", "exclusive", "auto-delete", "virtual host", "connection",
      "channel", "consumer tag", "delivery tag", "policy", "rpc", "reply-to", "correlation-id",
      "competing consumers", "at-least-once", "idempotency", "backpressure", "virtual time",
      "stream", "kafka", "grpc",
    ]
    for term in terms { #expect(Concept.find(term) != nil, "\(term)") }
  }

  @Test("A card costs nothing and is no step of undo")
  func noStep() async {
    #expect(
      await Session().run("declare queue a", "concept queue", "undo")
        == "✓ undone: declare queue a")
  }

  @Test("JSON has the card in both languages, and the terms by groups")
  func json() async {
    let session = Session(isJSON: true)
    let card = await session.run("concept ack")
    #expect(card.contains(#""part":"concept","name":"ack","korean":"ack","group":"consumers""#))
    #expect(card.contains(#""why":{"en":"If the consumer dies"#))
    #expect(
      await session.run("concept").contains(#"{"group":"comparisons","terms":["Kafka","gRPC"]}"#))
  }
}
