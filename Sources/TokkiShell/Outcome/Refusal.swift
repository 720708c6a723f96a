/// Why the shell did not carry out a command that it understood. The broker was not asked.
public enum Refusal: Error, Hashable, Sendable {
  /// Only the simulated broker can do that.
  case needsSimulator(SimulatorFeature)
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
  /// `add user`, for one who is there.
  case userExists(String)
  /// The broker refused what an operator asked for, in its own words.
  indirect case operatorRefused(OperatorComplaint)
  case nothingToUndo
  case nothingToRedo
  case nothingPublished
  /// A look at the past, or a watch, has nothing to show.
  indirect case notSeen(SeeingRefusal)
  case noErrorYet
  case noSuchConcept(String, nearest: [String])
  /// `code` cannot write a program, or not to that file.
  case noProgram(CodeRefusal)
  case noSuchError(String, nearest: [String])
  /// Clients elsewhere have seen what would be undone.
  case servesOthers
  /// The commands of lessons have no meaning outside of them.
  case noLesson
  case channelZero
  /// The client is being closed, and takes no more requests.
  case closing(String)

  // Real brokers
  case unreachable(reason: String)
  /// The broker refused the connection, with its own code and text.
  case brokerRefused(code: UInt16, text: String)
  /// A certificate was refused.
  case untrusted(reason: String)
  /// Something else than an AMQP broker answers there.
  case notAMQP(reason: String)
  /// This shell knows no real brokers.
  case noFinder
  /// `connect`, while a real broker is connected.
  case onRealBroker(String)
  /// `disconnect`, where there is nothing to leave.
  case onSimulator
  /// It takes the management API, which does not answer.
  case needsManagement
  /// `compare` without a URI, while no real broker is connected.
  case noBrokerToCompare
  /// `compare` before anything was done.
  case nothingToCompare
  /// The broker was gone before all was compared.
  case comparisonLost(ComparisonLoss)
  /// The user asked not to compare any longer, and not all could be removed from the broker.
  case comparisonGivenUp(leftBehind: [String])
  /// A real broker asks every user for a password.
  case needsPassword(client: String, user: String)
  /// The user asked not to wait any longer.
  case givenUp
}

extension Refusal {
  /// Whether no broker that could be used is there.
  public var isUnreachable: Bool {
    switch self {
    case .unreachable, .brokerRefused, .untrusted, .notAMQP, .noFinder, .comparisonLost: true
    case .needsSimulator, .noSuchClient, .alreadyConnected, .notConnected, .nothingToSettle,
      .settledOnDelivery, .noConsumer, .severalConsumers, .noSuchConsumer, .noSuchQueue,
      .noSuchExchange, .noSuchVirtualHost, .virtualHostExists, .virtualHostInUse,
      .noSuchCheckpoint, .nothingToUndo, .nothingToRedo, .nothingPublished, .noErrorYet, .notSeen,
      .noProgram, .noSuchConcept,
      .noSuchError, .noLesson,
      .channelZero, .closing, .onRealBroker, .onSimulator, .needsManagement, .needsPassword,
      .noBrokerToCompare, .nothingToCompare, .comparisonGivenUp, .servesOthers, .givenUp,
      .userExists, .operatorRefused:
      false
    }
  }
}

/// What a real broker does not do, each with another way to it.
public enum SimulatorFeature: String, Hashable, Sendable, CaseIterable {
  case advance
  case restart
  /// Undo, redo, checkpoints, reset.
  case history
  case explain
  /// What became of a message.
  case trace
  /// A queue's messages without taking them.
  case messages
}
