import AMQPModel
import TokkiBroker
import TokkiClient

/// Tables. Titles and abbreviations are those of RabbitMQ's management UI.
extension Renderer {
  /// - Parameter now: virtual time; nil on a real broker.
  func lines(_ listing: Listing, at now: Int64?) -> [StyledLine] {
    switch listing {
    case .queues(let queues): queueTable(queues.map(CountedQueue.init))
    case .exchanges(let exchanges): exchangeTable(exchanges)
    case .bindings(let bindings): bindingTable(bindings)
    case .consumers(let consumers): consumerTable(consumers)
    case .connections(let connections): connectionTable(connections)
    case .channels(let channels): channelTable(channels)
    case .messages(let queue): messageTable(queue, at: now)
    case .allMessages(let messages, let elsewhere):
      messageTable(messages, elsewhere: elsewhere)
    case .virtualHosts(let hosts, let current): virtualHostTable(hosts, current: current)
    case .checkpoints(let names): checkpointLines(names)
    case .operated(let listing): lines(listing)
    case .real(let listing, let source): lines(listing) + [sourceLine(source)]
    }
  }

  private func lines(_ listing: RealListing) -> [StyledLine] {
    switch listing {
    case .queues(let queues): queueTable(queues)
    case .exchanges(let exchanges): exchangeTable(exchanges)
    case .bindings(let bindings): bindingTable(bindings)
    case .consumers(let consumers): consumerTable(consumers)
    case .connections(let clients, let others): connectionTable(clients, others: others)
    case .channels(let channels): channelTable(channels)
    case .virtualHosts(let names, let current): virtualHostTable(names, current: current)
    }
  }

  /// Where the shell knows from what it shows of a real broker.
  func sourceLine(_ source: BrokerSource) -> StyledLine {
    switch source {
    case .run: speaker.say(BrokerPhrase.fromRun, .quiet)
    case .management: speaker.say(BrokerPhrase.fromManagement, .quiet)
    }
  }

  private func mark(isInUse: Bool) -> StyledLine {
    isInUse ? speaker.say(LookPhrase.yes).inked(.good) : speaker.say(LookPhrase.no)
  }

  /// A number, or a sign that it is not known.
  func number(_ count: Int?) -> StyledLine { count.map { "\($0)" } ?? "?" }

  func columns(_ titles: ColumnPhrase...) -> [TextTable.Column] {
    titles.map { TextTable.Column(title: $0.words[language], isNumber: $0.isNumber) }
  }

  private func queueTable(_ queues: [CountedQueue]) -> [StyledLine] {
    guard !queues.isEmpty else { return [speaker.say(LookPhrase.noQueues, .quiet)] }
    let governed = PolicyColumns(queues.map(\.policies))
    var table = TextTable(
      columns(.name, .type, .features) + governed.columns(self)
        + columns(.ready, .unacked, .total, .consumers))
    for queue in queues {
      table.rows.append(
        [self.queue(queue.name), StyledLine(queue.type), StyledLine(features(of: queue))]
          + governed.cells(queue.policies) + [
            number(queue.readyCount), number(queue.unackedCount), number(queue.messageCount),
            number(queue.consumerCount),
          ])
    }
    return table.lines(style) + legend(queues.map(features))
  }

  /// What the abbreviations mean that the table shows.
  private func legend(_ features: [String]) -> [StyledLine] {
    let words = features.flatMap { $0.split(separator: " ") }
    let meant = Self.meanings.filter { words.contains(Substring($0.short)) }
    guard !meant.isEmpty else { return [] }
    let texts = meant.map { StyledLine("\($0.short) \($0.meaning)", .quiet) }
    return [texts.joined(separator: StyledLine(", ", .quiet))]
  }

  private static let meanings: [(short: String, meaning: String)] = [
    ("D", "durable"), ("AD", "auto-delete"), ("Excl", "exclusive"), ("TTL", "message TTL"),
    ("Exp", "queue expiry"), ("Lim", "length limit"), ("LimB", "length limit in bytes"),
    ("Ovfl", "overflow"), ("Pri", "priorities"),
    ("DLX", "dead-letter exchange"), ("DLK", "dead-letter routing key"),
    ("SAC", "single active consumer"), ("DL", "delivery limit"),
  ]

  private func features(of queue: CountedQueue) -> String {
    var words: [String] = []
    if queue.isDurable { words.append("D") }
    if queue.isAutoDelete { words.append("AD") }
    if queue.isExclusive { words.append("Excl") }
    for entry in queue.arguments.entries {
      guard let short = Self.queueFeatures.first(where: { $0.argument == entry.name })?.short
      else { continue }
      if !words.contains(short) { words.append(short) }
    }
    return words.joined(separator: " ")
  }

  private static let queueFeatures: [(argument: String, short: String)] = [
    ("x-message-ttl", "TTL"), ("x-expires", "Exp"), ("x-max-length", "Lim"),
    ("x-max-length-bytes", "LimB"), ("x-overflow", "Ovfl"), ("x-max-priority", "Pri"),
    ("x-dead-letter-exchange", "DLX"), ("x-dead-letter-routing-key", "DLK"),
    ("x-single-active-consumer", "SAC"), ("x-delivery-limit", "DL"),
  ]

  private func exchangeTable(_ exchanges: [ExchangeSnapshot]) -> [StyledLine] {
    let governed = PolicyColumns(exchanges.map(\.policies))
    var table = TextTable(columns(.name, .type, .features) + governed.columns(self))
    for exchange in exchanges {
      var words: [String] = []
      if exchange.isDurable { words.append("D") }
      if exchange.isAutoDelete { words.append("AD") }
      if exchange.isInternal { words.append("I") }
      if exchange.arguments["alternate-exchange"] != nil { words.append("AE") }
      let name =
        exchange.isPredeclared && !exchange.name.isEmpty
        ? StyledLine(exchange.name, .quiet) : exchangeCell(exchange.name)
      table.rows.append(
        [name, StyledLine(exchange.type), StyledLine(words.joined(separator: " "))]
          + governed.cells(exchange.policies))
    }
    return table.lines(style)
  }

  /// An exchange's name as the management UI has it in tables.
  private func exchangeCell(_ name: String) -> StyledLine {
    name.isEmpty ? StyledLine("(AMQP default)", .quiet) : exchange(name)
  }

  private func bindingTable(_ bindings: [BindingSnapshot]) -> [StyledLine] {
    guard !bindings.isEmpty else { return [speaker.say(LookPhrase.noBindings, .quiet)] }
    let hasArguments = bindings.contains { !$0.arguments.isEmpty }
    var titles = columns(.from, .bindingKey, .to, .type)
    if hasArguments { titles += columns(.arguments) }
    var table = TextTable(titles)
    for binding in bindings {
      var row = [exchange(binding.source), key(binding.key)]
      switch binding.destination {
      case .queue(let name): row += [queue(name), "queue"]
      case .exchange(let name): row += [exchange(name), "exchange"]
      }
      if hasArguments { row.append(StyledLine(FieldText.of(binding.arguments))) }
      table.rows.append(row)
    }
    return table.lines(style)
  }

  private func virtualHostTable(
    _ hosts: [VirtualHostSnapshot], current: String
  ) -> [StyledLine] {
    var table = TextTable(columns(.name, .queues, .ready, .unacked, .inUse))
    for host in hosts {
      table.rows.append([
        key(host.name), "\(host.queues.count)",
        "\(host.queues.reduce(0) { $0 + $1.ready.count })",
        "\(host.queues.reduce(0) { $0 + $1.unacked.count })",
        mark(isInUse: host.name == current),
      ])
    }
    return table.lines(style)
  }

  private func virtualHostTable(_ names: [String], current: String) -> [StyledLine] {
    var table = TextTable(columns(.name, .inUse))
    for name in names {
      table.rows.append([key(name), mark(isInUse: name == current)])
    }
    return table.lines(style)
  }

  private func checkpointLines(_ names: [String]) -> [StyledLine] {
    names.isEmpty
      ? [speaker.say(LookPhrase.noCheckpoints, .quiet)] : names.map { key($0) }
  }

  private func messageTable(_ queue: QueueSnapshot, at now: Int64?) -> [StyledLine] {
    guard !queue.ready.isEmpty || !queue.unacked.isEmpty else {
      return [speaker.say(LookPhrase.noMessages, ["queue": self.queue(queue.name)])]
    }
    // A narrow screen leaves out the way rather than what is to become of the message.
    let tables = ["(AMQP default)", "(default)", nil].lazy.flatMap { source in
      [32, 20].map { messageTable(queue, at: now, source: source, bodyCells: $0) }
    }
    let table =
      tables.first { $0.width <= style.width }
      ?? messageTable(queue, at: now, source: nil, bodyCells: 20)
    return table.lines(style)
  }

  /// - Parameter source: the default exchange's name; nil leaves out the way.
  private func messageTable(
    _ queue: QueueSnapshot, at now: Int64?, source: String?, bodyCells: Int
  ) -> TextTable {
    var table = TextTable(
      columns(.position, .state) + (source == nil ? [] : columns(.exchange, .routingKey))
        + columns(.features, .body))
    func add(_ position: StyledLine, _ state: StyledLine, _ message: MessageSnapshot) {
      let exchange = source.map { name in
        message.exchange.isEmpty ? StyledLine(name, .quiet) : self.exchange(message.exchange)
      }
      let way = exchange.map { [$0, key(message.routingKey)] } ?? []
      table.rows.append(
        [position, state] + way + [
          StyledLine(features(of: message, at: now)),
          body(message.content.body, cells: bodyCells),
        ])
    }
    for (index, message) in queue.ready.enumerated() { add("\(index + 1)", "ready", message) }
    for entry in queue.unacked { add("", StyledLine("unacked", .warning), entry.message) }
    return table
  }

  private func features(of message: MessageSnapshot, at now: Int64?) -> String {
    var words: [String] = []
    if message.content.properties.isPersistent { words.append("persistent") }
    if message.redelivered { words.append("redelivered") }
    if let priority = message.content.properties.priority { words.append("priority \(priority)") }
    if let end = message.expiresAt?.milliseconds { words.append(expiry(end, at: now ?? 0).text) }
    return words.joined(separator: ", ")
  }

  /// Behind others a message stays in its queue, expired as it is.
  private func expiry(_ end: Int64, at now: Int64) -> StyledLine {
    end > now
      ? speaker.say(LookPhrase.expires, ["time": time(end - now), "moment": time(end)])
      : speaker.say(LookPhrase.expired, ["moment": time(end)])
  }
}
