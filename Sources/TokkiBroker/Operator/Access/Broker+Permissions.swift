public import AMQPModel

// What the user of a channel may do. RabbitMQ remembers the last dozen things that a channel was
// allowed, for as long as the channel is busy; here a permission that is taken away is gone at
// once. Source: `rabbit_channel:check_resource_access/4`.

extension Broker {
  /// Whether that is a user's password. Source: rabbit_auth_backend_internal.
  public func authenticates(user: String, password: Password) -> Bool {
    account(of: user)?.password == password
  }

  /// Every user's password by the user's name, for a server that asks clients who they are.
  public var passwords: [String: Password] {
    Dictionary(users.map { ($0.name, $0.password) }, uniquingKeysWith: { first, _ in first })
  }

  func account(of user: String) -> UserAccount? {
    users.first { ExactName($0.name) == ExactName(user) }
  }

  func check(
    _ access: ResourceAccess, queue name: String, _ channel: ChannelID
  ) throws(AMQPException) {
    if !channels[channel.index].isRestricted { return }
    let described = ResourceName.queue(name, in: hostName(of: channel))
    try check(access, name, described, channel)
  }

  /// To permissions the default exchange, whose name is empty, is `amq.default`.
  func check(
    _ access: ResourceAccess, exchange name: String, _ channel: ChannelID
  ) throws(AMQPException) {
    if !channels[channel.index].isRestricted { return }
    let name = name.utf8.isEmpty ? "amq.default" : name
    let described = ResourceName.exchange(name, in: hostName(of: channel))
    try check(access, name, described, channel)
  }

  private func check(
    _ access: ResourceAccess, _ name: String, _ described: String, _ channel: ChannelID
  ) throws(AMQPException) {
    let user = user(of: channel)
    let permissions = account(of: user)?.permissions(in: host(of: channel))
    if permissions?.allow(access, to: name) == true { return }
    throw refusal(of: access, to: described, user)
  }

  /// A topic exchange may be open to some routing keys alone; those of other types are to all.
  func check(
    _ access: ResourceAccess, key: String, of exchange: ExchangeID, _ channel: ChannelID
  ) throws(AMQPException) {
    if !channels[channel.index].isRestricted { return }
    let host = host(of: channel)
    let user = user(of: channel)
    guard let exchange = hosts[host.index].routing.exchange(exchange), exchange.type == .topic,
      let permissions = account(of: user)?.topicPermissions.first(where: {
        $0.virtualHost == host && ExactName($0.granted.exchange) == ExactName(exchange.name)
      }), !permissions.allow(access, key: key)
    else { return }
    let described = ResourceName.exchange(exchange.name, in: hostName(of: channel))
    throw refusal(of: access, to: "topic '\(key)' in \(described)", user)
  }

  private func refusal(
    of access: ResourceAccess, to described: String, _ user: String
  ) -> AMQPException {
    let what = profile.namesRefusedAccess ? "\(access.rawValue) access" : "access"
    return AMQPException(.accessRefused, "\(what) to \(described) refused for user '\(user)'")
  }

  private func user(of channel: ChannelID) -> String {
    place(of: address(of: channel).connection).map { connections[$0].user } ?? ""
  }

  func isRestricted(_ user: String, in host: VirtualHostID) -> Bool {
    account(of: user)?.mayDoAnything(in: host) != true
  }
}

// MARK: - Connections and their limits

extension Broker {
  /// Whether the connection's user may open the virtual host.
  /// Source: `rabbit_reader:handle_method0/2`.
  func checkOpening(_ host: VirtualHostID, _ place: Int) throws(AMQPException) {
    let user = connections[place].user
    guard let account = account(of: user) else {
      throw AMQPException(
        .accessRefused,
        "Login was refused using authentication mechanism PLAIN. For details see the broker "
          + "logfile.")
    }
    let refused = "access to vhost '\(hosts[host.index].name)' refused for user '\(user)'"
    let inHost = connections.count { $0.virtualHost == host }
    if let limit = hosts[host.index].limits.reached("max-connections", by: inHost) {
      throw AMQPException(.notAllowed, "\(refused): connection limit (\(limit)) is reached")
    }
    let own = connections.count { $0.virtualHost != nil && ExactName($0.user) == ExactName(user) }
    if let limit = account.limits.reached("max-connections", by: own) {
      throw AMQPException(
        .notAllowed,
        "connection refused for user '\(user)': user connection limit (\(limit)) is reached")
    }
    if account.permissions(in: host) == nil { throw AMQPException(.notAllowed, refused) }
  }

  /// Whether the connection's user may have another channel. That 4.0's text names the node in the
  /// user's place is RabbitMQ's doing. Source: `rabbit_reader:create_channel/2`.
  func checkChannelLimit(_ place: Int) throws(AMQPException) {
    let user = ExactName(connections[place].user)
    guard let account = account(of: user.text), !account.limits.isEmpty else { return }
    let count = connections.filter { ExactName($0.user) == user }.reduce(0) {
      $0 + $1.channels.count
    }
    guard let limit = account.limits.reached("max-channels", by: count) else { return }
    let named = profile.channelLimitNamesNode ? "rabbit@localhost" : user.text
    throw AMQPException(
      .notAllowed,
      "number of channels opened for user '\(named)' has reached the maximum allowed user limit "
        + "of (\(limit))")
  }

  /// Whether the virtual host may have another queue.
  func checkQueueLimit(_ name: String, _ host: VirtualHostID) throws(AMQPException) {
    let count = hosts[host.index].queues.count
    guard let limit = hosts[host.index].limits.reached("max-queues", by: count) else { return }
    throw AMQPException(
      .preconditionFailed,
      "cannot declare queue '\(name)': queue limit in vhost '\(hosts[host.index].name)' "
        + "(\(limit)) is reached")
  }
}

extension [Limit] {
  /// The limit of that name, if there are as many already. A negative one is none.
  func reached(_ name: String, by count: Int) -> Int64? {
    guard let limit = first(where: { $0.name == name })?.value, limit >= 0, count >= limit
    else { return nil }
    return limit
  }
}
