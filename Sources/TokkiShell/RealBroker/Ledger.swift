import AMQPModel
import TokkiBroker
import TokkiClient

/// What this run declared on a real broker, kept from what its clients sent and were answered. The
/// broker may have more, and may have lost some of it by itself.
struct Ledger {
  /// One virtual host.
  struct Host {
    let name: String
    var exchanges: [ExchangeSnapshot] = []
    var queues: [CountedQueue] = []
    var bindings: [BindingSnapshot] = []
    /// Whose connection an exclusive queue belongs to.
    var owners: [(queue: String, client: ClientName)] = []
  }

  /// A consumer as it was asked for.
  struct Consumer {
    var method: BasicConsume
    var prefetchCount: UInt16
  }

  struct Channel {
    let client: ClientName
    let number: UInt16
    /// Sent and not answered yet, oldest first.
    var awaiting: [Method] = []
    var declaredQueue = ""
    var mode = ChannelSnapshot.Mode.plain
    var prefetchCount: UInt16 = 0
    var globalPrefetchCount: UInt16 = 0
    /// In the order of their start; their methods name tag and queue.
    var consumers: [Consumer] = []
  }

  private(set) var hosts: [Host] = []
  /// In order of first use.
  private var channels: [Channel] = []
  private var virtualHosts: [ClientName: String] = [:]

  func host(_ name: String) -> Host {
    hosts.first { ExactName($0.name) == ExactName(name) } ?? Host(name: name)
  }

  func channel(_ number: UInt16, of client: ClientName) -> Channel? {
    channels.first { $0.client == client && $0.number == number }
  }

  func consumer(_ tag: String, of client: ClientName) -> Consumer? {
    channels.lazy.filter { $0.client == client }
      .compactMap { $0.consumers.first { $0.method.consumerTag == tag } }.first
  }

  /// The queue is gone, as the broker says.
  mutating func forget(queue: String, in host: String) {
    change(host) { $0.removeQueue(queue) }
  }

  // MARK: Reading

  mutating func read(_ report: ClientReport) {
    switch report.fact {
    case .connected(let identity): virtualHosts[report.client] = identity.virtualHost
    case .sent(let method, _):
      guard Self.isFollowed(method) else { return }
      let place = place(of: report)
      channels[place].awaiting.append(channels[place].meant(by: method))
    case .replied(let answer, _): replied(answer, report)
    case .consumerCancelled(let tag):
      channels[place(of: report)].consumers.removeAll { $0.method.consumerTag == tag }
    case .channelClosed: close(report)
    case .connectionClosed, .connectionLost, .disconnected: disconnected(report.client)
    case .queueRenamed(let old, _):
      change(virtualHosts[report.client] ?? "/") { $0.removeQueue(old) }
    case .delivered, .returned, .confirmed, .flow, .blocked, .unblocked, .workStarted,
      .workFinished, .workFailed, .unconfirmedLost, .recovering, .notRestored, .recovered,
      .recoveryAbandoned:
      break
    }
  }

  private mutating func place(of report: ClientReport) -> Int {
    if let place = channels.firstIndex(where: {
      $0.client == report.client && $0.number == report.channel
    }) {
      return place
    }
    channels.append(Channel(client: report.client, number: report.channel))
    return channels.count - 1
  }

  private mutating func close(_ report: ClientReport) {
    channels.removeAll { $0.client == report.client && $0.number == report.channel }
  }

  /// Whether its answer changes what is kept here.
  private static func isFollowed(_ method: Method) -> Bool {
    switch method {
    case .queueDeclare, .exchangeDeclare, .queueDelete, .exchangeDelete, .queueBind, .exchangeBind,
      .queueUnbind, .exchangeUnbind, .basicConsume, .basicCancel, .basicQos, .confirmSelect,
      .txSelect:
      true
    default: false
    }
  }

  private mutating func replied(_ answer: Method, _ report: ClientReport) {
    if case .connectionCloseOk = answer { return disconnected(report.client) }
    if case .channelCloseOk = answer { return close(report) }
    let place = place(of: report)
    let asked = channels[place].awaiting.firstIndex { $0.name + "-ok" == answer.name }
    guard let asked else { return }
    let request = channels[place].awaiting.remove(at: asked)
    let client = report.client
    let host = virtualHosts[client] ?? "/"
    switch (request, answer) {
    case (.queueDeclare(let declare), .queueDeclareOk(let answer)):
      channels[place].declaredQueue = answer.queue
      if !declare.passive { change(host) { $0.add(declare, named: answer.queue, by: client) } }
    case (.exchangeDeclare(let declare), _):
      if !declare.passive { change(host) { $0.add(declare) } }
    case (.queueDelete(let delete), _): change(host) { $0.removeQueue(delete.queue) }
    case (.exchangeDelete(let delete), _): change(host) { $0.removeExchange(delete.exchange) }
    case (.queueBind(let method), _): change(host) { $0.add(BindingSnapshot(method)) }
    case (.exchangeBind(let method), _): change(host) { $0.add(BindingSnapshot(method)) }
    case (.queueUnbind(let method), _): change(host) { $0.remove(BindingSnapshot(method)) }
    case (.exchangeUnbind(let method), _): change(host) { $0.remove(BindingSnapshot(method)) }
    default: channels[place].answered(request, by: answer)
    }
  }

  /// Its channels are gone, and its exclusive queues with it.
  private mutating func disconnected(_ client: ClientName) {
    channels.removeAll { $0.client == client }
    for index in hosts.indices {
      for (name, owner) in hosts[index].owners where owner == client {
        hosts[index].removeQueue(name)
      }
    }
  }

  private mutating func change(_ name: String, _ body: (inout Host) -> Void) {
    if let index = hosts.firstIndex(where: { ExactName($0.name) == ExactName(name) }) {
      return body(&hosts[index])
    }
    var host = Host(name: name)
    body(&host)
    hosts.append(host)
  }
}

extension Ledger.Channel {
  /// The method with the queue that an empty name means: the one that was declared last.
  fileprivate func meant(by method: Method) -> Method {
    switch method {
    case .queueBind(var bind) where bind.queue.isEmpty:
      bind.queue = declaredQueue
      if bind.routingKey.isEmpty { bind.routingKey = declaredQueue }
      return .queueBind(bind)
    case .queueUnbind(var unbind) where unbind.queue.isEmpty:
      unbind.queue = declaredQueue
      if unbind.routingKey.isEmpty { unbind.routingKey = declaredQueue }
      return .queueUnbind(unbind)
    case .queueDelete(var delete) where delete.queue.isEmpty:
      delete.queue = declaredQueue
      return .queueDelete(delete)
    case .basicConsume(var consume) where consume.queue.isEmpty:
      consume.queue = declaredQueue
      return .basicConsume(consume)
    default: return method
    }
  }

  /// What an answer changes on the channel itself.
  fileprivate mutating func answered(_ request: Method, by answer: Method) {
    switch (request, answer) {
    case (.basicConsume(var consume), .basicConsumeOk(let answer)):
      consume.consumerTag = answer.consumerTag
      consumers.append(Ledger.Consumer(method: consume, prefetchCount: prefetchCount))
    case (.basicCancel, .basicCancelOk(let answer)):
      consumers.removeAll { $0.method.consumerTag == answer.consumerTag }
    case (.basicQos(let qos), _):
      if qos.global {
        globalPrefetchCount = qos.prefetchCount
      } else {
        prefetchCount = qos.prefetchCount
      }
    case (.confirmSelect, _): mode = .confirm
    case (.txSelect, _): mode = .transaction
    default: break
    }
  }
}

extension Ledger.Host {
  func queue(_ name: String) -> CountedQueue? {
    queues.first { ExactName($0.name) == ExactName(name) }
  }

  func exchange(_ name: String) -> ExchangeSnapshot? {
    exchanges.first { ExactName($0.name) == ExactName(name) }
  }

  fileprivate mutating func add(
    _ declare: QueueDeclare, named name: String, by client: ClientName
  ) {
    guard queue(name) == nil else { return }
    let type = declare.arguments["x-queue-type"]?.text ?? "classic"
    var queue = CountedQueue(name: name, type: type)
    queue.isDurable = declare.durable
    queue.isExclusive = declare.exclusive
    queue.isAutoDelete = declare.autoDelete
    queue.arguments = declare.arguments
    queues.append(queue)
    if declare.exclusive { owners.append((name, client)) }
  }

  fileprivate mutating func add(_ declare: ExchangeDeclare) {
    guard exchange(declare.exchange) == nil else { return }
    var exchange = ExchangeSnapshot(name: declare.exchange, type: declare.type)
    exchange.isDurable = declare.durable
    exchange.isAutoDelete = declare.autoDelete
    exchange.isInternal = declare.isInternal
    exchange.arguments = declare.arguments
    exchange.isPredeclared = declare.exchange.hasPrefix("amq.")
    exchanges.append(exchange)
  }

  fileprivate mutating func add(_ binding: BindingSnapshot) {
    if exchange(binding.source) == nil, let known = Self.predeclared(binding.source) {
      exchanges.append(known)
    }
    if !bindings.contains(binding) { bindings.append(binding) }
  }

  fileprivate mutating func remove(_ binding: BindingSnapshot) {
    bindings.removeAll { $0 == binding }
  }

  fileprivate mutating func removeQueue(_ name: String) {
    queues.removeAll { ExactName($0.name) == ExactName(name) }
    owners.removeAll { ExactName($0.queue) == ExactName(name) }
    bindings.removeAll { $0.destination == .queue(name) }
  }

  fileprivate mutating func removeExchange(_ name: String) {
    exchanges.removeAll { ExactName($0.name) == ExactName(name) }
    bindings.removeAll {
      ExactName($0.source) == ExactName(name) || $0.destination == .exchange(name)
    }
  }

  /// The exchanges that every virtual host has, and their types.
  static func predeclared(_ name: String) -> ExchangeSnapshot? {
    let types = [
      "amq.direct": "direct", "amq.fanout": "fanout", "amq.topic": "topic",
      "amq.headers": "headers", "amq.match": "headers",
    ]
    guard let type = types[name] else { return nil }
    var exchange = ExchangeSnapshot(name: name, type: type)
    exchange.isPredeclared = true
    return exchange
  }
}
