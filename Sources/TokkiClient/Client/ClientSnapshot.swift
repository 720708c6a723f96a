/// What can be seen of a client at one moment.
public struct ClientSnapshot: Hashable, Sendable {
  /// One consumer that the client runs.
  public struct Consumer: Hashable, Sendable {
    public var tag: String
    public var queue: String
    public var channel: UInt16
    public var noAck: Bool
    public var plan: WorkPlan?
    /// The delivery in a worker's hands, and when it will be done (milliseconds).
    public var working: Delivery?
    public var workingUntil: Int64?

    public init(tag: String, queue: String, channel: UInt16, noAck: Bool, plan: WorkPlan?) {
      self.tag = tag
      self.queue = queue
      self.channel = channel
      self.noAck = noAck
      self.plan = plan
    }
  }

  /// One open channel.
  public struct Channel: Hashable, Sendable {
    public var number: UInt16
    /// Deliveries that are not acknowledged yet, oldest first; those by `basic.get` included.
    public var unsettled: [UnsettledDelivery]
    /// nil without publisher confirms, else how many publishes are not confirmed yet.
    public var unconfirmedCount: Int?
    /// The queue that was declared last: an empty queue name means this one.
    public var declaredQueue: String?

    public init(number: UInt16, unsettled: [UnsettledDelivery] = [], unconfirmedCount: Int?) {
      self.number = number
      self.unsettled = unsettled
      self.unconfirmedCount = unconfirmedCount
    }
  }

  public var name: ClientName
  public var identity: ClientIdentity
  public var isConnected: Bool
  public var channels: [Channel]
  public var consumers: [Consumer]
  /// Deliveries with auto ack that workers are not done with: lost if the client dies now.
  public var atRiskCount = 0

  public init(
    name: ClientName, identity: ClientIdentity, isConnected: Bool, channels: [Channel] = [],
    consumers: [Consumer] = []
  ) {
    self.name = name
    self.identity = identity
    self.isConnected = isConnected
    self.channels = channels
    self.consumers = consumers
  }
}

/// A delivery that waits for its acknowledgement.
public struct UnsettledDelivery: Hashable, Sendable {
  public var deliveryTag: UInt64
  /// nil for a `basic.get`.
  public var consumerTag: String?
  public var content: [UInt8]

  public init(deliveryTag: UInt64, consumerTag: String?, content: [UInt8]) {
    self.deliveryTag = deliveryTag
    self.consumerTag = consumerTag
    self.content = content
  }
}
