/// Looking again after every command that changes what is seen.
public enum WatchCommand: Hashable, Sendable {
  /// Which looks are watched.
  case list
  case start(LookCommand)
  /// One of them; nil: all.
  case stop(LookCommand?)
}
