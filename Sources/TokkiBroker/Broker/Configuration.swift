/// What an operator can set in RabbitMQ's configuration file, as far as it is simulated.
public struct Configuration: Hashable, Sendable {
  /// `consumer_timeout`: how many milliseconds a delivery may wait for its acknowledgement; nil is
  /// without limit.
  public var consumerTimeout: Int64? = 1_800_000
  /// `channel_tick_interval`: how often, in milliseconds, a channel looks whether that time is up.
  public var channelTickInterval: Int64 = 60_000
  /// `dead_letter_worker_publisher_confirm_timeout`: after how many milliseconds a quorum queue
  /// sends a dead letter again that not every queue has taken, with the strategy at-least-once.
  public var deadLetterRetryInterval: Int64 = 180_000

  public init() {}
}
