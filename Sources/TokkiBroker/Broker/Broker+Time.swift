extension Broker {
  /// When something will happen by itself. nil if nothing will.
  public var nextDeadline: Instant? {
    guard let queues = nextQueueDeadline else { return nextConsumerTimeout }
    return min(queues, nextConsumerTimeout ?? queues)
  }

  /// When something will happen to a queue by itself: a message's or its own expiry, or
  /// dead-lettering that was too much for this moment or is to be tried again. nil if nothing
  /// will.
  public var nextQueueDeadline: Instant? {
    let soon = now.advanced(by: 1)
    var earliest = deadLetters.isEmpty && forwards.isEmpty || soon == now ? nil : soon
    for host in hostIDs {
      for queue in hosts[host.index].queues {
        guard let deadline = queues[queue.index].queue.nextDeadline else { continue }
        earliest = min(earliest ?? deadline, deadline)
      }
    }
    return earliest
  }

  /// Lets time pass: everything due in between happens, in order of time. Time never goes back.
  public mutating func advance(to instant: Instant, into step: inout Step) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    while let deadline = nextDeadline, deadline <= instant {
      now = max(now, deadline)
      expireWhatIsDue()
      closeTimedOutChannels()
      settle()
    }
    now = max(now, instant)
  }

  /// At one moment, queues expire in the order of their declaration.
  private mutating func expireWhatIsDue() {
    for host in hostIDs {
      for queue in hosts[host.index].queues {
        queues[queue.index].queue.expireHeads(now: now, removals: &removals)
        collectRemovals(queue)
        if let retryAt = queues[queue.index].queue.discarded.retryAt, retryAt <= now {
          retryDeadLetters(of: queue)
        }
        if let expiresAt = queues[queue.index].queue.expiresAt, expiresAt <= now {
          deleteQueue(queue, because: "it was not used for its x-expires time")
        }
      }
    }
  }
}
