public import AMQPModel
public import TokkiBroker
public import TokkiClient

/// What the broker, or the shell, answered to a command that was carried out.
public enum Answer: Hashable, Sendable {
  // Topology. `isNew` and `wasThere` are nil where nobody can tell: on a real broker; `isNew`
  // also for passive declares.
  case queueDeclared(
    QueueDeclare, QueueDeclareOk, type: String, isNew: Bool?,
    policies: PoliciesInForce = PoliciesInForce())
  case exchangeDeclared(ExchangeDeclare, isNew: Bool?)
  case queueDeleted(String, messageCount: UInt32, wasThere: Bool?)
  case exchangeDeleted(String, wasThere: Bool?)
  case bound(BindingSnapshot, isNew: Bool?)
  case unbound(BindingSnapshot, wasThere: Bool?)
  case purged(queue: String, messageCount: UInt32)

  // Publishing
  case confirmSelected(ClientName)
  case transactionSelected(ClientName)
  case committed(ClientName)
  case rolledBack(ClientName)

  // Consuming
  case consuming(ConsumerAnswer)
  case cancelled(ClientName, consumerTag: String)
  case got(ClientName, queue: String, BasicGetOk, Content, noAck: Bool)
  case nothingToGet(queue: String)
  case settled(SettledAnswer)
  case recovered(ClientName)
  case prefetch(ClientName, count: UInt16, global: Bool)
  case flow(ClientName, active: Bool)

  // Connections and virtual hosts
  case connectionOpened(ClientName, ClientIdentity)
  case connectionClosed(ClientName)
  case channelOpened(ClientName, UInt16)
  case channelClosed(ClientName, UInt16)
  case virtualHostAdded(String)
  case virtualHostDeleted(String)
  case virtualHostUsed(String)

  // Policies, users, permissions, limits
  indirect case operated(OperatorAnswer)

  // Brokers
  case brokerConnected(BrokerPlace)
  case brokerLeft(BrokerPlace)

  // Time and failure
  /// How many messages are lost with it, since auto ack had them count as acknowledged.
  case killed(ClientName, lostCount: Int)
  /// The connection of a client elsewhere is being closed by the broker.
  case forcedToClose(ClientName)
  /// `rest` is what is left of the time asked for, because too much happened before.
  case advanced(by: Int64, to: Int64, rest: Int64)
  case restarted

  // History: the lines that were undone or done again, in that order.
  case undone([String])
  case redone([String])
  case checkpointSet(String)
  case wentTo(checkpoint: String)
  case reset

  case languageSet
  case left
}

/// A consumer was started.
public struct ConsumerAnswer: Hashable, Sendable {
  public var client: ClientName
  public var tag: String
  public var queue: String
  public var noAck: Bool
  /// What was sent as `basic.qos` before it, if anything.
  public var prefetchCount: UInt16?
  public var plan: WorkPlan?

  public init(client: ClientName, tag: String, queue: String, noAck: Bool) {
    self.client = client
    self.tag = tag
    self.queue = queue
    self.noAck = noAck
  }
}

/// Deliveries were acknowledged or rejected.
public struct SettledAnswer: Hashable, Sendable {
  public var client: ClientName
  /// `ack`, `nack` or `reject`.
  public var verb: String
  public var deliveryTag: UInt64
  public var multiple: Bool
  /// Whether they go back to their queue; nil for an ack.
  public var requeue: Bool?
  /// The bodies of the deliveries that it settled, oldest first.
  public var bodies: [[UInt8]]
  /// Whether it waits for `tx.commit`.
  public var isHeldBack = false

  public init(
    client: ClientName, verb: String, deliveryTag: UInt64, multiple: Bool, requeue: Bool?,
    bodies: [[UInt8]]
  ) {
    self.client = client
    self.verb = verb
    self.deliveryTag = deliveryTag
    self.multiple = multiple
    self.requeue = requeue
    self.bodies = bodies
  }
}
