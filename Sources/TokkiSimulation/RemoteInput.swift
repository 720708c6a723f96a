public import AMQPModel

/// A method from a client elsewhere, on one of its channels.
public struct RemoteInput: Hashable, Sendable {
  public var channel: UInt16
  public var method: Method
  /// For the methods that carry one.
  public var content: Content?

  public init(channel: UInt16, method: Method, content: Content? = nil) {
    self.channel = channel
    self.method = method
    self.content = content
  }
}
