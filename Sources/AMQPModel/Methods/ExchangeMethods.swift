// The exchange class of AMQP 0-9-1 (class id 40), with RabbitMQ's extensions.

/// `exchange.declare`: creates an exchange, or checks that an equal one exists.
public struct ExchangeDeclare: MethodArguments {
  public static let id = MethodID(classID: 40, methodID: 10)
  public static let name = "exchange.declare"

  public var exchange: String
  public var type: String
  public var passive: Bool
  public var durable: Bool
  public var autoDelete: Bool
  public var isInternal: Bool
  public var noWait: Bool
  public var arguments: FieldTable

  public init(
    exchange: String = "",
    type: String = "direct",
    passive: Bool = false,
    durable: Bool = false,
    autoDelete: Bool = false,
    isInternal: Bool = false,
    noWait: Bool = false,
    arguments: FieldTable = FieldTable()
  ) {
    self.exchange = exchange
    self.type = type
    self.passive = passive
    self.durable = durable
    self.autoDelete = autoDelete
    self.isInternal = isInternal
    self.noWait = noWait
    self.arguments = arguments
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("exchange", &exchange)
    try visitor.shortString("type", &type)
    try visitor.bit("passive", &passive)
    try visitor.bit("durable", &durable)
    try visitor.bit("auto-delete", &autoDelete)
    try visitor.bit("internal", &isInternal)
    try visitor.bit("no-wait", &noWait)
    try visitor.table("arguments", &arguments)
  }
}

/// `exchange.declare-ok`: the exchange is there.
public struct ExchangeDeclareOk: MethodArguments {
  public static let id = MethodID(classID: 40, methodID: 11)
  public static let name = "exchange.declare-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `exchange.delete`: deletes an exchange and its bindings.
public struct ExchangeDelete: MethodArguments {
  public static let id = MethodID(classID: 40, methodID: 20)
  public static let name = "exchange.delete"

  public var exchange: String
  public var ifUnused: Bool
  public var noWait: Bool

  public init(exchange: String = "", ifUnused: Bool = false, noWait: Bool = false) {
    self.exchange = exchange
    self.ifUnused = ifUnused
    self.noWait = noWait
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("exchange", &exchange)
    try visitor.bit("if-unused", &ifUnused)
    try visitor.bit("no-wait", &noWait)
  }
}

/// `exchange.delete-ok`: the exchange is gone.
public struct ExchangeDeleteOk: MethodArguments {
  public static let id = MethodID(classID: 40, methodID: 21)
  public static let name = "exchange.delete-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `exchange.bind`: RabbitMQ extension: binds an exchange to another exchange.
public struct ExchangeBind: MethodArguments {
  public static let id = MethodID(classID: 40, methodID: 30)
  public static let name = "exchange.bind"

  public var destination: String
  public var source: String
  public var routingKey: String
  public var noWait: Bool
  public var arguments: FieldTable

  public init(
    destination: String = "",
    source: String = "",
    routingKey: String = "",
    noWait: Bool = false,
    arguments: FieldTable = FieldTable()
  ) {
    self.destination = destination
    self.source = source
    self.routingKey = routingKey
    self.noWait = noWait
    self.arguments = arguments
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("destination", &destination)
    try visitor.shortString("source", &source)
    try visitor.shortString("routing-key", &routingKey)
    try visitor.bit("no-wait", &noWait)
    try visitor.table("arguments", &arguments)
  }
}

/// `exchange.bind-ok`: the binding is there.
public struct ExchangeBindOk: MethodArguments {
  public static let id = MethodID(classID: 40, methodID: 31)
  public static let name = "exchange.bind-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `exchange.unbind`: RabbitMQ extension: removes a binding between exchanges.
public struct ExchangeUnbind: MethodArguments {
  public static let id = MethodID(classID: 40, methodID: 40)
  public static let name = "exchange.unbind"

  public var destination: String
  public var source: String
  public var routingKey: String
  public var noWait: Bool
  public var arguments: FieldTable

  public init(
    destination: String = "",
    source: String = "",
    routingKey: String = "",
    noWait: Bool = false,
    arguments: FieldTable = FieldTable()
  ) {
    self.destination = destination
    self.source = source
    self.routingKey = routingKey
    self.noWait = noWait
    self.arguments = arguments
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("destination", &destination)
    try visitor.shortString("source", &source)
    try visitor.shortString("routing-key", &routingKey)
    try visitor.bit("no-wait", &noWait)
    try visitor.table("arguments", &arguments)
  }
}

/// `exchange.unbind-ok`: the binding is gone.
public struct ExchangeUnbindOk: MethodArguments {
  public static let id = MethodID(classID: 40, methodID: 51)
  public static let name = "exchange.unbind-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}
