import AMQPModel

/// Builds the commands of consumers.
enum ConsumingBuilder {
  static func consume(_ line: Arguments) throws(ParseError) -> Command {
    let method = BasicConsume(
      queue: line.text(0) ?? "", consumerTag: line.text(.tag) ?? "", noLocal: line.has(.noLocal),
      noAck: line.has(.autoAck) || line.has(.noAck), exclusive: line.has(.exclusive),
      arguments: line.table([.priority, .argument]))
    let consumption = Consumption(
      method: method, prefetchCount: line.number(.prefetch, as: UInt16.self), work: work(line),
      reply: line.text(.reply).flatMap(Consumption.Reply.init))
    return .amqp(.consume(consumption), by: line.client)
  }

  private static func work(_ line: Arguments) -> Consumption.Work? {
    switch line.value(.work) {
    case .text: .dots
    case .duration(let duration): .duration(duration)
    case .number, .assignment, .uri, .table, nil: nil
    }
  }

  static func get(_ line: Arguments) throws(ParseError) -> Command {
    let noAck = line.has(.autoAck) || line.has(.noAck)
    return .amqp(.get(BasicGet(queue: line.text(0) ?? "", noAck: noAck)), by: line.client)
  }

  static func cancel(_ line: Arguments) throws(ParseError) -> Command {
    .amqp(.cancel(consumer: line.text(0)), by: line.client)
  }

  static func qos(_ line: Arguments) throws(ParseError) -> Command {
    let method = BasicQos(
      prefetchSize: line.number(.size, as: UInt32.self) ?? 0,
      prefetchCount: UInt16(clamping: line.number(0) ?? 0), global: line.has(.global))
    return .amqp(.qos(method), by: line.client)
  }
}
