/// A password. Neither a description nor a dump nor an interpolation shows it.
public struct Password: Hashable, Sendable {
  /// The password itself, for whoever sends it to a broker.
  public let secret: String

  public init(_ secret: String) { self.secret = secret }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "***" }

  public var debugDescription: String { "***" }

  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
