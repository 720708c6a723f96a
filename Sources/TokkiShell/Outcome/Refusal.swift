/// Why the shell did not carry out a command that it understood. The broker was not asked.
public enum Refusal: Error, Hashable, Sendable {
  /// Only the simulated broker can do that.
  case needsSimulator
  case noSuchClient(String, known: [String])
  case alreadyConnected(String, virtualHost: String)
  case notConnected(String)
  /// The client has no delivery to settle, or none with that tag.
  /// `holders` are the clients that do have unacked deliveries.
  case nothingToSettle(String, deliveryTag: UInt64?, holders: [String] = [])
  /// All consumers of the client's channel are auto-ack: their deliveries need no settling.
  case settledOnDelivery(String)
  case noConsumer(String)
  case severalConsumers(String, tags: [String])
  case noSuchConsumer(String, client: String)
  case noSuchQueue(String, known: [String])
  case noSuchExchange(String, known: [String])
  case noSuchVirtualHost(String)
  case virtualHostExists(String)
  case virtualHostInUse(String)
  case noSuchCheckpoint(String, known: [String])
  case nothingToUndo
  case nothingToRedo
  case nothingPublished
  /// Clients elsewhere have seen what would be undone.
  case servesOthers
  /// The commands of lessons have no meaning outside of them.
  case noLesson
  case channelZero
  case unreachable(reason: String)
}
