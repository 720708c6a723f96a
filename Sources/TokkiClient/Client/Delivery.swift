public import AMQPModel

/// A message that reached a consumer.
public struct Delivery: Hashable, Sendable {
  public var consumerTag: String
  public var deliveryTag: UInt64
  public var redelivered: Bool
  public var exchange: String
  public var routingKey: String
  public var content: Content

  public init(
    consumerTag: String, deliveryTag: UInt64, redelivered: Bool, exchange: String,
    routingKey: String, content: Content
  ) {
    self.consumerTag = consumerTag
    self.deliveryTag = deliveryTag
    self.redelivered = redelivered
    self.exchange = exchange
    self.routingKey = routingKey
    self.content = content
  }
}

/// A mandatory message that no queue took.
public struct ReturnedMessage: Hashable, Sendable {
  /// Such as 312, NO_ROUTE.
  public var replyCode: UInt16
  public var replyText: String
  public var exchange: String
  public var routingKey: String
  public var content: Content

  public init(
    replyCode: UInt16, replyText: String, exchange: String, routingKey: String, content: Content
  ) {
    self.replyCode = replyCode
    self.replyText = replyText
    self.exchange = exchange
    self.routingKey = routingKey
    self.content = content
  }
}
