/// As whom, and into which virtual host, a client connects.
public struct ClientIdentity: Hashable, Sendable {
  public var user: String
  public var virtualHost: String

  public init(user: String = "guest", virtualHost: String = "/") {
    self.user = user
    self.virtualHost = virtualHost
  }
}
