import AMQPModel

@testable import TokkiBroker

/// A queue with a clock, and messages that are told by their bodies.
struct DrivenQueue {
  var queue: Queue
  var now = Instant()
  var profile: Profile
  var removals: [Removal] = []
  private var published: UInt64 = 0

  init(
    _ arguments: FieldTable = FieldTable(), durable: Bool = true, name: String = "q",
    profile: Profile = .rabbitMQ40
  ) throws {
    self.profile = profile
    let declaration = QueueDeclaration(
      QueueDeclare(queue: name, durable: durable, arguments: arguments), name: name,
      virtualHost: "/", connection: ConnectionID(number: 1), profile: profile)
    queue = Queue(
      id: QueueID(index: 0), name: name, settings: try declaration.settings(), now: now)
  }

  @discardableResult
  mutating func publish(
    _ text: String, expiration: String? = nil, priority: UInt8? = nil, persistent: Bool = true,
    headers: FieldTable? = nil, from channel: UInt16? = nil, consumerIsReady: Bool = false
  ) throws -> Queue.Fate {
    var properties = BasicProperties()
    properties.expiration = expiration
    properties.priority = priority
    properties.deliveryMode = persistent ? 2 : 1
    properties.headers = headers
    published += 1
    let message = try Message(
      id: MessageID(number: published), publish: BasicPublish(routingKey: queue.name),
      content: Content(properties: properties, text: text), profile: profile)
    return publish(message, from: channel, consumerIsReady: consumerIsReady)
  }

  @discardableResult
  mutating func publish(
    _ message: Message, from channel: UInt16? = nil, consumerIsReady: Bool = false
  ) -> Queue.Fate {
    let publisher = channel.map {
      Publisher.channel(ChannelAddress(connection: ConnectionID(number: 1), channel: $0))
    }
    return queue.publish(
      message, from: publisher, consumerIsReady: consumerIsReady, now: now, removals: &removals)
  }

  mutating func take() -> QueueEntry? {
    defer { queue.expireHeads(now: now, removals: &removals) }
    return queue.takeNext(now: now, removals: &removals)
  }

  mutating func take(_ count: Int) -> [QueueEntry] { (0..<count).compactMap { _ in take() } }

  mutating func requeue(_ entries: [QueueEntry], isConsumerGone: Bool = false) {
    queue.requeue(entries, isConsumerGone: isConsumerGone, now: now, removals: &removals)
    if queue.settings.kind == .quorum {
      queue.dropExcess(&removals)
      queue.expireHeads(now: now, removals: &removals)
    }
    queue.expireHeads(now: now, removals: &removals)
  }

  /// Lets time pass as the broker does: from deadline to deadline.
  mutating func pass(_ milliseconds: Int64) {
    let end = now.advanced(by: milliseconds)
    while let deadline = queue.nextDeadline, deadline <= end, queue.expiresAt != deadline {
      now = max(now, deadline)
      queue.expireHeads(now: now, removals: &removals)
    }
    now = end
  }

  /// What is ready, the next first.
  var ready: [String] { queue.ready.inOrder.map(\.text) }

  /// What was dropped, and why.
  var dropped: [String] { removals.map { "\($0.entry.text) \($0.reason.rawValue)" } }
}

extension QueueEntry {
  var text: String { String(decoding: message.content.body, as: UTF8.self) }
}

extension Queue.Fate {
  var word: String {
    switch self {
    case .enqueued: "enqueued"
    case .delivered: "delivered"
    case .refused: "refused"
    }
  }
}
