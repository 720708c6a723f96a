/// The two numbers that stand for a method on the wire.
public struct MethodID: Hashable, Sendable {
  public var classID: UInt16
  public var methodID: UInt16

  public init(classID: UInt16, methodID: UInt16) {
    self.classID = classID
    self.methodID = methodID
  }
}

/// The arguments of one method. The one description of their names, types and order is `visit`:
/// the wire codec, JSON and the pictures of the protocol are all visitors.
public protocol MethodArguments: Hashable, Sendable {
  static var id: MethodID { get }

  /// The name in the specification, such as `queue.declare`.
  static var name: String { get }

  /// Shows every argument to the visitor, in wire order, by its name in the specification.
  /// What the visitor changes is kept.
  mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure)
}

/// Reads or rewrites the arguments of a method, one by one in wire order.
public protocol ArgumentVisitor {
  associatedtype Failure: Error

  mutating func octet(_ name: String, _ value: inout UInt8) throws(Failure)
  mutating func short(_ name: String, _ value: inout UInt16) throws(Failure)
  mutating func long(_ name: String, _ value: inout UInt32) throws(Failure)
  mutating func longLong(_ name: String, _ value: inout UInt64) throws(Failure)
  mutating func shortString(_ name: String, _ value: inout String) throws(Failure)
  mutating func longString(_ name: String, _ value: inout [UInt8]) throws(Failure)
  mutating func bit(_ name: String, _ value: inout Bool) throws(Failure)
  mutating func table(_ name: String, _ value: inout FieldTable) throws(Failure)

  /// A field that means nothing any more and travels as zero: the access ticket.
  mutating func reservedShort(_ name: String) throws(Failure)
}
