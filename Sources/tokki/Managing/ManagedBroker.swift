import AMQPModel
import FoundationEssentials
import TokkiBroker
import TokkiNIO
import TokkiShell

/// A broker as its management API shows it, in the shell's terms.
struct ManagedBroker: Management {
  private let uri: AMQPURI
  let api: ManagementAPI

  init(_ uri: AMQPURI) {
    self.uri = uri
    let configuration = try? NetworkConfiguration([uri])
    api = ManagementAPI(of: uri, tls: configuration?.tls ?? NetworkConfiguration.TLSFiles())
  }

  /// Whether the API is there and lets the user in.
  func answers() async -> Bool {
    (try? await api.get(["whoami"], as: Named.self, within: 3)) != nil
  }

  func virtualHosts() async throws -> [String] {
    try await api.get(["vhosts"], as: [Named].self).map(\.name)
  }

  func addVirtualHost(_ name: String) async throws {
    try await api.put(["vhosts", name])
    try await api.put(
      ["permissions", name, uri.user], #"{"configure":".*","write":".*","read":".*"}"#)
  }

  func removeVirtualHost(_ name: String) async throws { try await api.delete(["vhosts", name]) }

  func snapshot(virtualHost: String) async throws -> ManagedView {
    let queues = try await api.get(["queues", virtualHost], as: [SeenQueue].self)
    // Statistics are some seconds late, and the policy with them: without them it is told at once.
    let governed = try? await api.get(
      ["queues", virtualHost], query: "disable_stats=true", as: [GovernedQueue].self)
    let exchanges = try await api.get(["exchanges", virtualHost], as: [SeenExchange].self)
    let bindings = try await api.get(["bindings", virtualHost], as: [SeenBinding].self)
    let consumers = try await api.get(["consumers", virtualHost], as: [SeenConsumer].self)
    let connections = try await api.get(["connections"], as: [SeenConnection].self)
    let here = connections.filter { $0.vhost == virtualHost }
    return ManagedView(
      exchanges: exchanges.map(\.snapshot), queues: queues.map { $0.counted(governed ?? []) },
      bindings: bindings.filter { !$0.source.isEmpty }.map(\.snapshot),
      consumers: consumers.map { $0.managed(here) }, connections: here.map(\.managed))
  }
}

// MARK: What the API answers. Source: RabbitMQ Management HTTP API.

private struct Named: Decodable {
  var name: String
}

private struct SeenExchange: Decodable {
  var name: String
  var type: String
  var durable: Bool
  var autoDelete: Bool
  var `internal`: Bool
  var arguments: SeenTable
  var policy: String?

  var snapshot: ExchangeSnapshot {
    var snapshot = ExchangeSnapshot(name: name, type: type)
    snapshot.isDurable = durable
    snapshot.isAutoDelete = autoDelete
    snapshot.isInternal = `internal`
    snapshot.arguments = arguments.table
    snapshot.isPredeclared = name.isEmpty || name.hasPrefix("amq.")
    snapshot.policies.policy = policy.flatMap { $0.isEmpty ? nil : $0 }
    return snapshot
  }
}

private struct SeenQueue: Decodable {
  var name: String
  var type: String?
  var durable: Bool
  var autoDelete: Bool
  var exclusive: Bool
  var arguments: SeenTable
  /// Statistics are not there before they were gathered.
  var messagesReady: Int?
  var messagesUnacknowledged: Int?
  var consumers: Int?
  var policy: String?
  var operatorPolicy: String?
  var effectivePolicyDefinition: SeenTable?

  func counted(_ governed: [GovernedQueue]) -> CountedQueue {
    var queue = CountedQueue(name: name, type: type ?? "classic")
    queue.isDurable = durable
    queue.isAutoDelete = autoDelete
    queue.isExclusive = exclusive
    queue.arguments = arguments.table
    queue.readyCount = messagesReady
    queue.unackedCount = messagesUnacknowledged
    queue.consumerCount = consumers
    let name = { (text: String?) in text.flatMap { $0.isEmpty ? nil : $0 } }
    let current = governed.first { $0.name == self.name }
    queue.policies.policy = name(current.map(\.policy) ?? policy)
    // Statistics that know another policy are older than that.
    if queue.policies.policy == name(policy) {
      queue.policies.operatorPolicy = name(operatorPolicy)
      queue.effectivePolicyDefinition = effectivePolicyDefinition?.table
    }
    return queue
  }
}

private struct GovernedQueue: Decodable {
  var name: String
  /// Left out where there is none.
  var policy: String?
}

private struct SeenBinding: Decodable {
  var source: String
  var destination: String
  var destinationType: String
  var routingKey: String
  var arguments: SeenTable

  var snapshot: BindingSnapshot {
    BindingSnapshot(
      source: source,
      destination: destinationType == "exchange" ? .exchange(destination) : .queue(destination),
      key: routingKey, arguments: arguments.table)
  }
}

private struct SeenConsumer: Decodable {
  struct Queue: Decodable { var name: String }
  struct Channel: Decodable {
    var connectionName: String?
    var number: UInt16?
  }

  var queue: Queue
  var consumerTag: String
  var ackRequired: Bool
  var exclusive: Bool
  var prefetchCount: UInt16?
  var active: Bool?
  var arguments: SeenTable
  /// An empty list where the channel is just going.
  var channelDetails: Channel?

  enum CodingKeys: CodingKey {
    case queue, consumerTag, ackRequired, exclusive, prefetchCount, active, arguments
    case channelDetails
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    queue = try container.decode(Queue.self, forKey: .queue)
    consumerTag = try container.decode(String.self, forKey: .consumerTag)
    ackRequired = try container.decode(Bool.self, forKey: .ackRequired)
    exclusive = try container.decode(Bool.self, forKey: .exclusive)
    prefetchCount = try? container.decode(UInt16.self, forKey: .prefetchCount)
    active = try? container.decode(Bool.self, forKey: .active)
    arguments = try container.decode(SeenTable.self, forKey: .arguments)
    channelDetails = try? container.decode(Channel.self, forKey: .channelDetails)
  }

  func managed(_ connections: [SeenConnection]) -> ManagedConsumer {
    let connection = channelDetails?.connectionName ?? "?"
    let client = connections.first { $0.name == connection }?.managed.name ?? connection
    let address = ChannelAddress(
      connection: ConnectionID(number: 0), channel: channelDetails?.number ?? 0)
    var consumer = ConsumerSnapshot(tag: consumerTag, channel: address)
    consumer.noAck = !ackRequired
    consumer.isExclusive = exclusive
    consumer.prefetchCount = prefetchCount ?? 0
    consumer.isActive = active ?? true
    consumer.arguments = arguments.table
    consumer.priority = arguments.table["x-priority"]?.integer.map { Int($0) } ?? 0
    return ManagedConsumer(queue: queue.name, client: client, consumer: consumer)
  }
}

private struct SeenConnection: Decodable {
  var name: String
  var user: String?
  var vhost: String?
  var channels: Int?
  var userProvidedName: String?

  var managed: ManagedConnection {
    ManagedConnection(
      name: userProvidedName ?? name, user: user ?? "?", virtualHost: vhost ?? "?",
      channelCount: channels ?? 0)
  }
}

/// A field table as JSON, in which an empty one may be a list. JSON does not keep the order of
/// names, nor the width of numbers.
struct SeenTable: Decodable {
  var table: FieldTable

  init(from decoder: any Decoder) throws {
    let values = (try? decoder.singleValueContainer().decode([String: SeenValue].self)) ?? [:]
    table = FieldTable(
      values.sorted { $0.key < $1.key }.map {
        FieldTable.Entry(name: $0.key, value: $0.value.value)
      })
  }
}

private struct SeenValue: Decodable {
  var value: FieldValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      value = .boolean(flag)
    } else if let number = try? container.decode(Int64.self) {
      value = FieldValue(integerLiteral: number)
    } else if let number = try? container.decode(Double.self) {
      value = .double(number)
    } else if let text = try? container.decode(String.self) {
      value = .string(text)
    } else if let values = try? container.decode([SeenValue].self) {
      value = .array(values.map(\.value))
    } else if let table = try? container.decode(SeenTable.self) {
      value = .table(table.table)
    } else {
      value = .void
    }
  }
}
