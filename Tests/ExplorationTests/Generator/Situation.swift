import MethodJSON
import ScenarioPlay
import TokkiBroker

/// Where a client can act: one of its channels.
struct Place: Hashable, Comparable, Sendable {
  var client: String
  var channel: UInt16

  static func < (left: Place, right: Place) -> Bool {
    (left.client, left.channel) < (right.client, right.channel)
  }
}

/// What there is in the simulated broker, under the names that steps use.
struct Situation {
  struct Queue {
    var name: String
    var kind: String
    var declaration: JSON
    var owner: String?
    var unacked: [(place: Place, deliveryTag: UInt64)]
    var consumers: [(place: Place, tag: String)]
  }

  struct Exchange {
    var name: String
    var declaration: JSON
    var isPredeclared: Bool
  }

  var queues: [Queue] = []
  var exchanges: [Exchange] = []
  /// As the arguments of `queue.bind` or `exchange.bind`.
  var bindings: [(method: String, arguments: JSON)] = []
  /// The channels that are open.
  var places: [Place] = []
  var clients: [String] = []
  /// The channels with a transaction.
  var transacting: [Place] = []

  init(_ player: Player) {
    let snapshot = player.broker.snapshot()
    for (name, client) in player.clients.sorted(by: { $0.key < $1.key }) {
      clients.append(name)
      places += client.channels.sorted().map { Place(client: name, channel: $0) }
    }
    for connection in snapshot.connections {
      guard let name = player.name(of: connection.id) else { continue }
      transacting += connection.channels.filter { $0.mode == .transaction }.map {
        Place(client: name, channel: $0.number)
      }
    }
    guard let host = snapshot.virtualHosts.first else { return }
    queues = host.queues.compactMap { Self.queue($0, player) }
    exchanges = host.exchanges.map { exchange in
      Exchange(
        name: exchange.name,
        declaration: [
          "exchange": .string(exchange.name), "type": .string(exchange.type),
          "durable": .boolean(exchange.isDurable), "auto-delete": .boolean(exchange.isAutoDelete),
          "internal": .boolean(exchange.isInternal), "arguments": exchange.arguments.json,
        ],
        isPredeclared: exchange.isPredeclared)
    }
    bindings = host.bindings.compactMap { Self.binding($0, player) }
  }

  /// Where something is unacknowledged.
  var unacked: [Place] { Array(Set(queues.flatMap { $0.unacked.map(\.place) })).sorted() }

  func unacked(at place: Place) -> [UInt64] {
    queues.flatMap(\.unacked).filter { $0.place == place }.map(\.deliveryTag).sorted()
  }

  private static func queue(_ queue: QueueSnapshot, _ player: Player) -> Queue? {
    guard let name = player.called(queue.name) else { return nil }
    func place(_ address: ChannelAddress) -> Place? {
      player.name(of: address.connection).map { Place(client: $0, channel: address.channel) }
    }
    return Queue(
      name: name, kind: queue.type,
      declaration: [
        "queue": .string(name), "durable": .boolean(queue.isDurable),
        "exclusive": .boolean(queue.isExclusive), "auto-delete": .boolean(queue.isAutoDelete),
        "arguments": queue.arguments.json,
      ],
      owner: queue.owner.flatMap(player.name),
      unacked: queue.unacked.compactMap { held in
        place(held.channel).map { ($0, held.deliveryTag) }
      },
      consumers: queue.consumers.compactMap { consumer in
        guard let place = place(consumer.channel), let tag = player.called(consumer.tag) else {
          return nil
        }
        return (place, tag)
      })
  }

  private static func binding(
    _ binding: BindingSnapshot, _ player: Player
  ) -> (method: String, arguments: JSON)? {
    let arguments: JSON = [
      "routing-key": .string(binding.key), "arguments": binding.arguments.json,
    ]
    switch binding.destination {
    case .queue(let name):
      guard let called = player.called(name) else { return nil }
      return (
        "queue", arguments.with(["queue": .string(called), "exchange": .string(binding.source)])
      )
    case .exchange(let name):
      return (
        "exchange",
        arguments.with(["destination": .string(name), "source": .string(binding.source)])
      )
    }
  }
}
