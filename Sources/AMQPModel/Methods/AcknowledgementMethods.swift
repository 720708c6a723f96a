// The methods of the basic class of AMQP 0-9-1 (class id 60) that settle deliveries.

/// `basic.ack`: acknowledges deliveries. From the server: confirms publishes.
public struct BasicAck: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 80)
  public static let name = "basic.ack"

  public var deliveryTag: UInt64
  public var multiple: Bool

  public init(deliveryTag: UInt64 = 0, multiple: Bool = false) {
    self.deliveryTag = deliveryTag
    self.multiple = multiple
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.longLong("delivery-tag", &deliveryTag)
    try visitor.bit("multiple", &multiple)
  }
}

/// `basic.reject`: refuses one delivery.
public struct BasicReject: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 90)
  public static let name = "basic.reject"

  public var deliveryTag: UInt64
  public var requeue: Bool

  public init(deliveryTag: UInt64 = 0, requeue: Bool = true) {
    self.deliveryTag = deliveryTag
    self.requeue = requeue
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.longLong("delivery-tag", &deliveryTag)
    try visitor.bit("requeue", &requeue)
  }
}

/// `basic.recover-async`: requeues unacknowledged deliveries, unanswered (deprecated).
public struct BasicRecoverAsync: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 100)
  public static let name = "basic.recover-async"

  public var requeue: Bool

  public init(requeue: Bool = false) {
    self.requeue = requeue
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.bit("requeue", &requeue)
  }
}

/// `basic.recover`: requeues the unacknowledged deliveries of the channel.
public struct BasicRecover: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 110)
  public static let name = "basic.recover"

  public var requeue: Bool

  public init(requeue: Bool = false) {
    self.requeue = requeue
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.bit("requeue", &requeue)
  }
}

/// `basic.recover-ok`: they are requeued.
public struct BasicRecoverOk: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 111)
  public static let name = "basic.recover-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `basic.nack`: RabbitMQ extension: refuses deliveries. From the server: a publish was not
/// taken.
public struct BasicNack: MethodArguments {
  public static let id = MethodID(classID: 60, methodID: 120)
  public static let name = "basic.nack"

  public var deliveryTag: UInt64
  public var multiple: Bool
  public var requeue: Bool

  public init(deliveryTag: UInt64 = 0, multiple: Bool = false, requeue: Bool = true) {
    self.deliveryTag = deliveryTag
    self.multiple = multiple
    self.requeue = requeue
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.longLong("delivery-tag", &deliveryTag)
    try visitor.bit("multiple", &multiple)
    try visitor.bit("requeue", &requeue)
  }
}
