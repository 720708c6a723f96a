import AMQPModel
import Testing

@testable import TokkiBroker

/// What a queue is declared with, what the policies set, and what it works with then.
struct MergingExample: Sendable, CustomTestStringConvertible {
  var declared: FieldTable
  var user: FieldTable = [:]
  var `operator`: FieldTable = [:]
  var expected: String
  /// Where 3.10 does otherwise.
  var expected310: String?

  var testDescription: String { "\(declared) with \(user) and \(self.operator): \(expected)" }
}

@Suite("What a queue works with") struct PolicyMergingTests {
  private static let quorum: FieldValue = "quorum"

  static let examples: [MergingExample] = [
    .init(declared: [:], expected: "overflow drop-head"),
    .init(declared: [:], user: ["max-length": 5], expected: "length 5, overflow drop-head"),
    .init(
      declared: ["x-max-length": 3], user: ["max-length": 5],
      expected: "length 3, overflow drop-head"),
    .init(
      declared: ["x-max-length": 7], user: ["max-length": 5],
      expected: "length 5, overflow drop-head"),
    .init(
      declared: ["x-max-length": 7], user: ["max-length": 5], operator: ["max-length": 2],
      expected: "length 2, overflow drop-head"),
    .init(
      declared: ["x-message-ttl": 100], user: ["message-ttl": 0], operator: ["expires": 9],
      expected: "TTL 0, expires 9, overflow drop-head"),
    .init(
      declared: ["x-max-length-bytes": 9], operator: ["max-length-bytes": 8],
      expected: "bytes 8, overflow drop-head"),
    .init(
      declared: ["x-dead-letter-exchange": "a"],
      user: ["dead-letter-exchange": "b", "dead-letter-routing-key": "k"],
      expected: "overflow drop-head, dead letters to a with k"),
    .init(
      declared: ["x-overflow": "reject-publish"], user: ["overflow": "drop-head"],
      expected: "overflow reject-publish"),
    .init(
      declared: [:], user: ["overflow": "reject-publish"], operator: ["overflow": "drop-head"],
      expected: "overflow drop-head"),
    .init(
      declared: [:], user: ["overflow": "reject-publish-dlx"],
      expected: "overflow reject-publish-dlx"),
    .init(
      declared: ["x-queue-type": quorum, "x-overflow": "reject-publish"],
      user: ["overflow": "drop-head"], expected: "overflow drop-head, limit 20",
      expected310: "overflow drop-head"),
    .init(
      declared: ["x-queue-type": quorum, "x-overflow": "reject-publish"],
      user: ["overflow": "reject-publish-dlx"], expected: "overflow drop-head, limit 20",
      expected310: "overflow drop-head"),
    .init(
      declared: ["x-queue-type": quorum, "x-expires": 5], user: ["expires": 9],
      expected: "expires 5, overflow drop-head, limit 20",
      expected310: "expires 9, overflow drop-head"),
    .init(
      declared: ["x-queue-type": quorum], user: ["delivery-limit": 3],
      expected: "overflow drop-head, limit 3"),
    .init(
      declared: ["x-queue-type": quorum, "x-delivery-limit": 2], user: ["delivery-limit": 3],
      expected: "overflow drop-head, limit 2"),
    .init(
      declared: ["x-queue-type": quorum, "x-delivery-limit": 2], user: ["delivery-limit": -1],
      expected: "overflow drop-head, limit 2", expected310: "overflow drop-head, limit 0"),
    .init(
      declared: ["x-queue-type": quorum, "x-delivery-limit": -1], user: ["delivery-limit": 4],
      expected: "overflow drop-head, limit 4", expected310: "overflow drop-head, limit 0"),
    .init(
      declared: ["x-queue-type": quorum, "x-delivery-limit": -1], user: ["delivery-limit": -2],
      expected: "overflow drop-head", expected310: "overflow drop-head, limit 0"),
    .init(
      declared: ["x-queue-type": quorum, "x-delivery-limit": "two"], user: ["delivery-limit": 4],
      expected: "overflow drop-head, limit 4"),
    .init(
      declared: ["x-queue-type": quorum], user: ["delivery-limit": 4],
      operator: ["delivery-limit": -1], expected: "overflow drop-head, limit 4"),
    .init(
      declared: ["x-max-priority": 5, "x-max-length": 1], user: ["max-length-bytes": 1],
      expected: "length 1, bytes 1, overflow drop-head, priorities to 5"),
  ]

  @Test("is what it was declared with and what policies say", arguments: examples)
  func merging(_ example: MergingExample) throws {
    for profile in Profile.all {
      let declared = try DrivenQueue(example.declared, profile: profile).queue.settings
      let governance = Governance(
        user: policy(.user, example.user), operator: policy(.operator, example.operator))
      let settings = declared.governed(by: governance, profile)
      let expected = profile == .rabbitMQ310 ? example.expected310 : nil
      #expect(described(settings) == expected ?? example.expected, "\(profile.name)")
      #expect(settings.arguments == declared.arguments)
      #expect(declared.governed(by: Governance(), profile) == declared)
    }
  }

  private func policy(_ kind: Policy.Kind, _ definition: FieldTable) -> Policy? {
    if definition.isEmpty { return nil }
    return Policy(name: "p", kind: kind, pattern: "", definition: definition)
  }

  private func described(_ settings: QueueSettings) -> String {
    var words: [String] = []
    if let length = settings.maxLength { words.append("length \(length)") }
    if let bytes = settings.maxLengthBytes { words.append("bytes \(bytes)") }
    if let ttl = settings.messageTTL { words.append("TTL \(ttl)") }
    if let expires = settings.expires { words.append("expires \(expires)") }
    words.append("overflow \(settings.overflow.rawValue)")
    if let exchange = settings.deadLetterExchange {
      let key = settings.deadLetterRoutingKey.map { " with \($0)" } ?? ""
      words.append("dead letters to \(exchange)\(key)")
    }
    if let limit = settings.deliveryLimit { words.append("limit \(limit)") }
    if let priority = settings.maxPriority { words.append("priorities to \(priority)") }
    return words.joined(separator: ", ")
  }
}
