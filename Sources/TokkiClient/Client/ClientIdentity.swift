public import AMQPModel

/// As whom, and into which virtual host, a client connects.
public struct ClientIdentity: Hashable, Sendable {
  public var user: String
  public var virtualHost: String
  /// nil: the one that the broker was reached with. The simulator asks for none, and refuses a
  /// wrong one.
  public var password: Password?

  public init(user: String = "guest", virtualHost: String = "/", password: Password? = nil) {
    self.user = user
    self.virtualHost = virtualHost
    self.password = password
  }
}
