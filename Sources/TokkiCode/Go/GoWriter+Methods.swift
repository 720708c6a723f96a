import AMQPModel
import TokkiLanguage

/// Methods, names and values.
extension GoWriter {
  func name(_ channel: Int) -> String { self.channel(channel).variable.camelCase }

  func returns(_ channel: Int) -> String { name(channel) + "Returns" }

  func quoted(_ text: String) -> String {
    StringEscape.quoted(text) { scalar in
      scalar.value > 0xFFFF
        ? "\\U" + StringEscape.hex(scalar.value, digits: 8)
        : "\\u" + StringEscape.hex(scalar.value, digits: 4)
    }
  }

  /// A name, or what stands for one that the broker made.
  func name(of text: String) -> String { program.queueNames[text]?.camelCase ?? quoted(text) }

  func duration(_ milliseconds: Int64) -> String {
    milliseconds % 1000 == 0
      ? "\(milliseconds / 1000) * time.Second" : "\(milliseconds) * time.Millisecond"
  }

  /// A call whose arguments stand in lines of their own, each with what it is.
  mutating func call(_ head: String, _ arguments: [(String, String)], _ tail: String) {
    text.add(head)
    let isMany = arguments.map { $0.0.contains("\n") }
    for (index, argument) in arguments.enumerated() {
      let isLast = index == arguments.count - 1
      let value = argument.0 + (isLast ? "" : ",")
      guard !isAlone(index, arguments), !isMany[index] else {
        text.add(indented(argument.0) + (isLast ? tail : ","))
        continue
      }
      let neighbours = run(around: index, arguments)
      let width = neighbours.map { arguments[$0].0.unicodeScalars.count }.max() ?? 0
      let end = isLast ? argument.0 + "," : value
      let padding = String(
        repeating: " ", count: max(0, width + 1 - end.unicodeScalars.count) + 1)
      text.add("\t\(end)\(padding)// \(argument.1)")
      if isLast { text.add(tail) }
    }
  }

  /// Whether the argument says by itself what it is; a long one would push the comments away.
  private func isAlone(_ index: Int, _ arguments: [(String, String)]) -> Bool {
    arguments[index].1.isEmpty || arguments[index].0.unicodeScalars.count > 40
  }

  /// The neighbours whose comments stand below one another, as gofmt has it.
  private func run(around index: Int, _ arguments: [(String, String)]) -> Range<Int> {
    func isBreak(_ index: Int) -> Bool {
      isAlone(index, arguments) || arguments[index].0.contains("\n")
    }
    var (first, last) = (index, index)
    while first > 0, !isBreak(first - 1) { first -= 1 }
    while last + 1 < arguments.count, !isBreak(last + 1) { last += 1 }
    return first..<last + 1
  }

  private func indented(_ value: String) -> String {
    value.split(separator: "\n", omittingEmptySubsequences: false).map { "\t\($0)" }
      .joined(separator: "\n")
  }

  func declaration(_ method: QueueDeclare, _ channel: Int) -> [(String, String)] {
    [
      ("\(name(channel)).\(method.passive ? "QueueDeclarePassive" : "QueueDeclare")(", "head"),
      (name(of: method.queue), "name"), ("\(method.durable)", "durable"),
      ("\(method.autoDelete)", "auto-delete"), ("\(method.exclusive)", "exclusive"),
      ("false", "no-wait"), (table(method.arguments), "arguments"),
    ]
  }

  mutating func call(
    _ before: String, declaring arguments: [(String, String)], _ tail: String
  ) {
    call(before + arguments[0].0, Array(arguments.dropFirst()), tail)
  }

  mutating func ask(_ method: Method, _ channel: Int, _ failure: Failure?) {
    if let failure { comment(failure) }
    let ch = name(channel)
    switch method {
    case .queueDeclare(let declare):
      two("", failure) { writer, head, tail in
        writer.call(head, declaring: writer.declaration(declare, channel), tail)
      }
    case .exchangeDeclare(let declare):
      let verb = declare.passive ? "ExchangeDeclarePassive" : "ExchangeDeclare"
      let (head, tail) = one(failure)
      call(
        "\(head)\(ch).\(verb)(",
        [
          (quoted(declare.exchange), "name"), (quoted(declare.type), "type"),
          ("\(declare.durable)", "durable"), ("\(declare.autoDelete)", "auto-delete"),
          ("\(declare.isInternal)", "internal"), ("false", "no-wait"),
          (table(declare.arguments), "arguments"),
        ], ")" + tail)
    case .queueDelete(let delete):
      line2(
        "\(ch).QueueDelete(\(name(of: delete.queue)), \(delete.ifUnused), "
          + "\(delete.ifEmpty), false)", failure)
    case .queuePurge(let purge):
      line2("\(ch).QueuePurge(\(name(of: purge.queue)), false)", failure)
    case .exchangeDelete(let delete):
      line("\(ch).ExchangeDelete(\(quoted(delete.exchange)), \(delete.ifUnused), false)", failure)
    case .queueBind(let bind):
      binding(
        "QueueBind", [bind.queue, bind.routingKey, bind.exchange], bind.arguments, true, channel,
        failure)
    case .queueUnbind(let bind):
      binding(
        "QueueUnbind", [bind.queue, bind.routingKey, bind.exchange], bind.arguments, false,
        channel, failure)
    case .exchangeBind(let bind):
      binding(
        "ExchangeBind", [bind.destination, bind.routingKey, bind.source], bind.arguments, true,
        channel, failure)
    case .exchangeUnbind(let bind):
      binding(
        "ExchangeUnbind", [bind.destination, bind.routingKey, bind.source], bind.arguments, true,
        channel, failure)
    case .basicQos(let qos):
      line("\(ch).Qos(\(qos.prefetchCount), \(qos.prefetchSize), \(qos.global))", failure)
    case .basicCancel(let cancel):
      line("\(ch).Cancel(\(quoted(cancel.consumerTag)), false)", failure)
    case .basicRecover(let recover): line("\(ch).Recover(\(recover.requeue))", failure)
    case .confirmSelect: line("\(ch).Confirm(false)", failure)
    case .txSelect: line("\(ch).Tx()", failure)
    case .txCommit: line("\(ch).TxCommit()", failure)
    case .txRollback: line("\(ch).TxRollback()", failure)
    case .channelFlow(let flow): line("\(ch).Flow(\(flow.active))", failure)
    default: comment("\(method.name)", "\(method.name)")
    }
  }

  private mutating func binding(
    _ verb: String, _ names: [String], _ arguments: FieldTable, _ hasNoWait: Bool,
    _ channel: Int, _ failure: Failure?
  ) {
    let words = names.map(name(of:)) + (hasNoWait ? ["false"] : []) + [table(arguments)]
    line("\(name(channel)).\(verb)(\(words.joined(separator: ", ")))", failure)
  }

  /// What returns an error alone.
  private mutating func line(_ call: String, _ failure: Failure?) {
    let (head, tail) = one(failure)
    text.add(head + call + tail)
  }

  private func one(_ failure: Failure?) -> (head: String, tail: String) {
    failure.map { ("expectError(\($0.code), ", ")") } ?? ("check(", ")")
  }

  /// What returns something with an error.
  private mutating func line2(_ call: String, _ failure: Failure?) {
    two(call, failure) { writer, head, tail in writer.text.add(head + call + tail.dropFirst()) }
  }

  private mutating func two(
    _ call: String, _ failure: Failure?,
    _ write: (inout GoWriter, _ head: String, _ tail: String) -> Void
  ) {
    if let failure {
      write(&self, "expectError(\(failure.code), errorOf(", ")))")
    } else {
      write(&self, "must(", "))")
    }
  }

  // MARK: Values

  func table(_ table: FieldTable) -> String {
    if table.isEmpty { return "nil" }
    return literal(table)
  }

  private func literal(_ table: FieldTable) -> String {
    let entries = table.entries.map { "\(quoted($0.name)): \(value($0.value))" }
    return "amqp.Table{\(entries.joined(separator: ", "))}"
  }

  private func value(_ value: FieldValue) -> String {
    switch value {
    case .boolean(let flag): "\(flag)"
    case .int8(let number): "int8(\(number))"
    case .uint8(let number): "int16(\(number))"
    case .int16(let number): "int16(\(number))"
    case .uint16(let number): "int32(\(number))"
    case .int32(let number): "int32(\(number))"
    case .uint32(let number): "int64(\(number))"
    case .int64(let number): "int64(\(number))"
    case .float(let number): "float32(\(number))"
    case .double(let number): "float64(\(number))"
    case .decimal(let scale, let number): "amqp.Decimal{Scale: \(scale), Value: \(number)}"
    case .longString(let bytes): value.stringText.map(name(of:)) ?? "string(\(self.bytes(bytes)))"
    case .byteArray(let bytes): self.bytes(bytes)
    case .array(let values):
      "[]interface{}{\(values.map(self.value).joined(separator: ", "))}"
    case .table(let table): literal(table)
    case .timestamp(let seconds): "time.Unix(\(seconds), 0)"
    case .void: "nil"
    }
  }

  private func bytes(_ bytes: [UInt8]) -> String {
    let hex = bytes.map { "0x" + StringEscape.hex(UInt32($0), digits: 2) }
    return "[]byte{\(hex.joined(separator: ", "))}"
  }

  /// A message in lines, its values below one another.
  func message(_ content: Content) -> String {
    let properties = content.properties
    var fields: [(String, String)] = []
    func add(_ name: String, _ text: String?) {
      if let text { fields.append((name, self.name(of: text))) }
    }
    if let headers = properties.headers { fields.append(("Headers", literal(headers))) }
    add("ContentType", properties.contentType)
    add("ContentEncoding", properties.contentEncoding)
    if let mode = properties.deliveryMode {
      fields.append(
        ("DeliveryMode", mode == 2 ? "amqp.Persistent" : mode == 1 ? "amqp.Transient" : "\(mode)"))
    }
    if let priority = properties.priority { fields.append(("Priority", "\(priority)")) }
    add("CorrelationId", properties.correlationID)
    add("ReplyTo", properties.replyTo)
    add("Expiration", properties.expiration)
    add("MessageId", properties.messageID)
    if let seconds = properties.timestamp {
      fields.append(("Timestamp", "time.Unix(\(seconds), 0)"))
    }
    add("Type", properties.type)
    add("UserId", properties.userID)
    add("AppId", properties.appID)
    fields.append(("Body", content.text.map { "[]byte(\(quoted($0)))" } ?? bytes(content.body)))
    if fields.count == 1, let body = fields.first { return "amqp.Publishing{Body: \(body.1)}" }
    let width = fields.map(\.0.utf8.count).max() ?? 0
    let lines = fields.map { field in
      let padding = String(repeating: " ", count: width - field.0.utf8.count + 1)
      return "\t\(field.0):\(padding)\(field.1),"
    }
    return "amqp.Publishing{\n\(lines.joined(separator: "\n"))\n}"
  }
}
