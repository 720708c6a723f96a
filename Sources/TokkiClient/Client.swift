public import AMQPModel

/// Named clients of one broker, be it simulated or real: the narrow waist that callers use. A
/// client connects, and a channel opens, when it is first asked for something; after an exception
/// has closed one, the next request opens it anew, as a program that reconnects would.
public protocol Client: Sendable {
  /// Connects a client before its first request, as that user and into that virtual host.
  func connect(_ client: ClientName, as identity: ClientIdentity) async throws -> [ClientReport]

  /// Sends one method and waits until the broker has answered it, or has closed the channel.
  ///
  /// - Parameters:
  ///   - plan: for a `basic.consume`: what the worker does with its deliveries; nil leaves every
  ///     delivery to be settled by hand.
  /// - Returns: all that every client learned meanwhile, in order: the answer is among it.
  /// - Throws: `ClientError`.
  func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?
  ) async throws -> [ClientReport]

  /// Closes the client's connection in good order.
  func close(_ client: ClientName) async throws -> [ClientReport]

  /// Ends the client's process: its connection is gone without a word.
  func kill(_ client: ClientName) async throws -> [ClientReport]

  /// What clients learned since the last call of any of these.
  func reports() async -> [ClientReport]

  /// Every client that ever connected, in order of first use.
  func clients() async -> [ClientSnapshot]
}
