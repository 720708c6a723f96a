public import AMQPModel

/// What the owner of the broker is to do now.
public enum Effect: Hashable, Sendable {
  /// Send the method, with its content if it carries one, on that channel. An exception is the
  /// `channel.close` or `connection.close` that it sends.
  case send(Method, Content? = nil, to: ChannelAddress)

  /// Nothing more will be sent or read: the connection is over.
  case closeConnection(ConnectionID)

  /// The remote connection has been given as much as it may be ahead of its peer. When that has
  /// gone out, say so with `setReading(_, true)`: until then it gets no further deliveries.
  case awaitReading(ConnectionID)

  /// Memory is short and the remote connection has published: read nothing more from its socket.
  /// What was read already may still be brought; the broker holds it.
  case pausePublishing(ConnectionID)

  /// Read on from a connection that was paused.
  case resumePublishing(ConnectionID)
}

/// What one step of the broker gives out. The owner passes the same value again and again and
/// takes out what is in it.
public struct Step: Hashable, Sendable {
  /// In the order in which they are to be done.
  public var effects: [Effect] = []

  /// What happened and why, in order; empty when the broker does not trace.
  public var trace: [TraceEntry] = []

  public init() {}

  /// Makes room for the next step, keeping the storage.
  public mutating func clear() {
    effects.removeAll(keepingCapacity: true)
    trace.removeAll(keepingCapacity: true)
  }
}
