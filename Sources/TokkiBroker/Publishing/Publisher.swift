/// Who publishes to a queue and hears whether it takes the message.
enum Publisher: Hashable, Sendable {
  case channel(ChannelAddress)
  /// What forwards the dead letters of the quorum queue of that serial, at least once.
  case deadLetters(ofQueue: UInt64)
}
