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
    ])
  func found(term: String, name: String) {
    #expect(Concept.find(term)?.name == name)
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
      #expect(!outcome.isFailure, "\(card.name): \(line)")
    }
  }

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
