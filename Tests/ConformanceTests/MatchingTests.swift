import AMQPModel
import MethodJSON
import Testing
import TokkiBroker

/// Each table holds bindings, messages, and for every message the bindings that took it.
@Suite("Which bindings match, as real brokers answered")
struct MatchingTests {
  @Test("topic bindings take the routing keys that they took", arguments: Profile.all)
  func topics(profile: Profile) throws {
    let table = try MatchingTable(recorded: "topic-matching", of: profile)
    var bindings = BoundQueues(exchange: "amq.topic", profile: profile)
    for key in table.bindings { bindings.bind(key: try #require(key.text), arguments: [:]) }
    for (message, taken) in zip(table.messages, table.taken) {
      let key = try #require(message.text)
      #expect(bindings.takers(key: key, headers: nil) == taken, "\(key.debugDescription)")
    }
  }

  @Test("headers bindings take the messages that they took", arguments: Profile.all)
  func headers(profile: Profile) throws {
    let table = try MatchingTable(recorded: "headers-matching", of: profile)
    var bindings = BoundQueues(exchange: "amq.headers", profile: profile)
    for arguments in table.bindings {
      bindings.bind(key: "", arguments: try FieldTable(arguments))
    }
    for (message, taken) in zip(table.messages, table.taken) {
      let headers = message == .null ? nil : try FieldTable(message)
      #expect(bindings.takers(key: "", headers: headers) == taken, "\(message)")
    }
  }

  @Test("names match the regular expressions that they matched", arguments: Profile.all)
  func patterns(profile: Profile) throws {
    let table = try MatchingTable(recorded: "pattern-matching", of: profile)
    var patterns: [NamePattern?] = []
    for (pattern, refusal) in zip(table.bindings, table.refusals) {
      let text = try #require(pattern.text)
      do throws(PatternProblem) {
        patterns.append(try NamePattern(text))
        #expect(refusal == .null, "\(text)")
      } catch {
        patterns.append(nil)
        #expect(
          refusal.text == "Validation failed\n\n" + error.text(for: "pattern") + "\n", "\(text)")
      }
    }
    for (message, taken) in zip(table.messages, table.taken) {
      let name = try #require(message.text)
      let matching = patterns.indices.filter { patterns[$0]?.matches(name) == true }
      let different = Set(matching).symmetricDifference(taken)
      #expect(different.isEmpty, "\(name): \(different.map { table.bindings[$0] })")
    }
  }
}

private struct MatchingTable {
  var bindings: [JSON]
  /// Why a binding was refused; null for one that was not.
  var refusals: [JSON]
  var messages: [JSON]
  var taken: [[Int]]

  init(recorded name: String, of profile: Profile) throws {
    let recording = try ConformanceFiles.read(
      "Recordings/\(profile.name)/\(name).json")
    bindings = try #require(recording["bindings"]?.items)
    refusals = recording["refusals"]?.items ?? []
    messages = try #require(recording["messages"]?.items)
    taken = try #require(recording["rows"]?.items).map { row in
      try #require(row.items).map { Int(try #require($0.wholeNumber)) }
    }
    #expect(messages.count == taken.count)
  }
}

/// One exchange with a queue for each binding.
private struct BoundQueues {
  private var table: RoutingTable
  private let exchange: ExchangeID
  private var count: Int32 = 0

  init(exchange: String, profile: Profile) {
    table = RoutingTable(profile: profile)
    self.exchange = table.exchange(named: exchange) ?? .default
  }

  mutating func bind(key: String, arguments: FieldTable) {
    let queue = QueueID(index: count)
    count += 1
    table.addQueue(queue, name: "q\(queue.index)")
    _ = table.bind(.queue(queue), to: exchange, key: key, arguments: arguments)
  }

  mutating func takers(key: String, headers: FieldTable?) -> [Int] {
    var reached: [QueueID] = []
    table.route(exchange, key: key, headers: headers, into: &reached)
    return reached.map { Int($0.index) }
  }
}
