public import AMQPModel

/// What clients and broker said to each other, in order.
public struct MethodSequence: Hashable, Sendable {
  public struct Passage: Hashable, Sendable {
    /// Milliseconds of virtual time; on a real broker since the shell came to it.
    public var at: Int64
    public var client: String
    public var channel: UInt16
    public var kind: Kind
  }

  public enum Kind: Hashable, Sendable {
    case method(Method, Content?, isToBroker: Bool)
    /// The handshake and `connection.open`, which clients do by themselves.
    case connected(user: String, virtualHost: String)
    /// Without a close: the process died, the network failed.
    case lost(reason: String?)
  }

  public var passages: [Passage]
  /// So many came before those.
  public var omittedCount: Int
  public var isMermaid: Bool
  /// Whether clients elsewhere, whose methods are not kept, take part.
  public var hasOthers: Bool

  /// Those that the passages are of, in the order in which they first said something.
  public var clients: [String]
}
