/// Messages that are not in the virtual host where they were looked for, but in others.
public struct ElsewhereMessages: Hashable, Sendable {
  /// Where they were looked for.
  public var virtualHost: String
  /// The message that was asked for; nil for any.
  public var name: String?
  /// The virtual hosts that have it.
  public var places: [String]
}
