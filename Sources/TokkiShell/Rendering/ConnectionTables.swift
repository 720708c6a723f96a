import TokkiBroker
import TokkiClient

/// Tables of who is connected, and of consumers.
extension Renderer {
  func consumerTable(_ consumers: [ListedConsumer]) -> [StyledLine] {
    guard !consumers.isEmpty else { return [speaker.say(LookPhrase.noConsumers, .quiet)] }
    var table = TextTable(
      columns(.queue, .client, .consumerTag, .ackRequired, .prefetch, .active, .unacked))
    for listed in consumers {
      let consumer = listed.consumer
      table.rows.append([
        queue(listed.queue), client(listed.client), key(consumer.tag), dot(!consumer.noAck),
        limit(consumer.prefetchCount), dot(consumer.isActive), number(listed.unackedCount),
      ])
    }
    return table.lines(style)
  }

  private func dot(_ isSo: Bool) -> StyledLine { speaker.say(isSo ? LookPhrase.yes : .no) }

  func connectionTable(_ connections: [ConnectionSnapshot]) -> [StyledLine] {
    guard !connections.isEmpty else { return [speaker.say(LookPhrase.noConnections, .quiet)] }
    guard !connections.contains(where: \.isRemote) else { return remoteTable(connections) }
    var table = TextTable(columns(.name, .userName, .virtualHost, .channels))
    for connection in connections {
      table.rows.append([
        client(connection.name), key(connection.user), key(connection.virtualHost),
        "\(connection.channels.count)",
      ])
    }
    return table.lines(style)
  }

  /// With clients elsewhere among them: what those say of themselves, and how they stand.
  private func remoteTable(_ connections: [ConnectionSnapshot]) -> [StyledLine] {
    var table = TextTable(
      columns(.name, .userName, .virtualHost, .client, .state, .channels))
    for connection in connections {
      let properties = connection.clientProperties
      let product = [properties["product"]?.text, properties["version"]?.text]
      table.rows.append([
        client(connection.name), key(connection.user), key(connection.virtualHost),
        product.compactMap { $0.map(key) }.joined(separator: " "),
        StyledLine(connection.state.rawValue), "\(connection.channels.count)",
      ])
    }
    return table.lines(style)
  }

  func channelTable(_ channels: [ListedChannel]) -> [StyledLine] {
    guard !channels.isEmpty else { return [speaker.say(LookPhrase.noChannels, .quiet)] }
    var table = TextTable(
      columns(.connection, .channel, .mode, .prefetch, .global, .unacked, .consumers))
    for listed in channels {
      let channel = listed.channel
      table.rows.append([
        client(listed.client), "\(channel.number)", mode(channel.mode),
        limit(channel.prefetchCount), limit(channel.globalPrefetchCount),
        "\(channel.unackedCount)", "\(channel.consumerTags.count)",
      ])
    }
    return table.lines(style)
  }

  private func mode(_ mode: ChannelSnapshot.Mode) -> StyledLine {
    switch mode {
    case .plain: ""
    case .confirm: "confirm"
    case .transaction: "tx"
    }
  }

  /// On a real broker: the clients of this shell, then the connections of others.
  func connectionTable(
    _ clients: [ClientSnapshot], others: [ManagedConnection]
  ) -> [StyledLine] {
    guard !clients.isEmpty || !others.isEmpty else {
      return [speaker.say(LookPhrase.noConnections, .quiet)]
    }
    var table = TextTable(
      columns(.name, .userName, .virtualHost, .channels, .consumers, .unacked))
    for client in clients {
      let isOn = client.isConnected
      table.rows.append([
        self.client(client.name.text), key(client.identity.user),
        isOn ? key(client.identity.virtualHost) : speaker.say(LookPhrase.notConnected, .quiet),
        "\(client.channels.count)", "\(client.consumers.count)",
        "\(client.channels.reduce(0) { $0 + $1.unsettled.count })",
      ])
    }
    for other in others {
      table.rows.append([
        StyledLine(VisibleText.name(other.name), .quiet), key(other.user), key(other.virtualHost),
        "\(other.channelCount)", "?", "?",
      ])
    }
    return table.lines(style)
  }

  /// Where one stands: what `status` answers.
  func lines(_ overview: Overview) -> [StyledLine] {
    var details: [StyledLine] = []
    let broker: StyledLine
    if let place = overview.broker {
      broker = speaker.say(LookPhrase.realBroker, .warning)
      details += self.details(of: place)
    } else if overview.at == nil {
      broker = speaker.say(LookPhrase.realBroker, .warning)
    } else {
      broker = speaker.say(LookPhrase.simulated, ["profile": StyledLine(overview.profile)])
    }
    details.append(speaker.say(LookPhrase.virtualHost, ["vhost": key(overview.virtualHost)]))
    if let at = overview.at {
      details.append(speaker.say(LookPhrase.seed, ["seed": "\(overview.seed)"]))
      details.append(speaker.say(LookPhrase.time, ["time": time(at)]))
    }
    return [line(broker, details)]
      + overview.clients.map { "  " + line(client($0.name.text), [state($0)]) }
  }

  private func state(_ client: ClientSnapshot) -> StyledLine {
    guard client.isConnected else { return speaker.say(LookPhrase.notConnected, .quiet) }
    guard !client.consumers.isEmpty else { return speaker.say(LookPhrase.consumesNothing) }
    return speaker.say(
      LookPhrase.consumes, ["queues": names(client.consumers.map(\.queue), .queue)])
  }
}
