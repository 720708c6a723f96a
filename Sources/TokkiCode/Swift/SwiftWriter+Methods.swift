import AMQPModel

/// Methods, names and values.
extension SwiftWriter {
  func name(_ channel: Int) -> String { self.channel(channel).variable.camelCase }

  func quoted(_ text: String) -> String {
    StringEscape.quoted(text) { "\\u{" + StringEscape.hex($0.value, digits: 1) + "}" }
  }

  func name(of text: String) -> String { program.queueNames[text]?.camelCase ?? quoted(text) }

  /// A call on one line, or where that is long on several.
  mutating func call(_ head: String, _ arguments: [String], _ tail: String) {
    let line = head + arguments.joined(separator: ", ") + tail
    if line.unicodeScalars.count + text.depth * 2 <= 100 { return text.add(line) }
    text.add(head)
    text.depth += 1
    for (index, argument) in arguments.enumerated() {
      text.add(argument + (index == arguments.count - 1 ? tail : ","))
    }
    text.depth -= 1
  }

  func declaration(_ method: QueueDeclare) -> [String] {
    var arguments = method.queue.isEmpty ? [] : [name(of: method.queue)]
    if method.durable { arguments.append("durable: true") }
    if method.exclusive { arguments.append("exclusive: true") }
    if method.autoDelete { arguments.append("autoDelete: true") }
    return arguments + rest(method.arguments)
  }

  private func rest(_ table: FieldTable) -> [String] {
    table.isEmpty ? [] : ["arguments: \(self.table(table))"]
  }

  /// The function of a method, and its arguments.
  func parts(of method: Method) -> (String, [String])? {
    func flag(_ name: String, _ isSet: Bool) -> [String] { isSet ? ["\(name): true"] : [] }
    func key(_ text: String) -> [String] {
      text.isEmpty ? [] : ["routingKey: \(name(of: text))"]
    }
    switch method {
    case .queueDeclare(let declare) where declare.passive:
      return ("inspectQueue", [name(of: declare.queue)])
    case .queueDeclare(let declare): return ("declareQueue", declaration(declare))
    case .exchangeDeclare(let declare) where declare.passive:
      return ("checkExchange", [quoted(declare.exchange)])
    case .exchangeDeclare(let declare):
      return (
        "declareExchange",
        [quoted(declare.exchange), "type: \(quoted(declare.type))"]
          + flag("durable", declare.durable) + flag("autoDelete", declare.autoDelete)
          + flag("isInternal", declare.isInternal) + rest(declare.arguments)
      )
    case .queueDelete(let delete):
      return (
        "deleteQueue",
        [name(of: delete.queue)] + flag("ifUnused", delete.ifUnused)
          + flag("ifEmpty", delete.ifEmpty)
      )
    case .queuePurge(let purge): return ("purgeQueue", [name(of: purge.queue)])
    case .exchangeDelete(let delete):
      return ("deleteExchange", [quoted(delete.exchange)] + flag("ifUnused", delete.ifUnused))
    case .queueBind(let bind):
      return (
        "bindQueue",
        [name(of: bind.queue), "to: \(quoted(bind.exchange))"] + key(bind.routingKey)
          + rest(bind.arguments)
      )
    case .queueUnbind(let bind):
      return (
        "unbindQueue",
        [name(of: bind.queue), "from: \(quoted(bind.exchange))"] + key(bind.routingKey)
          + rest(bind.arguments)
      )
    case .exchangeBind(let bind):
      return (
        "bindExchange",
        [quoted(bind.destination), "to: \(quoted(bind.source))"] + key(bind.routingKey)
          + rest(bind.arguments)
      )
    case .exchangeUnbind(let bind):
      return (
        "unbindExchange",
        [quoted(bind.destination), "from: \(quoted(bind.source))"] + key(bind.routingKey)
          + rest(bind.arguments)
      )
    case .basicQos(let qos):
      return ("limitPrefetch", ["to: \(qos.prefetchCount)"] + flag("global", qos.global))
    case .basicCancel(let cancel): return ("cancel", [quoted(cancel.consumerTag)])
    case .basicRecover(let recover):
      return ("recover", recover.requeue ? [] : ["requeue: false"])
    case .confirmSelect: return ("confirmPublishes", [])
    case .txSelect: return ("selectTransactions", [])
    case .txCommit: return ("commit", [])
    case .txRollback: return ("rollback", [])
    case .channelFlow(let flow): return ("setFlow", ["active: \(flow.active)"])
    default: return nil
    }
  }

  // MARK: Values

  func table(_ table: FieldTable) -> String {
    let entries = table.entries.map { "\(quoted($0.name)): \(value($0.value))" }
    return entries.isEmpty ? "[:]" : "[\(entries.joined(separator: ", "))]"
  }

  private func value(_ value: FieldValue) -> String {
    switch value {
    case .boolean(let flag): "\(flag)"
    case .int8(let number): ".int8(\(number))"
    case .uint8(let number): ".uint8(\(number))"
    case .int16(let number): ".int16(\(number))"
    case .uint16(let number): ".uint16(\(number))"
    case .int32(let number): "\(number)"
    case .uint32(let number): ".uint32(\(number))"
    case .int64(let number): ".int64(\(number))"
    case .float(let number): ".float(\(Self.text(Double(number), "\(number)")))"
    case .double(let number): ".double(\(Self.text(number, "\(number)")))"
    case .decimal(let scale, let number): ".decimal(scale: \(scale), value: \(number))"
    case .longString(let bytes):
      value.stringText.map { ".string(\(name(of: $0)))" } ?? ".longString(\(bytes))"
    case .byteArray(let bytes): ".byteArray(\(bytes))"
    case .array(let values): ".array([\(values.map(self.value).joined(separator: ", "))])"
    case .table(let table): ".table(\(self.table(table)))"
    case .timestamp(let seconds): ".timestamp(\(seconds))"
    case .void: ".void"
    }
  }

  private static func text(_ number: Double, _ digits: String) -> String {
    number.isNaN ? ".nan" : number.isFinite ? digits : number < 0 ? "-.infinity" : ".infinity"
  }

  /// A message, with its properties in a block where it has any.
  func message(_ content: Content) -> String {
    let body = content.text.map { "text: \(quoted($0))" } ?? "body: \(content.body)"
    let properties = content.properties
    var settings: [String] = []
    func add(_ name: String, _ text: String?) {
      if let text { settings.append("$0.\(name) = \(self.name(of: text))") }
    }
    add("contentType", properties.contentType)
    add("contentEncoding", properties.contentEncoding)
    if let headers = properties.headers { settings.append("$0.headers = \(table(headers))") }
    if let mode = properties.deliveryMode { settings.append("$0.deliveryMode = \(mode)") }
    if let priority = properties.priority { settings.append("$0.priority = \(priority)") }
    add("correlationID", properties.correlationID)
    add("replyTo", properties.replyTo)
    add("expiration", properties.expiration)
    add("messageID", properties.messageID)
    if let seconds = properties.timestamp { settings.append("$0.timestamp = \(seconds)") }
    add("type", properties.type)
    add("userID", properties.userID)
    add("appID", properties.appID)
    add("clusterID", properties.clusterID)
    if settings.isEmpty { return "Content(\(body))" }
    return "Content(properties: properties { \(settings.joined(separator: "; ")) }, \(body))"
  }
}
