/// Time and failure.
public enum SimulationCommand: Hashable, Sendable {
  /// The process of that client dies: its connection is gone without a goodbye.
  case kill(client: String)
  case advance(VirtualDuration)
  /// The broker stops and starts again.
  case restart
}
