/// The properties of a message, all of them optional. The broker itself reads `headers`,
/// `deliveryMode`, `priority`, `expiration`, `replyTo` and `userID`; the rest is for applications.
public struct BasicProperties: Hashable, Sendable {
  public var contentType: String?
  public var contentEncoding: String?
  public var headers: FieldTable?
  /// 2 is persistent; anything else is transient.
  public var deliveryMode: UInt8?
  public var priority: UInt8?
  public var correlationID: String?
  public var replyTo: String?
  /// The message's TTL: milliseconds, written in decimal digits.
  public var expiration: String?
  public var messageID: String?
  /// Seconds since 1970.
  public var timestamp: UInt64?
  public var type: String?
  public var userID: String?
  public var appID: String?
  public var clusterID: String?

  public init() {}

  public var isPersistent: Bool { deliveryMode == 2 }

  /// Shows every property to the visitor, in wire order, by its name in the specification.
  public mutating func visit<Visitor: PropertyVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.shortString("content-type", &contentType)
    try visitor.shortString("content-encoding", &contentEncoding)
    try visitor.table("headers", &headers)
    try visitor.octet("delivery-mode", &deliveryMode)
    try visitor.octet("priority", &priority)
    try visitor.shortString("correlation-id", &correlationID)
    try visitor.shortString("reply-to", &replyTo)
    try visitor.shortString("expiration", &expiration)
    try visitor.shortString("message-id", &messageID)
    try visitor.timestamp("timestamp", &timestamp)
    try visitor.shortString("type", &type)
    try visitor.shortString("user-id", &userID)
    try visitor.shortString("app-id", &appID)
    try visitor.shortString("cluster-id", &clusterID)
  }
}

/// Reads or rewrites the properties of a message, one by one in wire order.
public protocol PropertyVisitor {
  associatedtype Failure: Error

  mutating func octet(_ name: String, _ value: inout UInt8?) throws(Failure)
  mutating func shortString(_ name: String, _ value: inout String?) throws(Failure)
  mutating func table(_ name: String, _ value: inout FieldTable?) throws(Failure)
  mutating func timestamp(_ name: String, _ value: inout UInt64?) throws(Failure)
}

/// What follows a method that carries a message: its properties and its body.
public struct Content: Hashable, Sendable {
  public var properties: BasicProperties
  public var body: [UInt8]

  public init(properties: BasicProperties = BasicProperties(), body: [UInt8] = []) {
    self.properties = properties
    self.body = body
  }

  /// A message whose body is the text's UTF-8 bytes.
  public init(properties: BasicProperties = BasicProperties(), text: String) {
    self.init(properties: properties, body: Array(text.utf8))
  }
}
