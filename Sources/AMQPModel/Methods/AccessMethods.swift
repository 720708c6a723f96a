// The access class of AMQP 0-9-1 (class id 30), with RabbitMQ's extensions.

/// `access.request`: An AMQP 0-8 leftover that RabbitMQ answers with a constant ticket.
public struct AccessRequest: MethodArguments {
  public static let id = MethodID(classID: 30, methodID: 10)
  public static let name = "access.request"

  public var realm: String
  public var exclusive: Bool
  public var passive: Bool
  public var active: Bool
  public var write: Bool
  public var read: Bool

  public init(
    realm: String = "/data",
    exclusive: Bool = false,
    passive: Bool = true,
    active: Bool = true,
    write: Bool = true,
    read: Bool = true
  ) {
    self.realm = realm
    self.exclusive = exclusive
    self.passive = passive
    self.active = active
    self.write = write
    self.read = read
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("realm", &realm)
    try visitor.bit("exclusive", &exclusive)
    try visitor.bit("passive", &passive)
    try visitor.bit("active", &active)
    try visitor.bit("write", &write)
    try visitor.bit("read", &read)
  }
}

/// `access.request-ok`: the constant ticket.
public struct AccessRequestOk: MethodArguments {
  public static let id = MethodID(classID: 30, methodID: 11)
  public static let name = "access.request-ok"

  public var ticket: UInt16

  public init(ticket: UInt16 = 1) {
    self.ticket = ticket
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.short("ticket", &ticket)
  }
}
