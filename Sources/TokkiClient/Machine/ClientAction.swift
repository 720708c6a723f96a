public import AMQPModel

/// What the owner of a client machine is to do now: carry it to the broker.
public enum ClientAction: Hashable, Sendable {
  /// Make a connection and send `connection.open`; its answer comes back as a received method.
  case connect(ClientIdentity)
  case send(Method, Content?, channel: UInt16)
  /// The connection is over; nothing more is sent or read.
  case disconnect
}
