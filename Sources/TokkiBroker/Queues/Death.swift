import AMQPModel

/// That a message was dead-lettered from a queue for a reason: one table of its `x-death` header.
struct Death: Hashable, Sendable {
  var queue: String
  var reason: RemovalReason
  var count: Int64 = 1
  /// Seconds since 1970, of the first time.
  var time: UInt64
  /// Where the message had been published to.
  var exchange: String
  var routingKeys: [String]
  /// The expiration that it had, and lost.
  var originalExpiration: String?

  func isAlike(_ other: Death) -> Bool {
    reason == other.reason && ExactName(queue) == ExactName(other.queue)
  }
}

extension Death {
  /// With the fields in the order of 4.0. Source: mc_amqpl, death_table.
  var table40: FieldTable {
    FieldTable((expirationEntry.map { [$0] } ?? []) + countEntry + detailEntries)
  }

  /// With the fields in the order of 3.10. Source: rabbit_dead_letter, make_msg.
  var table310: FieldTable {
    FieldTable(countEntry + detailEntries + (expirationEntry.map { [$0] } ?? []))
  }

  private var countEntry: [FieldTable.Entry] {
    [FieldTable.Entry(name: "count", value: .int64(count))]
  }

  private var expirationEntry: FieldTable.Entry? {
    originalExpiration.map { FieldTable.Entry(name: "original-expiration", value: .string($0)) }
  }

  private var detailEntries: [FieldTable.Entry] {
    [
      FieldTable.Entry(name: "reason", value: .string(reason.rawValue)),
      FieldTable.Entry(name: "queue", value: .string(queue)),
      FieldTable.Entry(name: "time", value: .timestamp(time)),
      FieldTable.Entry(name: "exchange", value: .string(exchange)),
      FieldTable.Entry(
        name: "routing-keys", value: .array(routingKeys.map { FieldValue.string($0) })),
    ]
  }
}

extension Instant {
  /// What a clock shows where RabbitMQ writes the time: virtual time begins with the year 2025.
  package var secondsSince1970: UInt64 {
    1_735_689_600 + UInt64(clamping: milliseconds / 1000)
  }
}
