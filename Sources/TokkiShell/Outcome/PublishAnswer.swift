public import AMQPModel
public import TokkiBroker
public import TokkiClient

/// A message, or several equal ones, went to an exchange; the way that it took from there.
public struct PublishAnswer: Hashable, Sendable {
  /// What became of the message in one queue.
  public struct Stop: Hashable, Sendable {
    public var queue: String
    /// Consumers that got it at once, by the name of their client, in order of delivery.
    public var consumers: [String]
    /// How many messages the queue holds ready afterwards; nil if it is gone meanwhile.
    public var readyCount: Int?
    /// Whether the queue was full and refused it.
    public var isRefused: Bool

    public init(queue: String, consumers: [String], readyCount: Int?, isRefused: Bool) {
      self.queue = queue
      self.consumers = consumers
      self.readyCount = readyCount
      self.isRefused = isRefused
    }
  }

  public var client: ClientName
  public var method: BasicPublish
  public var content: Content
  /// How many equal messages took this way.
  public var count: Int
  /// nil on a real broker, which does not tell.
  public var route: Route?
  /// In the order in which the broker delivers to them.
  public var stops: [Stop]
  /// Whether it waits for the commit of its channel's transaction.
  public var isHeldBack = false
  /// Where it is unroutable: keys that would have led somewhere, and may have been meant.
  public var nearest: [String] = []

  public init(
    client: ClientName, method: BasicPublish, content: Content, count: Int = 1,
    route: Route? = nil, stops: [Stop] = []
  ) {
    self.client = client
    self.method = method
    self.content = content
    self.count = count
    self.route = route
    self.stops = stops
  }

  /// Whether it is known that no queue took the message, nor a waiting caller.
  public var isUnroutable: Bool { route.map { $0.queues.isEmpty && stops.isEmpty } ?? false }

  /// The name under which callers consume direct replies, which go past all queues.
  public static let directReplies = "amq.rabbitmq.reply-to"

  /// Whether the trace's name of a queue is that of a caller's channel.
  static func isReplyQueue(_ name: String) -> Bool { name.hasPrefix(directReplies + ".") }

  /// Whether it went straight to the channel of a caller.
  public var isDirectReply: Bool { stops.contains { $0.queue == Self.directReplies } }
}
