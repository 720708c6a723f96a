public import AMQPModel
public import TokkiClient

/// Finds real brokers. The shell speaks to no network; whoever builds it gives it a finder.
public protocol BrokerFinder: Sendable {
  /// Connects as the client `you`, as the URI's user and into its virtual host: over TLS where the
  /// URI says so, by the protocol's handshake up to `connection.open-ok`.
  ///
  /// - Throws: `ClientError.unreachable` where nobody answers, `notAMQP` where somebody else does,
  ///   `untrusted` where a certificate is refused, and `refused` with the broker's own code and
  ///   text for a wrong password (403) or virtual host (530).
  func reach(_ uri: AMQPURI) async throws(ClientError) -> ReachedBroker

  /// The same, for brokers whose clients are told the time instead of running on the clock.
  var stepped: any BrokerFinder { get }
}

/// A real broker that answers.
public struct ReachedBroker: Sendable {
  public var client: any RemoteBroker
  /// nil where its management API does not answer.
  public var management: (any Management)?

  public init(client: any RemoteBroker, management: (any Management)?) {
    self.client = client
    self.management = management
  }
}
