import AMQPModel

extension Message {
  /// The message as it is published to the dead-letter exchange `exchange` after its removal from
  /// that queue. It keeps its number, loses its expiration, and its headers tell of the death.
  func deadLettered(
    from queue: Queue, to exchange: String, because reason: RemovalReason, now: Instant,
    profile: Profile
  ) -> Message {
    self
  }

  /// Whether the message, dead-lettered for that reason, comes to a queue where it died before
  /// without having been rejected since: then that queue does not get it.
  func isInDeathCycle(
    to queue: String, because reason: RemovalReason, profile: Profile
  ) -> Bool {
    false
  }
}
