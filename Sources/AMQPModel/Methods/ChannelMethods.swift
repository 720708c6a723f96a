// The channel class of AMQP 0-9-1 (class id 20), with RabbitMQ's extensions.

/// `channel.open`: the client opens a channel.
public struct ChannelOpen: MethodArguments {
  public static let id = MethodID(classID: 20, methodID: 10)
  public static let name = "channel.open"

  public var outOfBand: String

  public init(outOfBand: String = "") {
    self.outOfBand = outOfBand
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("out-of-band", &outOfBand)
  }
}

/// `channel.open-ok`: the channel is open.
public struct ChannelOpenOk: MethodArguments {
  public static let id = MethodID(classID: 20, methodID: 11)
  public static let name = "channel.open-ok"

  public var channelId: [UInt8]

  public init(channelId: [UInt8] = []) {
    self.channelId = channelId
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.longString("channel-id", &channelId)
  }
}

/// `channel.flow`: asks the peer to stop or resume sending content.
public struct ChannelFlow: MethodArguments {
  public static let id = MethodID(classID: 20, methodID: 20)
  public static let name = "channel.flow"

  public var active: Bool

  public init(active: Bool = false) {
    self.active = active
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.bit("active", &active)
  }
}

/// `channel.flow-ok`: says whether content flows.
public struct ChannelFlowOk: MethodArguments {
  public static let id = MethodID(classID: 20, methodID: 21)
  public static let name = "channel.flow-ok"

  public var active: Bool

  public init(active: Bool = false) {
    self.active = active
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.bit("active", &active)
  }
}

/// `channel.close`: either side closes the channel: a reply code, a text, and the method that
/// failed.
public struct ChannelClose: MethodArguments {
  public static let id = MethodID(classID: 20, methodID: 40)
  public static let name = "channel.close"

  public var replyCode: UInt16
  public var replyText: String
  public var classId: UInt16
  public var methodId: UInt16

  public init(
    replyCode: UInt16 = 0,
    replyText: String = "",
    classId: UInt16 = 0,
    methodId: UInt16 = 0
  ) {
    self.replyCode = replyCode
    self.replyText = replyText
    self.classId = classId
    self.methodId = methodId
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.short("reply-code", &replyCode)
    try visitor.shortString("reply-text", &replyText)
    try visitor.short("class-id", &classId)
    try visitor.short("method-id", &methodId)
  }
}

/// `channel.close-ok`: the close is acknowledged.
public struct ChannelCloseOk: MethodArguments {
  public static let id = MethodID(classID: 20, methodID: 41)
  public static let name = "channel.close-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}
