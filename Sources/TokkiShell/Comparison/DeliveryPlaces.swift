import TokkiClient

/// What delivery tags stand for: the consumer, and which of its deliveries it is. The tags
/// themselves depend on which of two queues was quicker.
struct DeliveryPlaces {
  private struct Tag: Hashable {
    var client: String
    var channel: UInt16
    var tag: UInt64

    init(_ report: ClientReport, _ tag: UInt64) {
      client = report.client.text
      channel = report.channel
      self.tag = tag
    }
  }

  /// Where deliveries are counted: a consumer's, or (without a consumer tag) a channel's gets.
  private struct Counter: Hashable {
    var client: String
    var channel: UInt16
    var consumerTag: String?
  }

  private var names: [Tag: String] = [:]
  private var counts: [Counter: Int] = [:]

  mutating func delivered(_ tag: UInt64, by consumerTag: String, _ report: ClientReport) {
    names[Tag(report, tag)] = "delivery \(number(report, consumerTag)) of \(consumerTag)"
  }

  mutating func got(_ tag: UInt64, _ report: ClientReport) {
    names[Tag(report, tag)] = "get \(number(report, nil))"
  }

  private mutating func number(_ report: ClientReport, _ consumerTag: String?) -> Int {
    let counter = Counter(
      client: report.client.text, channel: report.channel, consumerTag: consumerTag)
    counts[counter, default: 0] += 1
    return counts[counter] ?? 0
  }

  func name(of tag: UInt64, _ report: ClientReport) -> String {
    names[Tag(report, tag)] ?? (tag == 0 ? "all" : "tag \(tag)")
  }

  /// From now on counts no less than the other.
  mutating func keepUp(with other: DeliveryPlaces) {
    counts.merge(other.counts) { max($0, $1) }
  }
}

/// Which publishes of a channel the broker has spoken of already.
struct ConfirmCounts {
  private struct Channel: Hashable {
    var client: String
    var channel: UInt16
  }

  private struct Known {
    /// All up to this one.
    var floor: UInt64 = 0
    /// And these above.
    var others: Set<UInt64> = []
  }

  private var channels: [Channel: Known] = [:]

  /// Those that this confirm is the first to speak of.
  mutating func taken(upTo tag: UInt64, multiple: Bool, _ report: ClientReport) -> [UInt64] {
    let channel = Channel(client: report.client.text, channel: report.channel)
    var known = channels[channel] ?? Known()
    defer { channels[channel] = known }
    guard multiple else {
      known.others.insert(tag)
      return [tag]
    }
    guard tag > known.floor else { return [] }
    // What a broker says is not to be trusted: nobody publishes that much between two confirms.
    let most = min(tag, known.floor.addingReportingOverflow(1_000_000).partialValue)
    guard most > known.floor else { return [] }
    let taken = (known.floor + 1...most).filter { !known.others.contains($0) }
    known = Known(floor: tag, others: known.others.filter { $0 > tag })
    return taken
  }

  /// The channel is gone; another one begins to count anew. A closed connection is channel 0.
  mutating func forget(_ report: ClientReport) {
    let client = report.client.text
    channels = channels.filter { channel, _ in
      channel.client != client || (report.channel != 0 && channel.channel != report.channel)
    }
  }
}
