/// How far deliveries to a remote connection may be ahead of its peer. RabbitMQ stops a queue's
/// deliveries to a channel after 200 that have not gone out; here it is one account for the
/// connection, so that a client with many channels has no more. Source: `rabbit_queue_consumers`,
/// UNSENT_MESSAGE_LIMIT.
struct DeliveryWindow: Hashable, Sendable {
  static let messageLimit = 1000
  static let byteLimit = 1 << 20

  /// What was delivered since the peer was last reported to read.
  private var messageCount = 0
  private var byteCount = 0
  /// Whether the owner says that the peer reads.
  private var isReading = true
  /// How often it was opened; says whose turn it is to begin.
  private(set) var turn = 0

  private var isFull: Bool {
    messageCount >= Self.messageLimit || byteCount >= Self.byteLimit
  }

  /// Whether nothing is delivered now.
  var isShut: Bool { !isReading || isFull }

  /// Returns whether this delivery has filled the window.
  mutating func count(_ bytes: Int) -> Bool {
    let wasFull = isFull
    messageCount += 1
    byteCount &+= bytes
    return isFull && !wasFull
  }

  mutating func open() {
    messageCount = 0
    byteCount = 0
    isReading = true
    turn &+= 1
  }

  mutating func shut() { isReading = false }
}
