import MethodJSON
import ScenarioPlay
import Testing
import TokkiBroker

@Suite("Sequences made up from a seed") struct GeneratorTests {
  static let sequences = (1...50).map { seed in
    (try? SequenceGenerator.steps(seed: UInt64(seed), profile: .rabbitMQ40)) ?? []
  }

  @Test("a seed gives the same sequence again, and another gives another")
  func dependsOnSeed() throws {
    let steps = try SequenceGenerator.steps(seed: 5, profile: .rabbitMQ310)
    #expect(try SequenceGenerator.steps(seed: 5, profile: .rabbitMQ310) == steps)
    #expect(try SequenceGenerator.steps(seed: 6, profile: .rabbitMQ310) != steps)
  }

  @Test("no step has several outcomes")
  func isSteady() throws {
    for steps in Self.sequences {
      #expect(try Shrinker.isSteady(steps, profile: .rabbitMQ40))
    }
  }

  @Test("a sequence is as long as was asked for, and then as it takes to empty the queues")
  func hasLength() {
    for steps in Self.sequences { #expect(steps.count >= 30) }
  }

  @Test("every method that a client sends is among them")
  func knowsMethods() {
    let sent = Set(Self.sequences.joined().compactMap { $0["send"]?.text })
    let known = [
      "basic.ack", "basic.cancel", "basic.consume", "basic.get", "basic.nack", "basic.publish",
      "basic.qos", "basic.recover", "basic.recover-async", "basic.reject", "channel.close",
      "channel.flow", "channel.open", "confirm.select", "connection.close", "exchange.bind",
      "exchange.declare", "exchange.delete", "exchange.unbind", "queue.bind", "queue.declare",
      "queue.delete", "queue.purge", "queue.unbind", "tx.commit", "tx.rollback", "tx.select",
    ]
    #expect(sent.sorted() == known)
  }

  @Test("much is delivered and settled")
  func isLively() throws {
    let settling: Set = ["basic.ack", "basic.nack", "basic.reject"]
    let sent = Self.sequences.joined().compactMap { $0["send"]?.text }
    #expect(sent.count { settling.contains($0) } > 2 * Self.sequences.count)
    var delivered = 0
    for steps in Self.sequences {
      var player = Player(profile: .rabbitMQ40)
      delivered += try steps.flatMap { try player.play(Scenario.Step($0)) }.count {
        $0["method"] == "basic.deliver"
      }
    }
    #expect(delivered > 6 * Self.sequences.count, "\(delivered)")
  }
}
