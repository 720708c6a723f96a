import AMQPModel

/// Builds the commands that declare, delete, bind and unbind.
enum TopologyBuilder {
  private static let queueArguments = Set(OptionForm.queueArguments.map(\.name))
  private static let bindingArguments = Set(OptionForm.bindingArguments.map(\.name))

  static func declareQueue(_ line: Arguments) throws(ParseError) -> Command {
    .amqp(
      .declareQueue(
        QueueDeclare(
          queue: line.text(0) ?? "", passive: line.has(.passive), durable: line.has(.durable),
          exclusive: line.has(.exclusive), autoDelete: line.has(.autoDelete),
          arguments: line.table(queueArguments))),
      by: line.client)
  }

  static func declareExchange(_ line: Arguments) throws(ParseError) -> Command {
    if line.text(1) != nil, let option = line.options.first(where: { $0.name == .type }) {
      throw ParseError(.contradiction("TYPE", "--type"), at: option.range, in: line.form.name)
    }
    let type = line.text(1) ?? line.text(.type)
    guard let type = type ?? (line.has(.passive) ? ExchangeDeclare().type : nil) else {
      throw line.missing("TYPE")
    }
    return .amqp(
      .declareExchange(
        ExchangeDeclare(
          exchange: line.text(0) ?? "", type: type, passive: line.has(.passive),
          durable: line.has(.durable), autoDelete: line.has(.autoDelete),
          isInternal: line.has(.isInternal),
          arguments: line.table([.alternateExchange, .argument]))),
      by: line.client)
  }

  static func deleteQueue(_ line: Arguments) throws(ParseError) -> Command {
    let method = QueueDelete(
      queue: line.text(0) ?? "", ifUnused: line.has(.ifUnused), ifEmpty: line.has(.ifEmpty))
    return .amqp(.deleteQueue(method), by: line.client)
  }

  static func deleteExchange(_ line: Arguments) throws(ParseError) -> Command {
    let method = ExchangeDelete(exchange: line.text(0) ?? "", ifUnused: line.has(.ifUnused))
    return .amqp(.deleteExchange(method), by: line.client)
  }

  static func purgeQueue(_ line: Arguments) throws(ParseError) -> Command {
    .amqp(.purgeQueue(QueuePurge(queue: line.text(0) ?? "")), by: line.client)
  }

  static func bindQueue(_ line: Arguments) throws(ParseError) -> Command {
    .amqp(
      .bindQueue(
        QueueBind(
          queue: line.text(0) ?? "", exchange: line.text(1) ?? "", routingKey: line.text(2) ?? "",
          arguments: line.table(bindingArguments))),
      by: line.client)
  }

  static func bindExchange(_ line: Arguments) throws(ParseError) -> Command {
    .amqp(
      .bindExchange(
        ExchangeBind(
          destination: line.text(0) ?? "", source: line.text(1) ?? "",
          routingKey: line.text(2) ?? "", arguments: line.table(bindingArguments))),
      by: line.client)
  }

  static func unbindQueue(_ line: Arguments) throws(ParseError) -> Command {
    .amqp(
      .unbindQueue(
        QueueUnbind(
          queue: line.text(0) ?? "", exchange: line.text(1) ?? "", routingKey: line.text(2) ?? "",
          arguments: line.table(bindingArguments))),
      by: line.client)
  }

  static func unbindExchange(_ line: Arguments) throws(ParseError) -> Command {
    .amqp(
      .unbindExchange(
        ExchangeUnbind(
          destination: line.text(0) ?? "", source: line.text(1) ?? "",
          routingKey: line.text(2) ?? "", arguments: line.table(bindingArguments))),
      by: line.client)
  }
}
