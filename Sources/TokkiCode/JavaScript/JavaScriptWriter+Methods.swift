import AMQPModel

/// Methods, names and values.
extension JavaScriptWriter {
  func name(_ channel: Int) -> String { self.channel(channel).variable.camelCase }

  func quoted(_ text: String) -> String { StringEscape.quoted(text, escape: StringEscape.units) }

  func name(of text: String) -> String { program.queueNames[text]?.camelCase ?? quoted(text) }

  /// All of them: amqplib's own choice for `durable` is true.
  func options(_ method: QueueDeclare) -> String {
    var options = ["durable: \(method.durable)"]
    if method.exclusive { options.append("exclusive: true") }
    if method.autoDelete { options.append("autoDelete: true") }
    if !method.arguments.isEmpty { options.append("arguments: \(table(method.arguments))") }
    return "{ \(options.joined(separator: ", ")) }"
  }

  private func options(_ method: ExchangeDeclare) -> String {
    var options = ["durable: \(method.durable)"]
    if method.autoDelete { options.append("autoDelete: true") }
    if method.isInternal { options.append("internal: true") }
    if !method.arguments.isEmpty { options.append("arguments: \(table(method.arguments))") }
    return "{ \(options.joined(separator: ", ")) }"
  }

  func call(of method: Method) -> String? {
    func binding(_ verb: String, _ names: [String], _ table: FieldTable) -> String {
      let words = names.map(name(of:)) + (table.isEmpty ? [] : [self.table(table)])
      return "\(verb)(\(words.joined(separator: ", ")))"
    }
    switch method {
    case .queueDeclare(let declare) where declare.passive:
      return "checkQueue(\(name(of: declare.queue)))"
    case .queueDeclare(let declare):
      return "assertQueue(\(name(of: declare.queue)), \(options(declare)))"
    case .exchangeDeclare(let declare) where declare.passive:
      return "checkExchange(\(quoted(declare.exchange)))"
    case .exchangeDeclare(let declare):
      return "assertExchange(\(quoted(declare.exchange)), \(quoted(declare.type)), "
        + "\(options(declare)))"
    case .queueDelete(let delete):
      let options = "{ ifUnused: \(delete.ifUnused), ifEmpty: \(delete.ifEmpty) }"
      return "deleteQueue(\(name(of: delete.queue)), \(options))"
    case .queuePurge(let purge): return "purgeQueue(\(name(of: purge.queue)))"
    case .exchangeDelete(let delete):
      return "deleteExchange(\(quoted(delete.exchange)), { ifUnused: \(delete.ifUnused) })"
    case .queueBind(let bind):
      return binding("bindQueue", [bind.queue, bind.exchange, bind.routingKey], bind.arguments)
    case .queueUnbind(let bind):
      return binding("unbindQueue", [bind.queue, bind.exchange, bind.routingKey], bind.arguments)
    case .exchangeBind(let bind):
      return binding(
        "bindExchange", [bind.destination, bind.source, bind.routingKey], bind.arguments)
    case .exchangeUnbind(let bind):
      return binding(
        "unbindExchange", [bind.destination, bind.source, bind.routingKey], bind.arguments)
    case .basicQos(let qos):
      return "prefetch(\(qos.prefetchCount)\(qos.global ? ", true" : ""))"
    case .basicCancel(let cancel): return "cancel(\(quoted(cancel.consumerTag)))"
    case .basicRecover: return "recover()"
    case .txSelect: return "rpc(tx.select, {}, tx.select + 1)"
    case .txCommit: return "rpc(tx.commit, {}, tx.commit + 1)"
    case .txRollback: return "rpc(tx.rollback, {}, tx.rollback + 1)"
    default: return nil
    }
  }

  // MARK: Values

  func table(_ table: FieldTable) -> String {
    let entries = table.entries.map { "\(quoted($0.name)): \(value($0.value))" }
    return "{ \(entries.joined(separator: ", ")) }"
  }

  private func value(_ value: FieldValue) -> String {
    func typed(_ type: String, _ text: String) -> String {
      "{ \"!\": \"\(type)\", value: \(text) }"
    }
    return switch value {
    case .boolean(let flag): "\(flag)"
    case .int8(let number): typed("int8", "\(number)")
    case .uint8(let number): typed("int16", "\(number)")
    case .int16(let number): typed("int16", "\(number)")
    case .uint16(let number): typed("int32", "\(number)")
    // A small number would become a smaller type.
    case .int32(let number): typed("int32", "\(number)")
    case .uint32(let number): typed("int64", "\(number)")
    case .int64(let number): typed("int64", "\(number)")
    case .float(let number): typed("float", Self.text(Double(number)))
    case .double(let number): typed("double", Self.text(number))
    case .decimal(let scale, let number):
      typed("decimal", "{ places: \(scale), digits: \(number) }")
    case .longString(let bytes): value.stringText.map(name(of:)) ?? buffer(bytes)
    case .byteArray(let bytes): buffer(bytes)
    case .array(let values): "[\(values.map(self.value).joined(separator: ", "))]"
    case .table(let table): self.table(table)
    case .timestamp(let seconds): typed("timestamp", "\(seconds)")
    case .void: "null"
    }
  }

  private static func text(_ number: Double) -> String {
    number.isNaN ? "NaN" : number.isFinite ? "\(number)" : number < 0 ? "-Infinity" : "Infinity"
  }

  private func buffer(_ bytes: [UInt8]) -> String {
    let hex = bytes.map { "0x" + StringEscape.hex(UInt32($0), digits: 2) }
    return "Buffer.from([\(hex.joined(separator: ", "))])"
  }

  func body(_ content: Content) -> String {
    content.text.map { "Buffer.from(\(quoted($0)))" } ?? buffer(content.body)
  }

  /// nil where there are none.
  func properties(_ properties: BasicProperties, mandatory: Bool) -> String? {
    var fields: [String] = []
    func add(_ name: String, _ text: String?) {
      if let text { fields.append("\(name): \(self.name(of: text))") }
    }
    if mandatory { fields.append("mandatory: true") }
    add("contentType", properties.contentType)
    add("contentEncoding", properties.contentEncoding)
    if let headers = properties.headers { fields.append("headers: \(table(headers))") }
    if let mode = properties.deliveryMode { fields.append("deliveryMode: \(mode)") }
    if let priority = properties.priority { fields.append("priority: \(priority)") }
    add("correlationId", properties.correlationID)
    add("replyTo", properties.replyTo)
    add("expiration", properties.expiration)
    add("messageId", properties.messageID)
    if let seconds = properties.timestamp { fields.append("timestamp: \(seconds)") }
    add("type", properties.type)
    add("userId", properties.userID)
    add("appId", properties.appID)
    return fields.isEmpty ? nil : "{ \(fields.joined(separator: ", ")) }"
  }
}
