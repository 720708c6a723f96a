// The connection class of AMQP 0-9-1 (class id 10), with RabbitMQ's extensions.

/// `connection.start`: the server names its version, properties, mechanisms and locales.
public struct ConnectionStart: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 10)
  public static let name = "connection.start"

  public var versionMajor: UInt8
  public var versionMinor: UInt8
  public var serverProperties: FieldTable
  public var mechanisms: [UInt8]
  public var locales: [UInt8]

  public init(
    versionMajor: UInt8 = 0,
    versionMinor: UInt8 = 9,
    serverProperties: FieldTable = FieldTable(),
    mechanisms: [UInt8] = [],
    locales: [UInt8] = []
  ) {
    self.versionMajor = versionMajor
    self.versionMinor = versionMinor
    self.serverProperties = serverProperties
    self.mechanisms = mechanisms
    self.locales = locales
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.octet("version-major", &versionMajor)
    try visitor.octet("version-minor", &versionMinor)
    try visitor.table("server-properties", &serverProperties)
    try visitor.longString("mechanisms", &mechanisms)
    try visitor.longString("locales", &locales)
  }
}

/// `connection.start-ok`: the client chooses a mechanism and a locale, and says who it is.
public struct ConnectionStartOk: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 11)
  public static let name = "connection.start-ok"

  public var clientProperties: FieldTable
  public var mechanism: String
  public var response: [UInt8]
  public var locale: String

  public init(
    clientProperties: FieldTable = FieldTable(),
    mechanism: String = "PLAIN",
    response: [UInt8] = [],
    locale: String = "en_US"
  ) {
    self.clientProperties = clientProperties
    self.mechanism = mechanism
    self.response = response
    self.locale = locale
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.table("client-properties", &clientProperties)
    try visitor.shortString("mechanism", &mechanism)
    try visitor.longString("response", &response)
    try visitor.shortString("locale", &locale)
  }
}

/// `connection.secure`: the server challenges the client during authentication.
public struct ConnectionSecure: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 20)
  public static let name = "connection.secure"

  public var challenge: [UInt8]

  public init(challenge: [UInt8] = []) {
    self.challenge = challenge
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.longString("challenge", &challenge)
  }
}

/// `connection.secure-ok`: the client answers the challenge.
public struct ConnectionSecureOk: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 21)
  public static let name = "connection.secure-ok"

  public var response: [UInt8]

  public init(response: [UInt8] = []) {
    self.response = response
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.longString("response", &response)
  }
}

/// `connection.tune`: the server proposes limits: channels, frame size in bytes, heartbeat in
/// seconds.
public struct ConnectionTune: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 30)
  public static let name = "connection.tune"

  public var channelMax: UInt16
  public var frameMax: UInt32
  public var heartbeat: UInt16

  public init(channelMax: UInt16 = 0, frameMax: UInt32 = 0, heartbeat: UInt16 = 0) {
    self.channelMax = channelMax
    self.frameMax = frameMax
    self.heartbeat = heartbeat
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.short("channel-max", &channelMax)
    try visitor.long("frame-max", &frameMax)
    try visitor.short("heartbeat", &heartbeat)
  }
}

/// `connection.tune-ok`: the client settles the limits: channels, frame size in bytes, heartbeat
/// in seconds.
public struct ConnectionTuneOk: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 31)
  public static let name = "connection.tune-ok"

  public var channelMax: UInt16
  public var frameMax: UInt32
  public var heartbeat: UInt16

  public init(channelMax: UInt16 = 0, frameMax: UInt32 = 0, heartbeat: UInt16 = 0) {
    self.channelMax = channelMax
    self.frameMax = frameMax
    self.heartbeat = heartbeat
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.short("channel-max", &channelMax)
    try visitor.long("frame-max", &frameMax)
    try visitor.short("heartbeat", &heartbeat)
  }
}

/// `connection.open`: the client enters a virtual host.
public struct ConnectionOpen: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 40)
  public static let name = "connection.open"

  public var virtualHost: String
  public var capabilities: String
  public var insist: Bool

  public init(virtualHost: String = "/", capabilities: String = "", insist: Bool = false) {
    self.virtualHost = virtualHost
    self.capabilities = capabilities
    self.insist = insist
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("virtual-host", &virtualHost)
    try visitor.shortString("capabilities", &capabilities)
    try visitor.bit("insist", &insist)
  }
}

/// `connection.open-ok`: the virtual host is entered.
public struct ConnectionOpenOk: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 41)
  public static let name = "connection.open-ok"

  public var knownHosts: String

  public init(knownHosts: String = "") {
    self.knownHosts = knownHosts
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("known-hosts", &knownHosts)
  }
}

/// `connection.close`: either side closes the connection: a reply code, a text, and the method
/// that failed.
public struct ConnectionClose: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 50)
  public static let name = "connection.close"

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

/// `connection.close-ok`: the close is acknowledged.
public struct ConnectionCloseOk: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 51)
  public static let name = "connection.close-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `connection.blocked`: RabbitMQ extension: the broker is short of a resource and reads no more
/// publishes.
public struct ConnectionBlocked: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 60)
  public static let name = "connection.blocked"

  public var reason: String

  public init(reason: String = "") {
    self.reason = reason
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("reason", &reason)
  }
}

/// `connection.unblocked`: RabbitMQ extension: the broker reads publishes again.
public struct ConnectionUnblocked: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 61)
  public static let name = "connection.unblocked"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `connection.update-secret`: RabbitMQ extension: the client renews its credential.
public struct ConnectionUpdateSecret: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 70)
  public static let name = "connection.update-secret"

  public var newSecret: [UInt8]
  public var reason: String

  public init(newSecret: [UInt8] = [], reason: String = "") {
    self.newSecret = newSecret
    self.reason = reason
  }

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.longString("new-secret", &newSecret)
    try visitor.shortString("reason", &reason)
  }
}

/// `connection.update-secret-ok`: the new credential is accepted.
public struct ConnectionUpdateSecretOk: MethodArguments {
  public static let id = MethodID(classID: 10, methodID: 71)
  public static let name = "connection.update-secret-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}
