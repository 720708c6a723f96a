public import AMQPModel

/// An AMQP exception: it closes the channel, or with some codes the connection, with RabbitMQ's
/// own reply text.
public struct AMQPException: Error, Hashable, Sendable {
  public var code: ReplyCode
  /// As RabbitMQ writes it, the code's name included: `NOT_FOUND - no queue 'q' in vhost '/'`.
  public var text: String
  /// The method that failed; `MethodID(classID: 0, methodID: 0)` where none did.
  public var method: MethodID

  public init(code: ReplyCode, text: String, method: MethodID) {
    self.code = code
    self.text = text
    self.method = method
  }
}
