import AMQPModel

// A delivery that is not acknowledged in time closes its channel. Source: rabbit_channel,
// evaluate_consumer_timeout; RabbitMQ's guide to consumers, "Acknowledgement Timeout".

extension Broker {
  /// When a channel will next be closed for want of an acknowledgement, if all stays as it is; nil
  /// if none will.
  public var nextConsumerTimeout: Instant? {
    var earliest: Instant?
    for connection in connections {
      for numbered in connection.channels {
        guard let timeout = consumerTimeout(of: numbered.channel) else { continue }
        earliest = min(earliest ?? timeout, timeout)
      }
    }
    return earliest
  }

  /// Closes the channels whose time is up, connection by connection.
  mutating func closeTimedOutChannels() {
    for connection in connections {
      for numbered in connection.channels {
        guard let timeout = consumerTimeout(of: numbered.channel), timeout <= now,
          let used = timeLimit(of: numbered.channel)
        else { continue }
        let exception = AMQPException(
          .preconditionFailed,
          "delivery acknowledgement on channel \(numbered.number) timed out. Timeout value used: "
            + "\(used) ms. This timeout value can be configured, see consumers doc guide to learn "
            + "more")
        let address = ChannelAddress(connection: connection.id, channel: numbered.number)
        refuse(exception, nil, address)
      }
    }
  }

  /// The channel's oldest delivery is looked at, and no other, at each tick; here the ticks count
  /// from when the channel last came to have deliveries to settle, since before that it sleeps.
  private func consumerTimeout(of channel: ChannelID) -> Instant? {
    if channels[channel.index].unacked.isEmpty { return nil }
    guard let limit = timeLimit(of: channel),
      let oldest = channels[channel.index].unacked.first
    else { return nil }
    let start = channels[channel.index].unacked.busySince.milliseconds
    let interval = max(1, configuration.channelTickInterval)
    let due = max(oldest.deliveredAt.advanced(by: limit), now).milliseconds
    let (past, overflow) = due.subtractingReportingOverflow(start)
    if overflow || due == .max { return nil }
    let tickCount = max(1, past / interval + (past % interval > 0 ? 1 : 0))
    return Instant(milliseconds: start).advanced(by: tickCount.multipliedClamped(by: interval))
  }

  /// How many milliseconds the channel's oldest delivery may wait.
  private func timeLimit(of channel: ChannelID) -> Int64? {
    guard let queue = channels[channel.index].unacked.first?.queue,
      let own = queues[queue.index].queue.settings.consumerTimeout
    else { return configuration.consumerTimeout }
    switch own {
    case .milliseconds(let limit): return limit
    case .never: return nil
    }
  }
}

extension Int64 {
  fileprivate func multipliedClamped(by other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
