import AMQPModel

@testable import TokkiBroker

/// A broker with clients that speak to it method by method, and remember what they heard.
struct Peers {
  var broker: Broker
  var step = Step()
  /// What each channel has been sent and was not looked at yet, in order.
  private var inbox: [ChannelAddress: [(method: Method, content: Content?)]] = [:]
  private(set) var ended: [ConnectionID] = []
  private(set) var trace: [TraceEntry] = []
  /// What the owner of remote connections is to do.
  private(set) var owed: [Effect] = []

  init(profile: Profile = .rabbitMQ40, seed: UInt64 = 1, isTracing: Bool = true) {
    broker = Broker(profile: profile, seed: seed, isTracing: isTracing)
  }

  /// A new connection with channel 1 open.
  mutating func join(
    _ name: String = "client", user: String = "guest", virtualHost: String = "/",
    properties: FieldTable = [
      "capabilities": .table(["consumer_cancel_notify": true])
    ], isRemote: Bool = false
  ) -> ChannelAddress {
    step.clear()
    let id = broker.connect(
      name: name, user: user, clientProperties: properties, isRemote: isRemote, into: &step)
    take()
    let zero = ChannelAddress(connection: id, channel: 0)
    send(.connectionOpen(ConnectionOpen(virtualHost: virtualHost)), on: zero)
    let channel = ChannelAddress(connection: id, channel: 1)
    send(.channelOpen(ChannelOpen()), on: channel)
    _ = heard(on: zero)
    _ = heard(on: channel)
    return channel
  }

  mutating func open(_ number: UInt16, beside channel: ChannelAddress) -> ChannelAddress {
    let opened = ChannelAddress(connection: channel.connection, channel: number)
    send(.channelOpen(ChannelOpen()), on: opened)
    _ = heard(on: opened)
    return opened
  }

  mutating func send(_ method: Method, _ content: Content? = nil, on channel: ChannelAddress) {
    step.clear()
    broker.receive(method, content: content, on: channel, into: &step)
    take()
  }

  mutating func advance(by milliseconds: Int64) {
    step.clear()
    broker.advance(to: broker.now.advanced(by: milliseconds), into: &step)
    take()
  }

  mutating func setReading(_ isReading: Bool, _ channel: ChannelAddress) {
    step.clear()
    broker.setReading(channel.connection, isReading, into: &step)
    take()
  }

  mutating func setMemoryAlarm(_ isOn: Bool) {
    step.clear()
    broker.setMemoryAlarm(isOn, into: &step)
    take()
  }

  mutating func drop(_ channel: ChannelAddress) {
    step.clear()
    broker.drop(channel.connection, into: &step)
    take()
  }

  mutating func operate(_ action: OperatorAction) throws(OperatorRefusal) {
    step.clear()
    defer { take() }
    try broker.operate(action, into: &step)
  }

  mutating func restart() {
    step.clear()
    broker.restart(into: &step)
    take()
  }

  private mutating func take() {
    for effect in step.effects {
      switch effect {
      case .send(let method, let content, let channel):
        inbox[channel, default: []].append((method, content))
      case .closeConnection(let id):
        ended.append(id)
      case .awaitReading, .pausePublishing, .resumePublishing:
        owed.append(effect)
      }
    }
    trace.append(contentsOf: step.trace)
  }

  /// Takes out what the owner of remote connections is to do.
  mutating func takeOwed() -> [Effect] {
    defer { owed = [] }
    return owed
  }

  /// What the channel was sent since it was looked at last, written short.
  mutating func heard(on channel: ChannelAddress) -> [String] {
    let messages = inbox.removeValue(forKey: channel) ?? []
    return messages.map { Peers.short($0.method, $0.content) }
  }

  mutating func contents(on channel: ChannelAddress) -> [Content] {
    let messages = inbox.removeValue(forKey: channel) ?? []
    return messages.compactMap(\.content)
  }

  /// Sends and says what came back on that channel.
  mutating func ask(
    _ method: Method, _ content: Content? = nil, on channel: ChannelAddress
  ) -> [String] {
    _ = heard(on: channel)
    send(method, content, on: channel)
    return heard(on: channel)
  }

  static func short(_ method: Method, _ content: Content?) -> String {
    let body = content.map { " \"" + String(decoding: $0.body, as: UTF8.self) + "\"" } ?? ""
    return shortMessage(method, body) ?? shortClose(method) ?? shortQueue(method)
      ?? type(of: method.arguments).name
  }

  private static func shortMessage(_ method: Method, _ body: String) -> String? {
    if case .basicDeliver(let deliver) = method {
      let again = deliver.redelivered ? " again" : ""
      return "deliver \(deliver.consumerTag) \(deliver.deliveryTag)\(again)\(body)"
    }
    if case .basicGetOk(let get) = method {
      let again = get.redelivered ? " again" : ""
      return "get-ok \(get.deliveryTag)\(again)\(body) \(get.messageCount) left"
    }
    if case .basicReturn(let returned) = method {
      return "return \(returned.replyCode) \(returned.replyText)\(body)"
    }
    if case .basicAck(let ack) = method {
      return "ack \(ack.deliveryTag)\(ack.multiple ? " multiple" : "")"
    }
    if case .basicNack(let nack) = method {
      return "nack \(nack.deliveryTag)\(nack.multiple ? " multiple" : "")"
    }
    return nil
  }

  private static func shortClose(_ method: Method) -> String? {
    if case .channelClose(let close) = method {
      return "channel.close \(close.replyCode) \(close.replyText)"
    }
    if case .connectionClose(let close) = method {
      return "connection.close \(close.replyCode) \(close.replyText)"
    }
    return nil
  }

  private static func shortQueue(_ method: Method) -> String? {
    if case .queueDeclareOk(let ok) = method {
      return "queue.declare-ok \(ok.queue) \(ok.messageCount) \(ok.consumerCount)"
    }
    if case .queueDeleteOk(let ok) = method { return "queue.delete-ok \(ok.messageCount)" }
    if case .queuePurgeOk(let ok) = method { return "queue.purge-ok \(ok.messageCount)" }
    if case .basicConsumeOk(let ok) = method { return "consume-ok \(ok.consumerTag)" }
    if case .basicCancelOk(let ok) = method { return "cancel-ok \(ok.consumerTag)" }
    if case .basicCancel(let cancel) = method { return "cancel \(cancel.consumerTag)" }
    return nil
  }
}

extension Peers {
  mutating func declare(
    _ name: String, arguments: FieldTable = FieldTable(), durable: Bool = false,
    exclusive: Bool = false, autoDelete: Bool = false, on channel: ChannelAddress
  ) {
    send(
      .queueDeclare(
        QueueDeclare(
          queue: name, durable: durable, exclusive: exclusive, autoDelete: autoDelete,
          arguments: arguments)), on: channel)
    _ = heard(on: channel)
  }

  mutating func publish(
    _ body: String, to queue: String, properties: BasicProperties = BasicProperties(),
    on channel: ChannelAddress
  ) {
    publish(body, exchange: "", key: queue, properties: properties, on: channel)
  }

  mutating func publish(
    _ body: String, exchange: String, key: String = "", mandatory: Bool = false,
    properties: BasicProperties = BasicProperties(), on channel: ChannelAddress
  ) {
    send(
      .basicPublish(
        BasicPublish(exchange: exchange, routingKey: key, mandatory: mandatory)),
      Content(properties: properties, text: body), on: channel)
  }

  mutating func consume(
    _ queue: String, tag: String, noAck: Bool = false, exclusive: Bool = false,
    arguments: FieldTable = FieldTable(), on channel: ChannelAddress
  ) {
    send(
      .basicConsume(
        BasicConsume(
          queue: queue, consumerTag: tag, noAck: noAck, exclusive: exclusive,
          arguments: arguments)), on: channel)
  }

  mutating func prefetch(_ count: UInt16, global: Bool = false, on channel: ChannelAddress) {
    send(.basicQos(BasicQos(prefetchCount: count, global: global)), on: channel)
    _ = heard(on: channel)
  }

  mutating func ack(_ tag: UInt64, multiple: Bool = false, on channel: ChannelAddress) {
    send(.basicAck(BasicAck(deliveryTag: tag, multiple: multiple)), on: channel)
  }

  func queue(_ name: String) -> QueueSnapshot? {
    broker.snapshot().virtualHosts.first?.queues.first { $0.name == name }
  }

  /// The bodies of the queue's ready messages, next first.
  func ready(_ name: String) -> [String] {
    (queue(name)?.ready ?? []).map { String(decoding: $0.content.body, as: UTF8.self) }
  }
}
