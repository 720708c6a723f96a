/// Why a client cannot do what it was asked; the broker has not been asked.
public enum ClientError: Error, Hashable, Sendable {
  /// No client of that name has connected.
  case noSuchClient(ClientName)
  /// The client is connected already, as somebody else or elsewhere.
  case alreadyConnected(ClientName, ClientIdentity)
  /// The client is being closed or retired, and takes no more requests.
  case closing(ClientName)
  /// The client has no delivery to settle (with that tag, or at all).
  case nothingToSettle(ClientName, deliveryTag: UInt64?)
  /// The delivery came before its channel was lost: the broker has taken it back, and will
  /// deliver it again.
  case staleDelivery(ClientName, deliveryTag: UInt64)
  /// The channel (0: the connection) is closed, and was not to be opened for this.
  case notOpen(ClientName, channel: UInt16)
  /// The argument or property of that name has more than the 255 bytes that AMQP allows for it.
  case tooLong(String)
  /// Whoever asked was cancelled; what was sent already may still be carried out.
  case cancelled
  /// Channel 0 is the connection itself.
  case channelZero
  /// Only the connection's machinery sends that method.
  case notARequest(String)
  /// The broker refused the connection: 403 for a wrong password, 530 for a virtual host that is
  /// not there or not for this user. The text is RabbitMQ's own.
  case refused(code: UInt16, text: String)
  /// The broker's certificate, or its refusal of the client's.
  case untrusted(reason: String)
  /// Something answers there, but it is no AMQP 0-9-1 broker.
  case notAMQP(reason: String)
  /// The broker cannot be reached.
  case unreachable(reason: String)
}
