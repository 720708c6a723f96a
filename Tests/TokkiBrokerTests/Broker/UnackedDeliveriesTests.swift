import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Unacked deliveries") struct UnackedDeliveriesTests {
  private func delivery(_ tag: UInt64) throws -> Unacked {
    let message = Message(
      id: MessageID(number: tag), exchange: "", routingKey: "q", content: Content())
    let settings = QueueSettings()
    var queue = Queue(
      id: QueueID(index: 0), name: "q", settings: settings, now: Instant())
    var removals: [Removal] = []
    let fate = queue.publish(
      message, consumerIsReady: false, now: Instant(), removals: &removals)
    #expect(fate == .enqueued)
    let next = queue.takeNext(now: Instant(), removals: &removals)
    let entry = try #require(next)
    return Unacked(
      deliveryTag: tag, queue: QueueID(index: 0), consumer: nil, consumerTag: nil,
      consumerSerial: nil, serial: tag, deliveredAt: Instant(), entry: entry)
  }

  private func deliveries(_ tags: [UInt64]) throws -> UnackedDeliveries {
    var deliveries = UnackedDeliveries()
    for tag in tags { deliveries.append(try delivery(tag)) }
    return deliveries
  }

  @Test("Tags may have gaps, and are found wherever they stand") func gaps() throws {
    var unacked = try deliveries([1, 2, 5, 9])
    #expect(unacked.count == 4)
    #expect(unacked.contains(5))
    #expect(!unacked.contains(3))
    let removed = [5, 5, 10].map { unacked.remove($0)?.deliveryTag }
    #expect(removed == [5, nil, nil])
    #expect(unacked.all.map(\.deliveryTag) == [1, 2, 9])
  }

  @Test("Multiple takes everything up to the tag") func multiple() throws {
    var unacked = try deliveries([1, 2, 5, 9])
    let first = unacked.removeAll(upTo: 5)
    #expect(first.map(\.deliveryTag) == [1, 2, 5])
    let rest = unacked.removeAll()
    #expect(rest.map(\.deliveryTag) == [9])
    #expect(unacked.isEmpty)
  }

  @Test("What was taken out can come back to its place") func restored() throws {
    var unacked = try deliveries([1, 2, 3])
    let taken = [unacked.remove(2), unacked.remove(1)].compactMap { $0 }
    unacked.restore(taken)
    #expect(unacked.all.map(\.deliveryTag) == [1, 2, 3])
  }

  @Test("The highest tag there is does not overflow") func highest() throws {
    var unacked = try deliveries([1])
    let removed = unacked.remove(.max)
    #expect(removed == nil)
    let all = unacked.removeAll(upTo: .max)
    #expect(all.map(\.deliveryTag) == [1])
  }
}
