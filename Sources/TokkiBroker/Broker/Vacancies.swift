import AMQPModel

// What stands in the vacant places of the broker's tables.

extension VirtualHost {
  static let vacant = VirtualHost(name: "", serial: 0, routing: RoutingTable())
}

extension Channel {
  static let vacant = Channel(
    address: ChannelAddress(connection: ConnectionID(number: 0), channel: 0),
    virtualHost: VirtualHostID(index: 0))
}

extension Consumer {
  static let vacant = Consumer(
    tag: "", channel: ChannelID(index: 0), queue: QueueID(index: 0), noAck: true,
    isExclusive: false, priority: 0, prefetchCount: 0, arguments: FieldTable(), serial: 0)
}

extension DeclaredQueue {
  static let vacant = DeclaredQueue(
    queue: Queue(
      id: QueueID(index: 0), name: "", settings: QueueSettings(), now: Instant()),
    virtualHost: VirtualHostID(index: 0), serial: 0)
}
