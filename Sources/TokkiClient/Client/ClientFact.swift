public import AMQPModel

/// One thing that a client learned or did.
public enum ClientFact: Hashable, Sendable {
  /// The connection is open and in its virtual host.
  case connected(ClientIdentity)
  /// A method went out: a request, a publish, an acknowledgement, by hand or by a worker.
  case sent(Method, Content?)
  /// The broker's answer to a request: `queue.declare-ok`, `basic.get-ok` with its content, …
  case replied(Method, Content?)
  case delivered(Delivery)
  case returned(ReturnedMessage)
  /// A publisher confirm: of one publish, or (`multiple`) of all up to that one.
  case confirmed(deliveryTag: UInt64, multiple: Bool, acknowledged: Bool)
  /// The broker cancelled the consumer: its queue is gone.
  case consumerCancelled(consumerTag: String)
  case flow(active: Bool)
  case blocked(reason: String)
  case unblocked
  /// The broker closed the channel; `during` names the method that it objected to.
  case channelClosed(code: UInt16, text: String, during: MethodID)
  /// The broker closed the connection.
  case connectionClosed(code: UInt16, text: String, during: MethodID)
  /// The connection is gone without a close: the process was killed, the network failed.
  case connectionLost(ConnectionLoss)
  /// The channel is gone, and the broker had not confirmed these publishes: it may have them or
  /// not. Oldest first.
  case unconfirmedLost([UnconfirmedPublish])
  /// The lost connection will be made again: the attempt of that number (from 1), after so many
  /// milliseconds.
  case recovering(attempt: Int, after: Int64)
  /// A queue that the broker names has another name since the connection was made again.
  case queueRenamed(from: String, to: String)
  /// Something was not restored on the new connection, and is forgotten: the broker refused it.
  case notRestored(Method, CloseReason)
  /// The connection is there again, with all that the client had declared and consumed.
  case recovered
  /// The connection is over, closed or lost, and is not made again but by another request.
  case disconnected
  /// The connection stays lost: so many attempts to make it again have failed.
  case recoveryAbandoned(attempts: Int)
  /// A worker took a delivery into its hands; it will be done at that time (in milliseconds).
  case workStarted(Delivery, until: Int64)
  case workFinished(Delivery)
  /// A worker could not do its work; it rejects the delivery without requeue.
  case workFailed(Delivery, WorkFailure)
}

/// A publish that the broker has not confirmed yet.
public struct UnconfirmedPublish: Hashable, Sendable {
  /// As the confirm would have named it.
  public var number: UInt64
  public var method: BasicPublish
  public var content: Content

  public init(number: UInt64, method: BasicPublish, content: Content) {
    self.number = number
    self.method = method
    self.content = content
  }
}

/// Why a connection is gone without a close.
public enum ConnectionLoss: Hashable, Sendable {
  case killed
  case network(reason: String)
}

/// Why a worker could not do its work.
public enum WorkFailure: Hashable, Sendable {
  /// The body is no whole number from 0 to 92, the last whose Fibonacci number fits in 64 bits.
  case noNumber
  /// There is nowhere to send the reply to.
  case noReplyTo
}

/// What a client learned or did, when and on which channel (0: the connection itself).
public struct ClientReport: Hashable, Sendable {
  /// Milliseconds: of virtual time in the simulator, since the start on a real broker.
  public var at: Int64
  public var client: ClientName
  public var channel: UInt16
  public var fact: ClientFact
  /// For a publish that was sent on a channel with publisher confirms: the number by which it
  /// will be confirmed.
  public var publishNumber: UInt64?

  public init(
    at: Int64, client: ClientName, channel: UInt16, fact: ClientFact, publishNumber: UInt64? = nil
  ) {
    self.at = at
    self.client = client
    self.channel = channel
    self.fact = fact
    self.publishNumber = publishNumber
  }
}
