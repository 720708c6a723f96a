// The basic class of AMQP 0-9-1 (class id 60), with RabbitMQ's extensions.

/// `basic.qos`: limits the unacknowledged deliveries: per new consumer, or (global) for the
/// channel.
public struct BasicQos: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 10)
  public static let name = "basic.qos"

  public var prefetchSize: UInt32
  public var prefetchCount: UInt16
  public var global: Bool

  public init(prefetchSize: UInt32 = 0, prefetchCount: UInt16 = 0, global: Bool = false) {
    self.prefetchSize = prefetchSize
    self.prefetchCount = prefetchCount
    self.global = global
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.long("prefetch-size", &prefetchSize)
    try visitor.short("prefetch-count", &prefetchCount)
    try visitor.bit("global", &global)
  }
}

/// `basic.qos-ok`: the limit holds.
public struct BasicQosOk: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 11)
  public static let name = "basic.qos-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `basic.consume`: starts a consumer on a queue.
public struct BasicConsume: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 20)
  public static let name = "basic.consume"

  public var queue: String
  public var consumerTag: String
  public var noLocal: Bool
  public var noAck: Bool
  public var exclusive: Bool
  public var noWait: Bool
  public var arguments: FieldTable

  public init(
    queue: String = "",
    consumerTag: String = "",
    noLocal: Bool = false,
    noAck: Bool = false,
    exclusive: Bool = false,
    noWait: Bool = false,
    arguments: FieldTable = FieldTable()
  ) {
    self.queue = queue
    self.consumerTag = consumerTag
    self.noLocal = noLocal
    self.noAck = noAck
    self.exclusive = exclusive
    self.noWait = noWait
    self.arguments = arguments
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("queue", &queue)
    try visitor.shortString("consumer-tag", &consumerTag)
    try visitor.bit("no-local", &noLocal)
    try visitor.bit("no-ack", &noAck)
    try visitor.bit("exclusive", &exclusive)
    try visitor.bit("no-wait", &noWait)
    try visitor.table("arguments", &arguments)
  }
}

/// `basic.consume-ok`: the consumer is there: its tag.
public struct BasicConsumeOk: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 21)
  public static let name = "basic.consume-ok"

  public var consumerTag: String

  public init(consumerTag: String = "") {
    self.consumerTag = consumerTag
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("consumer-tag", &consumerTag)
  }
}

/// `basic.cancel`: ends a consumer. From the server: a consumer cancel notification.
public struct BasicCancel: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 30)
  public static let name = "basic.cancel"

  public var consumerTag: String
  public var noWait: Bool

  public init(consumerTag: String = "", noWait: Bool = false) {
    self.consumerTag = consumerTag
    self.noWait = noWait
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("consumer-tag", &consumerTag)
    try visitor.bit("no-wait", &noWait)
  }
}

/// `basic.cancel-ok`: the consumer has ended.
public struct BasicCancelOk: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 31)
  public static let name = "basic.cancel-ok"

  public var consumerTag: String

  public init(consumerTag: String = "") {
    self.consumerTag = consumerTag
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("consumer-tag", &consumerTag)
  }
}

/// `basic.publish`: publishes a message (its content follows) to an exchange with a routing key.
public struct BasicPublish: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 40)
  public static let name = "basic.publish"

  public var exchange: String
  public var routingKey: String
  public var mandatory: Bool
  public var immediate: Bool

  public init(
    exchange: String = "",
    routingKey: String = "",
    mandatory: Bool = false,
    immediate: Bool = false
  ) {
    self.exchange = exchange
    self.routingKey = routingKey
    self.mandatory = mandatory
    self.immediate = immediate
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("exchange", &exchange)
    try visitor.shortString("routing-key", &routingKey)
    try visitor.bit("mandatory", &mandatory)
    try visitor.bit("immediate", &immediate)
  }
}

/// `basic.return`: a mandatory message that no queue took comes back.
public struct BasicReturn: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 50)
  public static let name = "basic.return"

  public var replyCode: UInt16
  public var replyText: String
  public var exchange: String
  public var routingKey: String

  public init(
    replyCode: UInt16 = 0,
    replyText: String = "",
    exchange: String = "",
    routingKey: String = ""
  ) {
    self.replyCode = replyCode
    self.replyText = replyText
    self.exchange = exchange
    self.routingKey = routingKey
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.short("reply-code", &replyCode)
    try visitor.shortString("reply-text", &replyText)
    try visitor.shortString("exchange", &exchange)
    try visitor.shortString("routing-key", &routingKey)
  }
}

/// `basic.deliver`: a message for a consumer.
public struct BasicDeliver: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 60)
  public static let name = "basic.deliver"

  public var consumerTag: String
  public var deliveryTag: UInt64
  public var redelivered: Bool
  public var exchange: String
  public var routingKey: String

  public init(
    consumerTag: String = "",
    deliveryTag: UInt64 = 0,
    redelivered: Bool = false,
    exchange: String = "",
    routingKey: String = ""
  ) {
    self.consumerTag = consumerTag
    self.deliveryTag = deliveryTag
    self.redelivered = redelivered
    self.exchange = exchange
    self.routingKey = routingKey
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("consumer-tag", &consumerTag)
    try visitor.longLong("delivery-tag", &deliveryTag)
    try visitor.bit("redelivered", &redelivered)
    try visitor.shortString("exchange", &exchange)
    try visitor.shortString("routing-key", &routingKey)
  }
}

/// `basic.get`: takes one message from a queue.
public struct BasicGet: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 70)
  public static let name = "basic.get"

  public var queue: String
  public var noAck: Bool

  public init(queue: String = "", noAck: Bool = false) {
    self.queue = queue
    self.noAck = noAck
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.reservedShort("ticket")
    try visitor.shortString("queue", &queue)
    try visitor.bit("no-ack", &noAck)
  }
}

/// `basic.get-ok`: the message taken, and how many stay ready.
public struct BasicGetOk: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 71)
  public static let name = "basic.get-ok"

  public var deliveryTag: UInt64
  public var redelivered: Bool
  public var exchange: String
  public var routingKey: String
  public var messageCount: UInt32

  public init(
    deliveryTag: UInt64 = 0,
    redelivered: Bool = false,
    exchange: String = "",
    routingKey: String = "",
    messageCount: UInt32 = 0
  ) {
    self.deliveryTag = deliveryTag
    self.redelivered = redelivered
    self.exchange = exchange
    self.routingKey = routingKey
    self.messageCount = messageCount
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.longLong("delivery-tag", &deliveryTag)
    try visitor.bit("redelivered", &redelivered)
    try visitor.shortString("exchange", &exchange)
    try visitor.shortString("routing-key", &routingKey)
    try visitor.long("message-count", &messageCount)
  }
}

/// `basic.get-empty`: the queue has no ready message.
public struct BasicGetEmpty: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 72)
  public static let name = "basic.get-empty"

  public var clusterId: String

  public init(clusterId: String = "") {
    self.clusterId = clusterId
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("cluster-id", &clusterId)
  }
}
