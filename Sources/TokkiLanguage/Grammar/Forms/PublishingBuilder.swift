import AMQPModel

/// Builds messages and the commands that publish them.
enum PublishingBuilder {
  static func publish(_ line: Arguments) throws(ParseError) -> Command {
    .amqp(.publish(try publication(line)), by: line.client)
  }

  static func call(_ line: Arguments) throws(ParseError) -> Command {
    .amqp(.call(try publication(line)), by: line.client)
  }

  static func explain(_ line: Arguments) throws(ParseError) -> Command {
    .look(
      .explainPublish(
        exchange: line.text(0) ?? "", routingKey: line.text(1) ?? "",
        headers: headers(line) ?? FieldTable()))
  }

  private static func publication(_ line: Arguments) throws(ParseError) -> Publication {
    try line.refuse(.persistent, with: .deliveryMode)
    let method = BasicPublish(
      exchange: line.text(0) ?? "", routingKey: line.text(1) ?? "",
      mandatory: line.has(.mandatory), immediate: line.has(.immediate))
    return Publication(
      method: method, content: Content(properties: properties(line), text: line.text(2) ?? ""),
      count: line.number(.times, as: Int.self) ?? 1)
  }

  private static func properties(_ line: Arguments) -> BasicProperties {
    var properties = BasicProperties()
    properties.contentType = line.text(.contentType)
    properties.contentEncoding = line.text(.contentEncoding)
    properties.headers = headers(line)
    properties.deliveryMode =
      line.has(.persistent) ? 2 : line.number(.deliveryMode, as: UInt8.self)
    properties.priority = line.number(.priority, as: UInt8.self)
    properties.correlationID = line.text(.correlationID)
    properties.replyTo = line.text(.replyTo)
    properties.expiration = expiration(line)
    properties.messageID = line.text(.messageID)
    properties.timestamp = line.number(.timestamp, as: UInt64.self)
    properties.type = line.text(.type)
    properties.userID = line.text(.userID)
    properties.appID = line.text(.appID)
    return properties
  }

  private static func expiration(_ line: Arguments) -> String? {
    switch line.value(.expiration) {
    case .duration(let duration): String(duration.milliseconds)
    case .text(let text): text
    case .number, .assignment, .uri, .table, nil: nil
    }
  }

  /// The headers in the order in which they were written, then CC and BCC.
  private static func headers(_ line: Arguments) -> FieldTable? {
    var table = line.table([.header])
    for (option, name) in [(OptionName.cc, "CC"), (.bcc, "BCC")] {
      let keys = line.texts(option)
      if !keys.isEmpty { table[name] = .array(keys.map(FieldValue.string)) }
    }
    return table.isEmpty ? nil : table
  }
}
