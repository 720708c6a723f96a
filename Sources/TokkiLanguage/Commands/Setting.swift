/// What the shell itself can be told.
public enum Setting: Hashable, Sendable {
  case language(Language)
}
