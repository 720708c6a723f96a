// The confirm class of AMQP 0-9-1 (class id 85), with RabbitMQ's extensions.

/// `confirm.select`: RabbitMQ extension: asks for publisher confirms on the channel.
public struct ConfirmSelect: MethodArguments {
  public static let id = MethodID(classID: 85, methodID: 10)
  public static let name = "confirm.select"

  public var noWait: Bool

  public init(noWait: Bool = false) {
    self.noWait = noWait
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.bit("no-wait", &noWait)
  }
}

/// `confirm.select-ok`: publishes will be confirmed.
public struct ConfirmSelectOk: MethodArguments {
  public static let id = MethodID(classID: 85, methodID: 11)
  public static let name = "confirm.select-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}
