/// The name of a client process, such as `w1` or `publisher`. Each has a connection of its own.
public struct ClientName: Hashable, Sendable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  public var text: String

  public init(_ text: String) { self.text = text }
  public init(stringLiteral value: String) { self.init(value) }

  public var description: String { text }

  public static func < (left: ClientName, right: ClientName) -> Bool { left.text < right.text }
}
