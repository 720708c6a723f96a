public import AMQPModel

/// Which broker commands go to: the simulated one, or a real one.
public enum BrokerCommand: Hashable, Sendable {
  /// From now on commands go to that broker; the simulation stays as it is meanwhile.
  case connect(AMQPURI)
  /// Back to the simulation, after what clients have in hand is done.
  case disconnect
  /// The lines of this run, on the simulation and on a real broker, both answers side by side. nil
  /// is the broker that is connected.
  case compare(AMQPURI?)
}
