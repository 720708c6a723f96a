import AMQPModel

/// Methods, names and values.
extension CSharpWriter {
  func name(_ channel: Int) -> String { self.channel(channel).variable.camelCase }

  func quoted(_ text: String) -> String { StringEscape.quoted(text, escape: StringEscape.units) }

  func name(of text: String) -> String { program.queueNames[text]?.camelCase ?? quoted(text) }

  /// A call on one line, or where that is long on several.
  mutating func call(_ head: String, _ arguments: [String]) {
    let line = head + arguments.joined(separator: ", ") + ");"
    if line.unicodeScalars.count + text.depth * 4 <= 100 { return text.add(line) }
    text.add(head)
    text.depth += 1
    for (index, argument) in arguments.enumerated() {
      text.add(argument + (index == arguments.count - 1 ? ");" : ","))
    }
    text.depth -= 1
  }

  func declaration(_ method: QueueDeclare) -> [String] {
    [
      "queue: \(name(of: method.queue))", "durable: \(method.durable)",
      "exclusive: \(method.exclusive)", "autoDelete: \(method.autoDelete)",
      "arguments: \(table(method.arguments))",
    ]
  }

  /// The function of a method, and its arguments.
  func parts(of method: Method) -> (String, [String])? {
    func rest(_ table: FieldTable) -> [String] {
      table.isEmpty ? [] : ["arguments: \(self.table(table))"]
    }
    func binding(_ names: [String], _ table: FieldTable) -> [String] {
      names.map(name(of:)) + rest(table)
    }
    switch method {
    case .queueDeclare(let declare) where declare.passive:
      return ("QueueDeclarePassiveAsync", [name(of: declare.queue)])
    case .queueDeclare(let declare): return ("QueueDeclareAsync", declaration(declare))
    case .exchangeDeclare(let declare) where declare.passive:
      return ("ExchangeDeclarePassiveAsync", [quoted(declare.exchange)])
    case .exchangeDeclare(let declare) where declare.isInternal: return nil
    case .exchangeDeclare(let declare):
      return (
        "ExchangeDeclareAsync",
        [
          "exchange: \(quoted(declare.exchange))", "type: \(quoted(declare.type))",
          "durable: \(declare.durable)", "autoDelete: \(declare.autoDelete)",
        ] + rest(declare.arguments)
      )
    case .queueDelete(let delete):
      return (
        "QueueDeleteAsync",
        [
          name(of: delete.queue), "ifUnused: \(delete.ifUnused)", "ifEmpty: \(delete.ifEmpty)",
        ]
      )
    case .queuePurge(let purge): return ("QueuePurgeAsync", [name(of: purge.queue)])
    case .exchangeDelete(let delete):
      return ("ExchangeDeleteAsync", [quoted(delete.exchange), "ifUnused: \(delete.ifUnused)"])
    case .queueBind(let bind):
      return (
        "QueueBindAsync",
        binding([bind.queue, bind.exchange, bind.routingKey], bind.arguments)
      )
    case .queueUnbind(let bind):
      return (
        "QueueUnbindAsync",
        binding([bind.queue, bind.exchange, bind.routingKey], bind.arguments)
      )
    case .exchangeBind(let bind):
      return (
        "ExchangeBindAsync",
        binding([bind.destination, bind.source, bind.routingKey], bind.arguments)
      )
    case .exchangeUnbind(let bind):
      return (
        "ExchangeUnbindAsync",
        binding([bind.destination, bind.source, bind.routingKey], bind.arguments)
      )
    case .basicQos(let qos):
      return (
        "BasicQosAsync",
        [
          "prefetchSize: \(qos.prefetchSize)", "prefetchCount: \(qos.prefetchCount)",
          "global: \(qos.global)",
        ]
      )
    case .basicCancel(let cancel): return ("BasicCancelAsync", [quoted(cancel.consumerTag)])
    case .txSelect: return ("TxSelectAsync", [])
    case .txCommit: return ("TxCommitAsync", [])
    case .txRollback: return ("TxRollbackAsync", [])
    default: return nil
    }
  }

  // MARK: Values

  func table(_ table: FieldTable) -> String { table.isEmpty ? "null" : literal(table) }

  private func literal(_ table: FieldTable) -> String {
    let entries = table.entries.map { "[\(quoted($0.name))] = \(value($0.value))" }
    return "new Dictionary<string, object?> { \(entries.joined(separator: ", ")) }"
  }

  private func value(_ value: FieldValue) -> String {
    switch value {
    case .boolean(let flag): "\(flag)"
    case .int8(let number): "(sbyte)\(number)"
    case .uint8(let number): "(byte)\(number)"
    case .int16(let number): "(short)\(number)"
    case .uint16(let number): "(ushort)\(number)"
    case .int32(let number): "\(number)"
    case .uint32(let number): "\(number)U"
    case .int64(let number): "\(number)L"
    case .float(let number): Self.text(Double(number), "\(number)F", "float")
    case .double(let number): Self.text(number, "\(number)D", "double")
    case .decimal(let scale, let number):
      "new decimal(unchecked((int)\(number)U), 0, 0, false, \(scale))"
    case .longString(let bytes): value.stringText.map(name(of:)) ?? self.bytes(bytes)
    case .byteArray(let bytes): "new BinaryTableValue(\(self.bytes(bytes)))"
    case .array(let values):
      "new List<object?> { \(values.map(self.value).joined(separator: ", ")) }"
    case .table(let table): literal(table)
    case .timestamp(let seconds): "new AmqpTimestamp(\(seconds))"
    case .void: "null"
    }
  }

  private static func text(_ number: Double, _ digits: String, _ type: String) -> String {
    number.isNaN
      ? "\(type).NaN"
      : number.isFinite ? digits : "\(type).\(number < 0 ? "Negative" : "Positive")Infinity"
  }

  private func bytes(_ bytes: [UInt8]) -> String {
    let hex = bytes.map { "0x" + StringEscape.hex(UInt32($0), digits: 2) }
    return "new byte[] { \(hex.joined(separator: ", ")) }"
  }

  func body(_ content: Content) -> String {
    content.text.map { "Encoding.UTF8.GetBytes(\(quoted($0)))" } ?? bytes(content.body)
  }

  func properties(_ properties: BasicProperties) -> String {
    var fields: [String] = []
    func add(_ name: String, _ text: String?) {
      if let text { fields.append("\(name) = \(self.name(of: text))") }
    }
    add("ContentType", properties.contentType)
    add("ContentEncoding", properties.contentEncoding)
    if let headers = properties.headers { fields.append("Headers = \(literal(headers))") }
    if let mode = properties.deliveryMode {
      fields.append(mode == 2 ? "Persistent = true" : "DeliveryMode = (DeliveryModes)\(mode)")
    }
    if let priority = properties.priority { fields.append("Priority = \(priority)") }
    add("CorrelationId", properties.correlationID)
    add("ReplyTo", properties.replyTo)
    add("Expiration", properties.expiration)
    add("MessageId", properties.messageID)
    if let seconds = properties.timestamp {
      fields.append("Timestamp = new AmqpTimestamp(\(seconds))")
    }
    add("Type", properties.type)
    add("UserId", properties.userID)
    add("AppId", properties.appID)
    add("ClusterId", properties.clusterID)
    return fields.isEmpty
      ? "new BasicProperties()" : "new BasicProperties { \(fields.joined(separator: ", ")) }"
  }
}
