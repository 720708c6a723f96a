import AMQPModel

/// Methods, names and values.
extension JavaWriter {
  func name(_ channel: Int) -> String { self.channel(channel).variable.camelCase }

  /// The longest text that a class can hold, by far: the bytes of a constant are at most 65535.
  private static let longest = 16_000

  func quoted(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    if scalars.count <= Self.longest { return constant(scalars[...]) }
    let parts = stride(from: 0, to: scalars.count, by: Self.longest).map { start in
      constant(scalars[start..<min(scalars.count, start + Self.longest)])
    }
    return "String.join(\"\", \(parts.joined(separator: ", ")))"
  }

  private func constant(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return StringEscape.quoted(text) { scalar in
      // A line end by its number would end the line in the source.
      scalar.value < 0x20
        ? "\\" + String(0o1000 + scalar.value, radix: 8).dropFirst() : StringEscape.units(scalar)
    }
  }

  func name(of text: String) -> String { program.queueNames[text]?.camelCase ?? quoted(text) }

  /// A call on one line, or where that is long on several.
  mutating func call(_ head: String, _ arguments: [String]) {
    let line = head + arguments.joined(separator: ", ") + ");"
    if line.unicodeScalars.count + text.depth * 4 <= 110, !line.contains("\n") {
      return text.add(line)
    }
    text.add(head)
    text.depth += 2
    for (index, argument) in arguments.enumerated() {
      text.add(argument + (index == arguments.count - 1 ? ");" : ","))
    }
    text.depth -= 2
  }

  func declaration(_ method: QueueDeclare, _ channel: Int) -> String {
    let arguments = [
      name(of: method.queue), "\(method.durable)", "\(method.exclusive)", "\(method.autoDelete)",
      table(method.arguments),
    ]
    return "\(name(channel)).queueDeclare(\(arguments.joined(separator: ", ")))"
  }

  /// The function of a method, and its arguments.
  func parts(of method: Method) -> (String, [String])? {
    func rest(_ table: FieldTable) -> [String] { table.isEmpty ? [] : [self.table(table)] }
    switch method {
    case .queueDeclare(let declare) where declare.passive:
      return ("queueDeclarePassive", [name(of: declare.queue)])
    case .queueDeclare(let declare):
      return (
        "queueDeclare",
        [
          name(of: declare.queue), "\(declare.durable)", "\(declare.exclusive)",
          "\(declare.autoDelete)", table(declare.arguments),
        ]
      )
    case .exchangeDeclare(let declare) where declare.passive:
      return ("exchangeDeclarePassive", [quoted(declare.exchange)])
    case .exchangeDeclare(let declare):
      return (
        "exchangeDeclare",
        [
          quoted(declare.exchange), quoted(declare.type), "\(declare.durable)",
          "\(declare.autoDelete)", "\(declare.isInternal)", table(declare.arguments),
        ]
      )
    case .queueDelete(let delete):
      return (
        "queueDelete", [name(of: delete.queue), "\(delete.ifUnused)", "\(delete.ifEmpty)"]
      )
    case .queuePurge(let purge): return ("queuePurge", [name(of: purge.queue)])
    case .exchangeDelete(let delete):
      return ("exchangeDelete", [quoted(delete.exchange), "\(delete.ifUnused)"])
    case .queueBind(let bind):
      return (
        "queueBind",
        [name(of: bind.queue), quoted(bind.exchange), name(of: bind.routingKey)]
          + rest(bind.arguments)
      )
    case .queueUnbind(let bind):
      return (
        "queueUnbind",
        [name(of: bind.queue), quoted(bind.exchange), name(of: bind.routingKey)]
          + rest(bind.arguments)
      )
    case .exchangeBind(let bind):
      return (
        "exchangeBind",
        [quoted(bind.destination), quoted(bind.source), name(of: bind.routingKey)]
          + rest(bind.arguments)
      )
    case .exchangeUnbind(let bind):
      return (
        "exchangeUnbind",
        [quoted(bind.destination), quoted(bind.source), name(of: bind.routingKey)]
          + rest(bind.arguments)
      )
    default: return parts(ofRest: method)
    }
  }

  private func parts(ofRest method: Method) -> (String, [String])? {
    switch method {
    case .basicQos(let qos):
      let isPlain = qos.prefetchSize == 0 && !qos.global
      return (
        "basicQos",
        isPlain
          ? ["\(qos.prefetchCount)"]
          : ["\(qos.prefetchSize)", "\(qos.prefetchCount)", "\(qos.global)"]
      )
    case .basicCancel(let cancel): return ("basicCancel", [quoted(cancel.consumerTag)])
    case .basicRecover(let recover): return ("basicRecover", ["\(recover.requeue)"])
    case .confirmSelect: return ("confirmSelect", [])
    case .txSelect: return ("txSelect", [])
    case .txCommit: return ("txCommit", [])
    case .txRollback: return ("txRollback", [])
    case .channelFlow(let flow):
      return ("rpc", ["new AMQP.Channel.Flow.Builder().active(\(flow.active)).build()"])
    default: return nil
    }
  }

  // MARK: Values

  func table(_ table: FieldTable) -> String { table.isEmpty ? "null" : literal(table) }

  private func literal(_ table: FieldTable) -> String {
    let entries = table.entries.map { "\(quoted($0.name)), \(value($0.value))" }
    return "table(\(entries.joined(separator: ", ")))"
  }

  private func value(_ value: FieldValue) -> String {
    switch value {
    case .boolean(let flag): "\(flag)"
    case .int8(let number): "(byte) \(number)"
    case .uint8(let number): "(short) \(number)"
    case .int16(let number): "(short) \(number)"
    case .uint16(let number): "\(number)"
    case .int32(let number): "\(number)"
    case .uint32(let number): "\(number)L"
    case .int64(let number): "\(number)L"
    case .float(let number):
      number.isFinite ? "\(number)f" : "Float.valueOf(\"\(Self.name(Double(number)))\")"
    case .double(let number):
      number.isFinite ? "\(number)" : "Double.valueOf(\"\(Self.name(number))\")"
    case .decimal(let scale, let number):
      "new BigDecimal(BigInteger.valueOf(\(number)L), \(scale))"
    case .longString(let bytes):
      value.stringText.map(name(of:)) ?? "LongStringHelper.asLongString(\(self.bytes(bytes)))"
    case .byteArray(let bytes): self.bytes(bytes)
    case .array(let values):
      "Arrays.<Object>asList(\(values.map(self.value).joined(separator: ", ")))"
    case .table(let table): literal(table)
    case .timestamp(let seconds): "new Date(\(seconds)L * 1000)"
    case .void: "(Object) null"
    }
  }

  private static func name(_ number: Double) -> String {
    number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
  }

  private func bytes(_ bytes: [UInt8]) -> String {
    let numbers = bytes.map { "\(Int8(bitPattern: $0))" }
    return "new byte[] {\(numbers.joined(separator: ", "))}"
  }

  func body(_ content: Content) -> String {
    content.text.map { "\(quoted($0)).getBytes(StandardCharsets.UTF_8)" } ?? bytes(content.body)
  }

  func properties(_ properties: BasicProperties) -> String {
    var calls: [String] = []
    func add(_ name: String, _ text: String?) {
      if let text { calls.append(".\(name)(\(self.name(of: text)))") }
    }
    add("contentType", properties.contentType)
    add("contentEncoding", properties.contentEncoding)
    if let headers = properties.headers { calls.append(".headers(\(literal(headers)))") }
    if let mode = properties.deliveryMode { calls.append(".deliveryMode(\(mode))") }
    if let priority = properties.priority { calls.append(".priority(\(priority))") }
    add("correlationId", properties.correlationID)
    add("replyTo", properties.replyTo)
    add("expiration", properties.expiration)
    add("messageId", properties.messageID)
    if let seconds = properties.timestamp {
      calls.append(".timestamp(new Date(\(seconds)L * 1000))")
    }
    add("type", properties.type)
    add("userId", properties.userID)
    add("appId", properties.appID)
    add("clusterId", properties.clusterID)
    return calls.isEmpty
      ? "null" : "new AMQP.BasicProperties.Builder()\(calls.joined()).build()"
  }
}
