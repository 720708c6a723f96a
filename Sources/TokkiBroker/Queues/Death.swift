/// That a message was dead-lettered: one element of its `x-death` header.
struct Death: Hashable, Sendable {
  var queue: String
  var reason: RemovalReason
  /// How often for that reason from that queue.
  var count: Int64
  /// Seconds since 1970, of the first time.
  var time: UInt64
  /// Where the message had been published to.
  var exchange: String
  var routingKeys: [String]
  /// The expiration that it was published with, and lost.
  var originalExpiration: String?
}
