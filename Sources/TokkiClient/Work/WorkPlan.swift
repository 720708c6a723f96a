/// What a worker does with its deliveries: one after the other, each for a while, then (unless
/// the consumer is no-ack) an ack.
public struct WorkPlan: Hashable, Sendable {
  /// How long one message takes.
  public enum Duration: Hashable, Sendable {
    /// A second for each dot in the body, as in RabbitMQ's second tutorial.
    case dots
    /// That many milliseconds for every message.
    case fixed(Int64)
  }

  /// What an RPC server publishes to the message's `reply-to`, with its `correlation-id`.
  public enum Reply: String, Hashable, Sendable, CaseIterable {
    /// The Fibonacci number of the number in the body, as in RabbitMQ's sixth tutorial.
    case fib
    /// The body as it came.
    case echo
    /// The body in upper case.
    case upper
  }

  public var duration: Duration
  /// nil: the worker answers nothing.
  public var reply: Reply?

  public init(duration: Duration = .fixed(0), reply: Reply? = nil) {
    self.duration = duration
    self.reply = reply
  }
}
