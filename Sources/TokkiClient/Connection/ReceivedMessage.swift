public import AMQPModel

/// A message that reached this program, to be settled unless it came with no-ack.
public struct ReceivedMessage: Sendable {
  let delivery: Delivery
  /// How many ready messages the queue still held; nil for a delivery to a consumer.
  public let remaining: UInt32?
  let channel: AMQPChannel

  init(_ delivery: Delivery, remaining: UInt32? = nil, on channel: AMQPChannel) {
    self.delivery = delivery
    self.remaining = remaining
    self.channel = channel
  }

  public var content: Content { delivery.content }
  public var properties: BasicProperties { delivery.content.properties }
  public var body: [UInt8] { delivery.content.body }
  /// Where it was published to; the default exchange has no name.
  public var exchange: String { delivery.exchange }
  public var routingKey: String { delivery.routingKey }
  /// Whether it was delivered before and came back unacknowledged.
  public var isRedelivered: Bool { delivery.redelivered }
  /// Deliveries are numbered on their channel from 1.
  public var deliveryTag: UInt64 { delivery.deliveryTag }
  /// nil for a message by `get`.
  public var consumerTag: String? { remaining == nil ? delivery.consumerTag : nil }

  /// The message is done with (basic.ack).
  ///
  /// - Parameter multiple: so are all that came before it on the channel.
  /// - Throws: see `AMQPChannel.acknowledge`.
  public func acknowledge(multiple: Bool = false) async throws(AMQPFailure) {
    try await channel.acknowledge(deliveryTag, multiple: multiple)
  }

  /// The message is refused (basic.nack).
  ///
  /// - Parameters:
  ///   - multiple: so are all that came before it on the channel.
  ///   - requeue: whether it goes back to its queue; else it is dropped, or dead-lettered.
  public func refuse(multiple: Bool = false, requeue: Bool) async throws(AMQPFailure) {
    try await channel.refuse(deliveryTag, multiple: multiple, requeue: requeue)
  }

  /// The message alone is refused (basic.reject).
  public func reject(requeue: Bool) async throws(AMQPFailure) {
    try await channel.reject(deliveryTag, requeue: requeue)
  }
}

/// What a consumer gets, in order.
///
/// It ends when the consumer is cancelled, by this program or by the broker (its queue is gone;
/// `AMQPChannel.cancellations` tells the difference), and when this program closes channel or
/// connection. It throws where they are closed or lost otherwise. A recovered connection goes on
/// with it. Who stops reading and lets go of it cancels the consumer.
public struct Deliveries: AsyncSequence, Sendable {
  public typealias Element = ReceivedMessage
  public typealias Failure = AMQPFailure

  public let consumerTag: String
  let channel: AMQPChannel
  let stream: ChannelRouter.DeliveryStream

  public struct AsyncIterator: AsyncIteratorProtocol {
    let channel: AMQPChannel
    var iterator: ChannelRouter.DeliveryStream.Iterator

    public mutating func next() async throws(AMQPFailure) -> ReceivedMessage? {
      try await next(isolation: nil)
    }

    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(AMQPFailure) -> ReceivedMessage? {
      try await iterator.next(isolation: actor).map { result throws(AMQPFailure) in
        ReceivedMessage(try result.get(), on: channel)
      }
    }
  }

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(channel: channel, iterator: stream.makeAsyncIterator())
  }
}
