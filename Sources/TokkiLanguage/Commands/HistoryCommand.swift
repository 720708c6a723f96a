/// Back and forth in time, by whole commands.
public enum HistoryCommand: Hashable, Sendable {
  /// That many steps; at least 1.
  case undo(Int)
  case redo(Int)
  case checkpoint(String)
  case goto(checkpoint: String)
  /// A new broker with the same seed and profile.
  case reset
}
