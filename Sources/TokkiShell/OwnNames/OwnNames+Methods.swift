import AMQPModel
import TokkiClient

extension OwnNames {
  /// The method and its content as they go to the broker.
  func outside(_ method: Method, _ content: Content?) -> (Method, Content?) {
    switch method {
    case .exchangeDeclare(var declare):
      // Whoever declares a predefined exchange again changes nothing.
      declare.exchange = outside(queue: declare.exchange)
      rename(&declare.arguments, exchange: "alternate-exchange", key: nil)
      if !declare.passive { willDeclare(exchange: declare.exchange) }
      return (.exchangeDeclare(declare), content)
    case .exchangeDelete(var delete):
      delete.exchange = outside(queue: delete.exchange)
      return (.exchangeDelete(delete), content)
    case .exchangeBind(var bind):
      bind.source = outside(exchange: bind.source)
      bind.destination = outside(exchange: bind.destination)
      return (.exchangeBind(bind), content)
    case .exchangeUnbind(var unbind):
      unbind.source = outside(exchange: unbind.source)
      unbind.destination = outside(exchange: unbind.destination)
      return (.exchangeUnbind(unbind), content)
    case .queueDeclare(var declare):
      declare.queue = outside(queue: declare.queue)
      rename(
        &declare.arguments, exchange: "x-dead-letter-exchange", key: "x-dead-letter-routing-key")
      if !declare.passive { willDeclare(queue: declare.queue) }
      return (.queueDeclare(declare), content)
    case .basicPublish(var publish):
      let content = content.map { outside($0, isByQueue: publish.exchange.isEmpty) }
      if publish.exchange.isEmpty { publish.routingKey = outside(queue: publish.routingKey) }
      publish.exchange = outside(exchange: publish.exchange)
      return (.basicPublish(publish), content)
    default: return (aboutQueue(method), content)
    }
  }

  /// Methods that name a queue, and else nothing but exchanges.
  private func aboutQueue(_ method: Method) -> Method {
    switch method {
    case .queueBind(var bind):
      bind.queue = outside(queue: bind.queue)
      bind.exchange = outside(exchange: bind.exchange)
      return .queueBind(bind)
    case .queueUnbind(var unbind):
      unbind.queue = outside(queue: unbind.queue)
      unbind.exchange = outside(exchange: unbind.exchange)
      return .queueUnbind(unbind)
    case .queuePurge(var purge):
      purge.queue = outside(queue: purge.queue)
      return .queuePurge(purge)
    case .queueDelete(var delete):
      delete.queue = outside(queue: delete.queue)
      return .queueDelete(delete)
    case .basicConsume(var consume):
      consume.queue = outside(queue: consume.queue)
      return .basicConsume(consume)
    case .basicGet(var get):
      get.queue = outside(queue: get.queue)
      return .basicGet(get)
    default: return method
    }
  }

  /// Messages that die go by the default exchange to a queue of that name.
  private func rename(
    _ arguments: inout FieldTable, exchange: String, key: String?
  ) {
    guard let name = arguments[exchange]?.text else { return }
    arguments[exchange] = .string(outside(exchange: name))
    guard let key, name.isEmpty, let queue = arguments[key]?.text else { return }
    arguments[key] = .string(outside(queue: queue))
  }

  /// - Parameter isByQueue: whether routing keys name queues, those in CC and BCC too.
  private func outside(_ content: Content, isByQueue: Bool) -> Content {
    var content = content
    content.properties.replyTo = content.properties.replyTo.map { outside(queue: $0) }
    guard isByQueue, var headers = content.properties.headers else { return content }
    for header in ["CC", "BCC"] {
      guard case .array(let keys)? = headers[header] else { continue }
      headers[header] = .array(
        keys.map { key in key.text.map { .string(outside(queue: $0)) } ?? key })
    }
    content.properties.headers = headers
    return content
  }

  // MARK: What the broker says

  func inside(_ report: ClientReport) -> ClientReport {
    var report = report
    switch report.fact {
    case .sent(let method, let content):
      report.fact = .sent(inside(method), content.map(inside))
    case .replied(let method, let content):
      report.fact = .replied(inside(method), content.map(inside))
    case .delivered(let delivery): report.fact = .delivered(inside(delivery))
    case .workStarted(let delivery, let until):
      report.fact = .workStarted(inside(delivery), until: until)
    case .workFinished(let delivery): report.fact = .workFinished(inside(delivery))
    case .workFailed(let delivery, let failure):
      report.fact = .workFailed(inside(delivery), failure)
    case .returned(var returned):
      returned.exchange = inside(returned.exchange)
      returned.routingKey = inside(returned.routingKey)
      returned.content = inside(returned.content)
      report.fact = .returned(returned)
    case .channelClosed(let code, let text, let during):
      report.fact = .channelClosed(code: code, text: inside(text), during: during)
    case .connectionClosed(let code, let text, let during):
      report.fact = .connectionClosed(code: code, text: inside(text), during: during)
    case .connected, .confirmed, .consumerCancelled, .flow, .blocked, .unblocked, .connectionLost,
      .unconfirmedLost, .recovering, .queueRenamed, .notRestored, .recovered, .disconnected,
      .recoveryAbandoned:
      break
    }
    return report
  }

  func inside(_ result: RequestResult) -> RequestResult {
    switch result {
    case .answered(let method, let content):
      return .answered(inside(method), content.map(inside))
    case .channelClosed(var reason):
      reason.text = inside(reason.text)
      return .channelClosed(reason)
    case .connectionClosed(var reason):
      reason.text = inside(reason.text)
      return .connectionClosed(reason)
    case .sent, .connectionLost, .closed: return result
    }
  }

  func inside(_ client: ClientSnapshot) -> ClientSnapshot {
    var client = client
    for index in client.consumers.indices {
      client.consumers[index].queue = inside(client.consumers[index].queue)
      client.consumers[index].working = client.consumers[index].working.map(inside)
    }
    for index in client.channels.indices {
      let queue = client.channels[index].declaredQueue
      client.channels[index].declaredQueue = queue.map { inside($0) }
    }
    return client
  }

  private func inside(_ delivery: Delivery) -> Delivery {
    var delivery = delivery
    delivery.exchange = inside(delivery.exchange)
    delivery.routingKey = inside(delivery.routingKey)
    delivery.content = inside(delivery.content)
    return delivery
  }

  private func inside(_ method: Method) -> Method {
    var method = method
    var remover = PrefixRemover(names: self)
    method.visit(&remover)
    return method
  }

  private func inside(_ content: Content) -> Content {
    var content = content
    var remover = PrefixRemover(names: self)
    content.properties.visit(&remover)
    return content
  }
}

/// Takes the prefix from everything that may be a name.
private struct PrefixRemover: ArgumentVisitor, PropertyVisitor {
  typealias Failure = Never

  let names: OwnNames

  private func inside(_ table: FieldTable) -> FieldTable {
    FieldTable(table.entries.map { .init(name: $0.name, value: inside($0.value)) })
  }

  private func inside(_ value: FieldValue) -> FieldValue {
    switch value {
    case .longString: value.text.map { .string(names.inside($0)) } ?? value
    case .array(let values): .array(values.map(inside))
    case .table(let table): .table(inside(table))
    case .boolean, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .float, .double,
      .decimal, .byteArray, .timestamp, .void:
      value
    }
  }

  mutating func shortString(_ name: String, _ value: inout String) { value = names.inside(value) }

  mutating func table(_ name: String, _ value: inout FieldTable) { value = inside(value) }

  mutating func shortString(_ name: String, _ value: inout String?) {
    value = value.map { names.inside($0) }
  }

  mutating func table(_ name: String, _ value: inout FieldTable?) { value = value.map(inside) }

  mutating func octet(_ name: String, _ value: inout UInt8) {}
  mutating func short(_ name: String, _ value: inout UInt16) {}
  mutating func long(_ name: String, _ value: inout UInt32) {}
  mutating func longLong(_ name: String, _ value: inout UInt64) {}
  mutating func longString(_ name: String, _ value: inout [UInt8]) {}
  mutating func bit(_ name: String, _ value: inout Bool) {}
  mutating func reservedShort(_ name: String) {}
  mutating func octet(_ name: String, _ value: inout UInt8?) {}
  mutating func timestamp(_ name: String, _ value: inout UInt64?) {}
}
