import AMQPModel

extension AMQPCommand {
  func text(by client: ClientChannel) -> String {
    switch self {
    case .declareQueue(let method): Self.text(method, client)
    case .declareExchange(let method): Self.text(method, client)
    case .deleteQueue(let method):
      Self.line(.deleteQueue, [method.queue], client) {
        $0.add(.ifUnused, if: method.ifUnused)
        $0.add(.ifEmpty, if: method.ifEmpty)
      }
    case .deleteExchange(let method):
      Self.line(.deleteExchange, [method.exchange], client) {
        $0.add(.ifUnused, if: method.ifUnused)
      }
    case .bindQueue(let method):
      Self.binding(
        .bindQueue, method.queue, method.exchange, method.routingKey, method.arguments, client)
    case .bindExchange(let method):
      Self.binding(
        .bindExchange, method.destination, method.source, method.routingKey, method.arguments,
        client)
    case .unbindQueue(let method):
      Self.binding(
        .unbindQueue, method.queue, method.exchange, method.routingKey, method.arguments, client)
    case .unbindExchange(let method):
      Self.binding(
        .unbindExchange, method.destination, method.source, method.routingKey, method.arguments,
        client)
    case .purgeQueue(let method): Self.line(.purge, [method.queue], client)
    case .publish(let publication): publication.text(.publish, client)
    case .call(let publication): publication.text(.call, client)
    case .get(let method):
      Self.line(.get, [method.queue], client) { $0.add(.autoAck, if: method.noAck) }
    case .consume(let consumption): consumption.text(client)
    case .cancel(let consumer): Self.line(.cancel, consumer.map { [$0] } ?? [], client)
    case .settle(let settlement): settlement.text(client)
    case .recover(let method):
      Self.line(.recover, [], client) { $0.add(.noRequeue, if: !method.requeue) }
    case .qos(let method):
      Self.line(.qos, ["\(method.prefetchCount)"], client) {
        $0.add(.global, if: method.global)
        $0.add(.size, number: method.prefetchSize == 0 ? nil : method.prefetchSize)
      }
    case .confirmSelect: Self.line(.confirmSelect, [], client)
    case .txSelect: Self.line(.txSelect, [], client)
    case .txCommit: Self.line(.txCommit, [], client)
    case .txRollback: Self.line(.txRollback, [], client)
    case .flow(let method): Self.line(.flow, [method.active ? "on" : "off"], client)
    }
  }

  /// Words, then the client, then whatever options there are.
  private static func line(
    _ name: CommandName, _ words: [String], _ client: ClientChannel,
    options: (inout CanonicalLine) -> Void = { _ in }
  ) -> String {
    var line = CanonicalLine(name)
    for word in words { line.add(word) }
    line.add(client)
    options(&line)
    return line.text
  }

  private static func text(_ method: QueueDeclare, _ client: ClientChannel) -> String {
    line(.declareQueue, method.queue.isEmpty ? [] : [method.queue], client) {
      $0.add(.durable, if: method.durable)
      $0.add(.exclusive, if: method.exclusive)
      $0.add(.autoDelete, if: method.autoDelete)
      $0.add(.passive, if: method.passive)
      $0.add(method.arguments, as: OptionForm.queueArguments, other: .argument)
    }
  }

  private static func text(_ method: ExchangeDeclare, _ client: ClientChannel) -> String {
    var line = CanonicalLine(.declareExchange)
    line.add(method.exchange)
    if case .choice(let types, _) = Grammar.exchangeType, types.contains(method.type) {
      line.add(method.type)
    } else {
      line.add(quoted: method.type)
    }
    line.add(client)
    line.add(.durable, if: method.durable)
    line.add(.autoDelete, if: method.autoDelete)
    line.add(.isInternal, if: method.isInternal)
    line.add(.passive, if: method.passive)
    let options = Grammar.form(of: .declareExchange)?.options ?? []
    line.add(
      method.arguments, as: options.filter { $0.name == .alternateExchange }, other: .argument)
    return line.text
  }

  private static func binding(
    _ name: CommandName, _ destination: String, _ source: String, _ key: String,
    _ arguments: FieldTable, _ client: ClientChannel
  ) -> String {
    line(name, [destination, source] + (key.isEmpty ? [] : [key]), client) {
      $0.add(arguments, as: OptionForm.bindingArguments, other: .header)
    }
  }
}

extension Settlement {
  fileprivate func text(_ client: ClientChannel) -> String {
    let name: CommandName =
      switch verb {
      case .ack: .ack
      case .nack: .nack
      case .reject: .reject
      }
    var line = CanonicalLine(name)
    if client.client != ClientChannel.defaultClient { line.add(client.client) }
    if let deliveryTag { line.add("\(deliveryTag)") }
    line.add(client, naming: false)
    line.add(.multiple, if: multiple)
    line.add(.discard, if: verb != .ack && !requeue)
    return line.text
  }
}

extension Consumption {
  fileprivate func text(_ client: ClientChannel) -> String {
    var line = CanonicalLine(.consume)
    line.add(method.queue)
    line.add(client)
    line.add(.prefetch, number: prefetchCount)
    line.add(.autoAck, if: method.noAck)
    switch work {
    case .dots: line.add(.work, "dots")
    case .duration(let duration): line.add(.work, duration.description)
    case nil: break
    }
    line.add(.reply, reply?.rawValue)
    line.add(.tag, method.consumerTag.isEmpty ? nil : method.consumerTag)
    line.add(.exclusive, if: method.exclusive)
    line.add(.noLocal, if: method.noLocal)
    line.add(method.arguments, as: OptionForm.consumption, other: .argument)
    return line.text
  }
}

extension Publication {
  fileprivate func text(_ name: CommandName, _ client: ClientChannel) -> String {
    var line = CanonicalLine(name)
    line.add(method.exchange)
    line.add(method.routingKey)
    line.add(quoted: String(decoding: content.body, as: UTF8.self))
    line.add(client)
    line.add(.mandatory, if: method.mandatory)
    line.add(.immediate, if: method.immediate)
    line.add(content.properties)
    if count != 1 { line.add(.times, number: count) }
    return line.text
  }
}

extension CanonicalLine {
  mutating func add(_ properties: BasicProperties) {
    if properties.isPersistent {
      add(.persistent)
    } else {
      add(.deliveryMode, number: properties.deliveryMode)
    }
    add(headers: properties.headers ?? FieldTable())
    add(.priority, number: properties.priority)
    add(expiration: properties.expiration)
    add(.correlationID, properties.correlationID)
    add(.replyTo, properties.replyTo)
    add(.messageID, properties.messageID)
    add(.contentType, properties.contentType)
    add(.contentEncoding, properties.contentEncoding)
    add(.type, properties.type)
    add(.userID, properties.userID)
    add(.appID, properties.appID)
    add(.timestamp, number: properties.timestamp)
  }

  mutating func add(headers: FieldTable) {
    for entry in headers.entries {
      let copies: OptionName? =
        switch entry.name {
        case "CC": .cc
        case "BCC": .bcc
        default: nil
        }
      if let copies, case .array(let values) = entry.value,
        values.allSatisfy({ $0.text != nil }), !values.isEmpty
      {
        for value in values { add(copies, value.text) }
      } else {
        add(.header, name: entry.name, value: entry.value)
      }
    }
  }

  private mutating func add(expiration: String?) {
    guard let expiration else { return }
    add(.expiration)
    if let milliseconds = Int64(expiration), milliseconds >= 0, "\(milliseconds)" == expiration {
      add(VirtualDuration(milliseconds: milliseconds).description)
    } else {
      add(quoted: expiration)
    }
  }
}
