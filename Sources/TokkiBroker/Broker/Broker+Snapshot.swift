import AMQPModel

extension Broker {
  /// All that can be seen of the broker now.
  public func snapshot() -> BrokerSnapshot {
    let unacked = unackedByQueue()
    return BrokerSnapshot(
      now: now, virtualHosts: hostIDs.map { snapshot(of: $0, unacked) },
      connections: connections.map(snapshot), users: users.map(snapshot))
  }

  private func snapshot(of user: UserAccount) -> UserSnapshot {
    UserSnapshot(
      name: user.name, tags: user.tags, limits: user.limits,
      permissions: user.permissions.map {
        UserSnapshot.Granted(
          virtualHost: hosts[$0.virtualHost.index].name, permissions: $0.granted)
      },
      topicPermissions: user.topicPermissions.map {
        UserSnapshot.Granted(
          virtualHost: hosts[$0.virtualHost.index].name, permissions: $0.granted)
      })
  }

  private func snapshot(
    of host: VirtualHostID, _ unacked: [QueueID: [Held]]
  ) -> VirtualHostSnapshot {
    let routing = hosts[host.index].routing
    return VirtualHostSnapshot(
      name: hosts[host.index].name, exchanges: routing.exchangeSnapshots(),
      queues: hosts[host.index].queues.map { snapshot(of: $0, unacked[$0] ?? []) },
      bindings: routing.bindingSnapshots(), policies: hosts[host.index].policies.all,
      limits: hosts[host.index].limits)
  }

  /// An unacked delivery with the channel that holds it.
  private struct Held {
    let delivery: Unacked
    let channel: ChannelAddress
  }

  /// Every delivery that is not settled, in the order of delivery.
  private func unackedByQueue() -> [QueueID: [Held]] {
    var held: [Held] = []
    for connection in connections {
      for numbered in connection.channels {
        let channel = channels[numbered.channel.index]
        for delivery in channel.allUnacked {
          held.append(Held(delivery: delivery, channel: channel.address))
        }
      }
    }
    held.sort { $0.delivery.serial < $1.delivery.serial }
    var byQueue: [QueueID: [Held]] = [:]
    for one in held {
      if let queue = one.delivery.queue { byQueue[queue, default: []].append(one) }
    }
    return byQueue
  }

  private func snapshot(of id: QueueID, _ unacked: [Held]) -> QueueSnapshot {
    let declared = queues[id.index]
    let settings = declared.queue.settings
    var snapshot = QueueSnapshot(name: declared.queue.name, type: settings.kind.rawValue)
    snapshot.isDurable = settings.isDurable
    snapshot.isExclusive = settings.isExclusive
    snapshot.isAutoDelete = settings.isAutoDelete
    snapshot.arguments = settings.arguments
    snapshot.policies = declared.queue.governance.names
    snapshot.effectivePolicyDefinition = declared.queue.governance.definition
    snapshot.owner = settings.owner
    snapshot.ready = declared.queue.ready.inOrder.map { self.snapshot(of: $0) }
    snapshot.unacked = unacked.map { held in
      UnackedSnapshot(
        message: self.snapshot(of: held.delivery.entry), channel: held.channel,
        consumerTag: held.delivery.consumerTag, deliveryTag: held.delivery.deliveryTag)
    }
    snapshot.discarded = declared.queue.discarded.all.map { self.snapshot(of: $0.entry) }
    snapshot.consumers = declared.allConsumers.map { self.snapshot(of: $0, declared) }
    snapshot.counts = declared.queue.counts
    return snapshot
  }

  private func snapshot(of entry: QueueEntry) -> MessageSnapshot {
    var snapshot = MessageSnapshot(
      copy: entry.copy, exchange: entry.message.exchange,
      routingKey: entry.message.routingKey, content: entry.message.content)
    snapshot.redelivered = entry.isRedelivered
    snapshot.expiresAt = entry.expiresAt
    return snapshot
  }

  private func snapshot(of id: ConsumerID, _ queue: DeclaredQueue) -> ConsumerSnapshot {
    let consumer = consumers[id.index]
    var snapshot = ConsumerSnapshot(
      tag: consumer.tag, channel: channels[consumer.channel.index].address)
    snapshot.noAck = consumer.noAck
    snapshot.isExclusive = consumer.isExclusive
    snapshot.prefetchCount = consumer.prefetchCount
    snapshot.priority = Int(clamping: consumer.priority)
    snapshot.isActive = !queue.isSingleActive || queue.holder == id
    snapshot.unackedCount = consumer.unackedCount
    snapshot.arguments = consumer.arguments
    return snapshot
  }

  private func snapshot(of connection: Connection) -> ConnectionSnapshot {
    let host = connection.virtualHost.map { hosts[$0.index].name } ?? ""
    var snapshot = ConnectionSnapshot(
      id: connection.id, name: connection.name, user: connection.user, virtualHost: host)
    snapshot.channels = connection.channels.map { self.snapshot(of: $0.channel) }
    snapshot.clientProperties = connection.clientProperties
    snapshot.isRemote = connection.isRemote
    snapshot.state = state(of: connection)
    return snapshot
  }

  private func state(of connection: Connection) -> ConnectionSnapshot.State {
    switch connection.state {
    case .opening: return .opening
    case .closing: return .closing
    case .open: break
    }
    if connection.heldInputs != nil { return .blocked }
    return isMemoryShort && connection.isRemote ? .blocking : .running
  }

  private func snapshot(of id: ChannelID) -> ChannelSnapshot {
    let channel = channels[id.index]
    var snapshot = ChannelSnapshot(number: channel.address.channel)
    if channel.transaction != nil {
      snapshot.mode = .transaction
    } else if channel.nextPublish != nil {
      snapshot.mode = .confirm
    }
    snapshot.globalPrefetchCount = channel.limiter?.prefetchCount ?? 0
    snapshot.prefetchCount = channel.prefetchCount
    snapshot.unackedCount = channel.unacked.count
    snapshot.consumerTags = channel.consumers.map { consumers[$0.index].tag }
    return snapshot
  }
}
