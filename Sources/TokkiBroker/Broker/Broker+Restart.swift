import AMQPModel

extension Broker {
  /// Stops and starts the broker. Connections are closed; durable exchanges, durable queues and
  /// the bindings between them stay; of the messages, persistent ones in durable queues, and all
  /// of a quorum queue's.
  public mutating func restart(into step: inout Step) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    if isTracing { trace(nil, .restarted) }
    let exception = AMQPException(
      .connectionForced, "broker forced connection closure with reason 'shutdown'")
    closeAll(exception) { _ in true }
    settle()
    for host in hostIDs { restart(host) }
    settle()
  }

  /// Deletes a virtual host with all that is in it, and closes its connections; false if there
  /// is none of that name.
  public mutating func removeVirtualHost(_ name: String, into step: inout Step) -> Bool {
    swap(&output, &step)
    defer { swap(&output, &step) }
    guard let host = host(named: name) else { return false }
    let exception = AMQPException(.connectionForced, "vhost '\(name)' is deleted")
    closeAll(exception) { $0.virtualHost == host }
    settle()
    for queue in hosts[host.index].queues {
      deleteQueue(queue, because: "its virtual host is deleted")
    }
    deadLetters.removeAll { $0.virtualHost == host }
    hostIDs.removeAll { $0 == host }
    for place in users.indices { users[place].forget(host) }
    hosts.remove(host.index)
    return true
  }

  /// Closes connections all at once, without waiting for an answer.
  private mutating func closeAll(
    _ exception: AMQPException, where condition: (Connection) -> Bool
  ) {
    let closed = connections.filter(condition)
    emptyChannels(closed.flatMap { $0.channels.map(\.channel) })
    for connection in closed {
      guard let place = place(of: connection.id) else { continue }
      if connection.state == .open { close(place, exception) }
      release(place)
      output.effects.append(.closeConnection(connection.id))
    }
  }

  private mutating func restart(_ host: VirtualHostID) {
    for queue in hosts[host.index].queues where !queues[queue.index].queue.settings.isDurable {
      deleteQueue(queue, because: "it is not durable")
    }
    for queue in hosts[host.index].queues {
      queues[queue.index].queue.restart(unacked: [], now: now, removals: &removals)
      collectRemovals(queue)
      forwardWaiting(of: queue)
    }
    for exchange in hosts[host.index].routing.exchangeIDs()
    where hosts[host.index].routing.exchange(exchange)?.isDurable == false {
      let changes = hosts[host.index].routing.deleteExchange(exchange)
      trace(host, changes)
    }
  }
}
