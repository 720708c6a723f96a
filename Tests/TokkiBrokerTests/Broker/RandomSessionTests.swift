import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Whatever clients do") struct RandomSessionTests {
  static let seeds = Array(UInt64(1)...40)

  @Test("A queue's messages are ready, unacked, acknowledged or removed", arguments: seeds)
  func conservation(seed: UInt64) {
    for profile in Profile.all {
      var session = RandomSession(seed: seed, profile: profile)
      for number in 1...400 {
        session.go()
        let snapshot = session.broker.snapshot()
        for queue in snapshot.virtualHosts.flatMap(\.queues) {
          let removed = queue.counts.removed.reduce(0) { $0 + $1.count }
          let accounted =
            queue.ready.count + queue.unacked.count + queue.counts.acknowledged + removed
          #expect(
            queue.counts.enqueued == accounted,
            "seed \(seed), profile \(profile.name), step \(number), queue \(queue.name)")
        }
      }
    }
  }

  @Test("What a consumer has unacked is what its queue has with it", arguments: seeds)
  func unackedCounts(seed: UInt64) {
    var session = RandomSession(seed: seed, profile: .rabbitMQ40)
    for number in 1...300 {
      session.go()
      for queue in session.broker.snapshot().virtualHosts.flatMap(\.queues) {
        for consumer in queue.consumers {
          let held = queue.unacked.count {
            $0.channel == consumer.channel && $0.consumerTag == consumer.tag
          }
          #expect(
            consumer.unackedCount == held,
            "seed \(seed), step \(number), queue \(queue.name), consumer \(consumer.tag)")
        }
      }
    }
  }

  @Test("The same seed gives the same effects, trace and broker", arguments: seeds)
  func determinism(seed: UInt64) {
    var first = RandomSession(seed: seed, profile: .rabbitMQ40)
    var second = RandomSession(seed: seed, profile: .rabbitMQ40)
    for number in 1...200 {
      first.go()
      second.go()
      #expect(first.step == second.step, "seed \(seed), step \(number)")
    }
    #expect(first.broker == second.broker)
    #expect(first.broker.snapshot() == second.broker.snapshot())
  }

  @Test("A copy of the broker stays as it was", arguments: seeds) func undo(seed: UInt64) {
    var session = RandomSession(seed: seed, profile: .rabbitMQ40)
    for _ in 1...50 { session.go() }
    let copy = session.broker
    let snapshot = copy.snapshot()
    for _ in 1...50 { session.go() }
    #expect(copy.snapshot() == snapshot)
  }

  @Test("A ready message never waits beside a consumer that could take it", arguments: seeds)
  func nothingWaits(seed: UInt64) {
    var session = RandomSession(seed: seed, profile: .rabbitMQ40)
    for number in 1...300 {
      session.go()
      let snapshot = session.broker.snapshot()
      let limited = snapshot.connections.flatMap { connection in
        connection.channels.filter { $0.globalPrefetchCount > 0 }.map {
          ChannelAddress(connection: connection.id, channel: $0.number)
        }
      }
      for queue in snapshot.virtualHosts.flatMap(\.queues) where !queue.ready.isEmpty {
        let idle = queue.consumers.filter {
          $0.isActive && !limited.contains($0.channel)
            && ($0.noAck || $0.prefetchCount == 0 || $0.unackedCount < $0.prefetchCount)
        }
        let isHandingOver = queue.consumers.contains { !$0.isActive && $0.priority > 0 }
        #expect(
          idle.isEmpty || isHandingOver, "seed \(seed), step \(number), queue \(queue.name)")
      }
    }
  }
}
