// The queue class of AMQP 0-9-1 (class id 50), with RabbitMQ's extensions.

/// `queue.declare`: creates a queue, or checks that an equal one exists. An empty name asks for a
/// server-named queue.
public struct QueueDeclare: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 10)
  public static let name = "queue.declare"

  public var queue: String
  public var passive: Bool
  public var durable: Bool
  public var exclusive: Bool
  public var autoDelete: Bool
  public var noWait: Bool
  public var arguments: FieldTable

  public init(
    queue: String = "",
    passive: Bool = false,
    durable: Bool = false,
    exclusive: Bool = false,
    autoDelete: Bool = false,
    noWait: Bool = false,
    arguments: FieldTable = FieldTable()
  ) {
    self.queue = queue
    self.passive = passive
    self.durable = durable
    self.exclusive = exclusive
    self.autoDelete = autoDelete
    self.noWait = noWait
    self.arguments = arguments
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("queue", &queue)
    try visitor.bit("passive", &passive)
    try visitor.bit("durable", &durable)
    try visitor.bit("exclusive", &exclusive)
    try visitor.bit("auto-delete", &autoDelete)
    try visitor.bit("no-wait", &noWait)
    try visitor.table("arguments", &arguments)
  }
}

/// `queue.declare-ok`: the queue is there: its name, its ready messages, its consumers.
public struct QueueDeclareOk: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 11)
  public static let name = "queue.declare-ok"

  public var queue: String
  public var messageCount: UInt32
  public var consumerCount: UInt32

  public init(queue: String = "", messageCount: UInt32 = 0, consumerCount: UInt32 = 0) {
    self.queue = queue
    self.messageCount = messageCount
    self.consumerCount = consumerCount
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("queue", &queue)
    try visitor.long("message-count", &messageCount)
    try visitor.long("consumer-count", &consumerCount)
  }
}

/// `queue.bind`: binds a queue to an exchange by a binding key.
public struct QueueBind: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 20)
  public static let name = "queue.bind"

  public var queue: String
  public var exchange: String
  public var routingKey: String
  public var noWait: Bool
  public var arguments: FieldTable

  public init(
    queue: String = "",
    exchange: String = "",
    routingKey: String = "",
    noWait: Bool = false,
    arguments: FieldTable = FieldTable()
  ) {
    self.queue = queue
    self.exchange = exchange
    self.routingKey = routingKey
    self.noWait = noWait
    self.arguments = arguments
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("queue", &queue)
    try visitor.shortString("exchange", &exchange)
    try visitor.shortString("routing-key", &routingKey)
    try visitor.bit("no-wait", &noWait)
    try visitor.table("arguments", &arguments)
  }
}

/// `queue.bind-ok`: the binding is there.
public struct QueueBindOk: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 21)
  public static let name = "queue.bind-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `queue.purge`: drops the ready messages of a queue.
public struct QueuePurge: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 30)
  public static let name = "queue.purge"

  public var queue: String
  public var noWait: Bool

  public init(queue: String = "", noWait: Bool = false) {
    self.queue = queue
    self.noWait = noWait
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("queue", &queue)
    try visitor.bit("no-wait", &noWait)
  }
}

/// `queue.purge-ok`: how many messages were dropped.
public struct QueuePurgeOk: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 31)
  public static let name = "queue.purge-ok"

  public var messageCount: UInt32

  public init(messageCount: UInt32 = 0) {
    self.messageCount = messageCount
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.long("message-count", &messageCount)
  }
}

/// `queue.delete`: deletes a queue, its messages and its bindings.
public struct QueueDelete: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 40)
  public static let name = "queue.delete"

  public var queue: String
  public var ifUnused: Bool
  public var ifEmpty: Bool
  public var noWait: Bool

  public init(
    queue: String = "",
    ifUnused: Bool = false,
    ifEmpty: Bool = false,
    noWait: Bool = false
  ) {
    self.queue = queue
    self.ifUnused = ifUnused
    self.ifEmpty = ifEmpty
    self.noWait = noWait
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("queue", &queue)
    try visitor.bit("if-unused", &ifUnused)
    try visitor.bit("if-empty", &ifEmpty)
    try visitor.bit("no-wait", &noWait)
  }
}

/// `queue.delete-ok`: how many messages went with it.
public struct QueueDeleteOk: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 41)
  public static let name = "queue.delete-ok"

  public var messageCount: UInt32

  public init(messageCount: UInt32 = 0) {
    self.messageCount = messageCount
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.long("message-count", &messageCount)
  }
}

/// `queue.unbind`: removes a binding of a queue.
public struct QueueUnbind: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 50)
  public static let name = "queue.unbind"

  public var queue: String
  public var exchange: String
  public var routingKey: String
  public var arguments: FieldTable

  public init(
    queue: String = "",
    exchange: String = "",
    routingKey: String = "",
    arguments: FieldTable = FieldTable()
  ) {
    self.queue = queue
    self.exchange = exchange
    self.routingKey = routingKey
    self.arguments = arguments
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("queue", &queue)
    try visitor.shortString("exchange", &exchange)
    try visitor.shortString("routing-key", &routingKey)
    try visitor.table("arguments", &arguments)
  }
}

/// `queue.unbind-ok`: the binding is gone.
public struct QueueUnbindOk: MethodArguments {
  public static let id = MethodID(classID: 50, methodID: 51)
  public static let name = "queue.unbind-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}
