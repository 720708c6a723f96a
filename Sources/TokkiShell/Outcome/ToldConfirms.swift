import TokkiClient

/// Confirms that a client got on one channel, told together.
struct ToldConfirms {
  let first: Happening
  let isAck: Bool
  private var tags: [UInt64]
  /// All that were not confirmed yet, up to that one.
  private(set) var upTo: UInt64?

  /// nil if it tells of something else.
  init?(_ happening: Happening) {
    guard case .confirmed(let tag, let multiple, let isAck) = happening.report.fact else {
      return nil
    }
    first = happening
    self.isAck = isAck
    tags = multiple ? [] : [tag]
    upTo = multiple ? tag : nil
  }

  mutating func add(_ later: ToldConfirms) {
    tags += later.tags
    upTo = [upTo, later.upTo].compactMap(\.self).max()
  }

  /// The single ones after those, in order, without gaps in each range.
  var ranges: [ClosedRange<UInt64>] {
    var ranges: [ClosedRange<UInt64>] = []
    for tag in tags.sorted() where upTo.map({ tag > $0 }) ?? true {
      if let last = ranges.last, tag - last.upperBound <= 1 {
        ranges[ranges.count - 1] = last.lowerBound...tag
      } else {
        ranges.append(tag...tag)
      }
    }
    return ranges
  }
}

/// What has lines of its own in an outcome.
enum ToldPart {
  case part(Outcome.Part)
  case confirms(ToldConfirms)

  private struct Key: Hashable {
    var client: String
    var channel: UInt16
    var at: Int64?
    var isAck: Bool
  }

  /// The parts, and the confirms of one moment together where the last of them came.
  static func of(_ parts: [Outcome.Part]) -> [ToldPart] {
    var told: [ToldPart?] = []
    var places: [Key: Int] = [:]
    for part in parts {
      guard case .happened(let happening) = part, let later = ToldConfirms(happening) else {
        told.append(.part(part))
        continue
      }
      let report = happening.report
      let key = Key(
        client: report.client.text, channel: report.channel,
        at: happening.isTimed ? report.at : nil, isAck: later.isAck)
      if let place = places[key], case .confirms(var confirms)? = told[place] {
        confirms.add(later)
        told[place] = nil
        told.append(.confirms(confirms))
      } else {
        told.append(.confirms(later))
      }
      places[key] = told.count - 1
    }
    return told.compactMap(\.self)
  }
}
