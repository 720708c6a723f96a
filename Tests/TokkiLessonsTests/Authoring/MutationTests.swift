import Testing
import TokkiLanguage

@testable import TokkiLessons

@Suite("Typical mistakes in a solution")
struct MutationTests {
  /// A command, and what becomes of it by a mistake.
  struct Row: Sendable, CustomTestStringConvertible {
    var mutation: Mutation
    var line: String
    var variants: [String]

    init(_ mutation: Mutation, _ line: String, _ variants: String...) {
      self.mutation = mutation
      self.line = line
      self.variants = variants
    }

    var testDescription: String { "\(mutation.rawValue): \(line)" }
  }

  static let rows = [
    Row(.notDurable, "declare queue q --durable", "declare queue q"),
    Row(.notDurable, "declare exchange e topic --durable", "declare exchange e topic"),
    Row(.notDurable, "declare queue q --durable --type quorum"),
    Row(.classicQueue, "declare queue q --durable --type quorum", "declare queue q --durable"),
    Row(.classicQueue, "declare queue q --durable"),
    Row(.notExclusive, "declare queue q --exclusive", "declare queue q"),
    Row(.notAutoDelete, "declare queue q --auto-delete", "declare queue q"),
    Row(
      .argumentLeftOut, "declare queue q --max-length 2 --message-ttl 5s",
      "declare queue q --message-ttl 5s", "declare queue q --max-length 2"),
    Row(
      .otherType, "declare exchange e topic", "declare exchange e direct",
      "declare exchange e fanout"),
    Row(.starForHash, "bind queue q e \"a.#.#\"", "bind queue q e a.*.#", "bind queue q e a.#.*"),
    Row(.hashForStar, "bind queue q e \"*.a\"", "bind queue q e \"#.a\""),
    Row(.hashForStar, "bind queue q e a*"),
    Row(.otherBindingKey, "bind queue q e disk.error", "bind queue q e disk.errors"),
    Row(.otherBindingKey, "bind queue q e disk.*", "bind queue q e disk.word"),
    Row(.otherBindingKey, "bind queue q e", "bind queue q e key"),
    Row(.otherBindingKey, "bind exchange d e k", "bind exchange d e ks"),
    Row(.transientMessage, "publish e k b --persistent", "publish e k \"b\""),
    Row(.transientMessage, "publish e k b"),
    Row(.otherKey, "publish \"\" orders b", "publish \"\" orderss \"b\""),
    Row(.defaultExchange, "publish e k b", "publish \"\" k \"b\""),
    Row(.defaultExchange, "publish \"\" k b"),
    Row(.notMandatory, "publish e k b --mandatory", "publish e k \"b\""),
    Row(
      .propertyLeftOut, "publish e k b --reply-to r --header a=1 --header c=2",
      "publish e k \"b\" --header c=2 --reply-to r", "publish e k \"b\" --header a=1 --reply-to r",
      "publish e k \"b\" --header a=1 --header c=2"),
    Row(.autoAck, "consume q as w --prefetch 1", "consume q as w --prefetch 1 --auto-ack"),
    Row(.autoAck, "get q", "get q --auto-ack"),
    Row(.manualAck, "consume q as w --auto-ack", "consume q as w"),
    Row(.manualAck, "get q --auto-ack", "get q"),
    Row(.noPrefetch, "consume q as w --prefetch 1", "consume q as w"),
    Row(.noWork, "consume q as w --work dots", "consume q as w"),
    Row(.noWork, "consume q as w --reply fib --work 1s", "consume q as w"),
    Row(.singleAck, "ack w --multiple", "ack w"),
    Row(.requeued, "reject w --discard", "reject w"),
    Row(.discarded, "nack w", "nack w --discard"),
    Row(.otherClient, "declare queue q as w", "declare queue q"),
    Row(.otherClient, "declare queue q"),
    Row(.otherClient, "advance 5s"),
  ]

  @Test("are made in a command", arguments: rows)
  func variants(_ row: Row) throws {
    guard case .command(let command) = Command.parse(row.line) else {
      Issue.record("\(row.line) is no command")
      return
    }
    #expect(row.mutation.variants(of: command).map(\.description) == row.variants)
    for variant in row.variants {
      guard case .command = Command.parse(variant) else {
        Issue.record("\(variant) is no command")
        return
      }
    }
  }

  @Test("each have a row, and words in both languages", arguments: Mutation.allCases)
  func complete(_ mutation: Mutation) {
    #expect(Self.rows.contains { $0.mutation == mutation && !$0.variants.isEmpty })
    #expect(!mutation.words.english.isEmpty && !mutation.words.korean.isEmpty)
  }

  private func warnings(_ steps: String) async -> [String] {
    let file = LessonFile(path: "a/lesson.tokki", text: steps)
    return await LessonCheck(LessonLibrary(files: [file])).problems()
      .filter { $0.file == "a/lesson.tokki" }.map { "\($0.line ?? 0) \($0.rule)" }
  }

  private static let topics = """
    step one
    setup
      declare exchange e topic
      declare queue q
    goals
      bound: expect exchange e bindings 1
      routed: expect published to e key a.b routed
    solution
      bind queue q e "a.#"
      publish e a.b hello

    """

  @Test("are warned of where no goal notices")
  func unnoticed() async {
    #expect(
      await warnings(Self.topics) == [
        "9 no goal notices * for #: bind queue q e a.*"
      ])
  }

  @Test("are not warned of where a goal notices")
  func noticed() async {
    let steps = Self.topics.replacing(
      "  bound: expect exchange e bindings 1", with: "  bound: expect binding e q \"a.#\"")
    #expect(await warnings(steps) == [])
  }

  @Test("may be free in a step, or in all, with a reason")
  func free() async {
    let freedom = "free\n  star-for-hash: keys have two words here\n"
    #expect(await warnings(Self.topics + freedom) == [])
    #expect(await warnings(freedom + Self.topics) == [])
  }

  @Test("are warned of where they are free in vain")
  func idle() async {
    let idle =
      "no-prefetch frees from nothing: no line of the solution can be mistaken so, "
      + "or a goal notices it"
    let rest = "no goal notices * for #: bind queue q e a.*"
    #expect(
      await warnings(Self.topics + "free\n  no-prefetch: nobody consumes\n")
        == ["9 \(rest)", "12 \(idle)"])
    // For all steps, of which the second needs it.
    let second = """
      step two
      setup
        declare queue q
      goals
        made: expect consumer w queue q manual-ack
      solution
        consume q as w --prefetch 1

      """
    let free = "free\n  no-prefetch: nothing is published\n"
    #expect(await warnings(free + Self.topics + second) == ["11 \(rest)"])
  }

  @Test("count as noticed only if the goals never hold together, as a learner passes a step")
  func atSomeMoment() async {
    let steps = """
      step one
      setup
        declare queue q
      goals
        waits: expect queue q ready 1
      solution
        publish "" q hello
        publish "" q hello
        get q

      """
    #expect(
      await warnings(steps).contains("8 the step is passed without \"publish \"\" q hello\", too"))
  }
}
