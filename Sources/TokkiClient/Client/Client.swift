public import AMQPModel

/// Named clients of one broker, be it simulated or real: the narrow waist that callers use. A
/// client connects, and a channel opens, when it is first asked for something; after an exception
/// has closed one, the next request opens it anew, as a program that reconnects would.
///
/// Several tasks may ask at once, the same client and the same channel too: each gets the result
/// of its own request. Only the reports that a call returns are then shared out as they come.
public protocol Client: Sendable {
  /// Connects a client before its first request, as that user and into that virtual host.
  func connect(
    _ client: ClientName, as identity: ClientIdentity
  ) async throws(ClientError) -> [ClientReport]

  /// Sends one method and waits until the broker has answered it, or has closed the channel or
  /// the connection. A method that has no answer (`basic.publish`, `basic.ack`, any with
  /// `no-wait`) is waited for until it has gone out, which is at once on an open channel.
  ///
  /// - Parameters:
  ///   - plan: for a `basic.consume`: what the worker does with its deliveries; nil leaves every
  ///     delivery to be settled by hand.
  /// - Returns: what the request came to, and what clients learned meanwhile.
  /// - Throws: `ClientError.unreachable` where no connection could be made, and whatever else
  ///   keeps the request from being sent.
  func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?
  ) async throws(ClientError) -> ClientResponse

  /// Sends one method as `request` does, but on an open channel alone: where an exception has
  /// closed it, the method is refused rather than sent on a new channel, which has neither the
  /// prefetch nor the confirms nor the deliveries of the old one. `channel.open` needs an open
  /// connection. A channel that waits for its lost connection to recover counts as open.
  ///
  /// - Throws: `ClientError.notOpen`, and what `request` throws.
  func requestOnOpen(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16
  ) async throws(ClientError) -> ClientResponse

  /// Closes the client's connection in good order, whatever its workers have in their hands.
  func close(_ client: ClientName) async throws(ClientError) -> [ClientReport]

  /// Ends the client's process: its connection is gone without a word.
  func kill(_ client: ClientName) async throws(ClientError) -> [ClientReport]

  /// Ends a client in good order. Its consumers are cancelled; what waits behind a worker's
  /// present delivery is requeued; that delivery is finished and settled; what is outstanding is
  /// answered and confirmed (confirms are not waited for while the broker blocks the
  /// connection); then channels and connection are closed, and what was delivered to no worker
  /// goes back. A client that is just connecting or recovering gives that up.
  ///
  /// On a network client this takes as long as the work takes. Where time is virtual the call
  /// returns at once, and a client whose workers are busy ends when time has come that far.
  func retire(_ client: ClientName) async throws(ClientError) -> [ClientReport]

  /// What clients learned since the last call of any of these.
  func reports() async -> [ClientReport]

  /// Everything that a client (nil: every client) learns or does from now on, in order; that
  /// which calls return is among it. The stream keeps what its reader has not read yet, without
  /// bound, and ends with the `Client` itself.
  func notices(of client: ClientName?) async -> AsyncStream<ClientReport>

  /// Every client that ever connected, in order of first use.
  func clients() async -> [ClientSnapshot]
}

/// A client whose workers do not run on a clock but are told the time. Whoever compares two
/// brokers lets time pass in steps, the same on both.
public protocol SteppedClient: Client {
  /// When something falls due next (a worker is done, a lost connection is tried again), in the
  /// milliseconds of `ClientReport.at`; nil if nothing does.
  func nextDeadline() async -> Int64?

  /// It is that time now. Returns what happened by it, the broker's answers not included.
  func advance(to milliseconds: Int64) async -> [ClientReport]
}

/// A real broker, reached over the network.
public protocol RemoteBroker: SteppedClient {
  /// Where it is, and as whom it was reached.
  var uri: AMQPURI { get }

  /// What the broker says of itself in `connection.start`: product, version, capabilities.
  func serverProperties() async -> FieldTable

  /// Retires every client, in order of first use, then closes the network.
  func shutdown() async -> [ClientReport]
}
