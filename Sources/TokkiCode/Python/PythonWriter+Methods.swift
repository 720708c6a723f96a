import AMQPModel

/// Methods, names and values.
extension PythonWriter {
  func name(_ channel: Int) -> String { self.channel(channel).variable.snakeCase }

  func quoted(_ text: String) -> String {
    StringEscape.quoted(text) { scalar in
      scalar.value > 0xFFFF
        ? "\\U" + StringEscape.hex(scalar.value, digits: 8)
        : "\\u" + StringEscape.hex(scalar.value, digits: 4)
    }
  }

  func name(of text: String) -> String { program.queueNames[text]?.snakeCase ?? quoted(text) }

  /// A call on one line, or where that is long on several.
  mutating func call(_ head: String, _ arguments: [String]) {
    let line = head + arguments.joined(separator: ", ") + ")"
    if line.unicodeScalars.count + text.depth * 4 <= 100 { return text.add(line) }
    text.add(head)
    text.depth += 1
    for argument in arguments { text.add(argument + ",") }
    text.depth -= 1
    text.add(")")
  }

  func declaration(_ method: QueueDeclare) -> [String] {
    var arguments = ["queue=\(name(of: method.queue))"]
    if method.passive { arguments.append("passive=True") }
    if method.durable { arguments.append("durable=True") }
    if method.exclusive { arguments.append("exclusive=True") }
    if method.autoDelete { arguments.append("auto_delete=True") }
    if !method.arguments.isEmpty { arguments.append("arguments=\(table(method.arguments))") }
    return arguments
  }

  private func declaration(_ method: ExchangeDeclare) -> [String] {
    var arguments = ["exchange=\(quoted(method.exchange))"]
    if method.passive { return arguments + ["passive=True"] }
    arguments.append("exchange_type=\(quoted(method.type))")
    if method.durable { arguments.append("durable=True") }
    if method.autoDelete { arguments.append("auto_delete=True") }
    if method.isInternal { arguments.append("internal=True") }
    if !method.arguments.isEmpty { arguments.append("arguments=\(table(method.arguments))") }
    return arguments
  }

  /// The function of a method, and its arguments.
  func parts(of method: Method) -> (String, [String])? {
    func flag(_ name: String, _ isSet: Bool) -> [String] { isSet ? ["\(name)=True"] : [] }
    func rest(_ table: FieldTable) -> [String] {
      table.isEmpty ? [] : ["arguments=\(self.table(table))"]
    }
    switch method {
    case .queueDeclare(let declare): return ("queue_declare", declaration(declare))
    case .exchangeDeclare(let declare): return ("exchange_declare", declaration(declare))
    case .queueDelete(let delete):
      return (
        "queue_delete",
        ["queue=\(name(of: delete.queue))"] + flag("if_unused", delete.ifUnused)
          + flag("if_empty", delete.ifEmpty)
      )
    case .queuePurge(let purge): return ("queue_purge", ["queue=\(name(of: purge.queue))"])
    case .exchangeDelete(let delete):
      return (
        "exchange_delete",
        ["exchange=\(quoted(delete.exchange))"] + flag("if_unused", delete.ifUnused)
      )
    case .queueBind(let bind):
      return (
        "queue_bind",
        [
          "queue=\(name(of: bind.queue))", "exchange=\(quoted(bind.exchange))",
          "routing_key=\(name(of: bind.routingKey))",
        ] + rest(bind.arguments)
      )
    case .queueUnbind(let bind):
      return (
        "queue_unbind",
        [
          "queue=\(name(of: bind.queue))", "exchange=\(quoted(bind.exchange))",
          "routing_key=\(name(of: bind.routingKey))",
        ] + rest(bind.arguments)
      )
    case .exchangeBind(let bind):
      return (
        "exchange_bind",
        [
          "destination=\(quoted(bind.destination))", "source=\(quoted(bind.source))",
          "routing_key=\(name(of: bind.routingKey))",
        ] + rest(bind.arguments)
      )
    case .exchangeUnbind(let bind):
      return (
        "exchange_unbind",
        [
          "destination=\(quoted(bind.destination))", "source=\(quoted(bind.source))",
          "routing_key=\(name(of: bind.routingKey))",
        ] + rest(bind.arguments)
      )
    case .basicQos(let qos):
      let size = qos.prefetchSize == 0 ? [] : ["prefetch_size=\(qos.prefetchSize)"]
      return (
        "basic_qos",
        size + ["prefetch_count=\(qos.prefetchCount)"] + flag("global_qos", qos.global)
      )
    case .basicCancel(let cancel): return ("basic_cancel", [quoted(cancel.consumerTag)])
    case .basicRecover(let recover):
      return ("basic_recover", ["requeue=\(recover.requeue ? "True" : "False")"])
    case .confirmSelect: return ("confirm_delivery", [])
    case .txSelect: return ("tx_select", [])
    case .txCommit: return ("tx_commit", [])
    case .txRollback: return ("tx_rollback", [])
    case .channelFlow(let flow): return ("flow", [flow.active ? "True" : "False"])
    default: return nil
    }
  }

  // MARK: Values

  func table(_ table: FieldTable) -> String {
    let entries = table.entries.map { "\(quoted($0.name)): \(value($0.value))" }
    return "{\(entries.joined(separator: ", "))}"
  }

  private func value(_ value: FieldValue) -> String {
    switch value {
    case .boolean(let flag): flag ? "True" : "False"
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64: "\(value.integer ?? 0)"
    // pika as it was released so far writes no float, and no decimal of the other kinds.
    case .float(let number): "decimal.Decimal(\"\(number.isFinite ? number : 0)\")"
    case .double(let number): "decimal.Decimal(\"\(number.isFinite ? number : 0)\")"
    case .decimal(let scale, let number): "decimal.Decimal(\"\(number)E-\(scale)\")"
    case .longString(let bytes): value.stringText.map(name(of:)) ?? self.bytes(bytes)
    case .byteArray(let bytes): self.bytes(bytes)
    case .array(let values): "[\(values.map(self.value).joined(separator: ", "))]"
    case .table(let table): self.table(table)
    case .timestamp(let seconds):
      "datetime.datetime.fromtimestamp(\(seconds), datetime.timezone.utc)"
    case .void: "None"
    }
  }

  private func bytes(_ bytes: [UInt8]) -> String {
    var text = "b\""
    for byte in bytes {
      let isPlain = (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
      text +=
        isPlain
        ? String(Unicode.Scalar(byte)) : "\\x" + StringEscape.hex(UInt32(byte), digits: 2)
    }
    return text + "\""
  }

  func body(_ content: Content) -> String {
    guard let body = content.text else { return bytes(content.body) }
    return body.utf8.allSatisfy { $0 < 0x80 } ? bytes(content.body) : "\(quoted(body)).encode()"
  }

  /// nil where there are none.
  func properties(_ properties: BasicProperties) -> String? {
    var fields: [String] = []
    func add(_ name: String, _ text: String?) {
      if let text { fields.append("\(name)=\(self.name(of: text))") }
    }
    add("content_type", properties.contentType)
    add("content_encoding", properties.contentEncoding)
    if let headers = properties.headers { fields.append("headers=\(table(headers))") }
    if let mode = properties.deliveryMode { fields.append("delivery_mode=\(mode)") }
    if let priority = properties.priority { fields.append("priority=\(priority)") }
    add("correlation_id", properties.correlationID)
    add("reply_to", properties.replyTo)
    add("expiration", properties.expiration)
    add("message_id", properties.messageID)
    if let seconds = properties.timestamp { fields.append("timestamp=\(seconds)") }
    add("type", properties.type)
    add("user_id", properties.userID)
    add("app_id", properties.appID)
    add("cluster_id", properties.clusterID)
    return fields.isEmpty ? nil : "pika.BasicProperties(\(fields.joined(separator: ", ")))"
  }
}
