#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the standard streams are connected to, and what that allows.
public struct Console: Sendable {
  /// Whether a user types the lines.
  public let hasUser: Bool
  /// Whether lines can be edited in place.
  public let editsLines: Bool
  /// Whether standard output shows colours: a terminal that can, and no `NO_COLOR`.
  public let showsColour: Bool

  public init(environment: [String: String]) {
    let terminal = environment["TERM"] ?? ""
    let isCapable = !terminal.isEmpty && terminal != "dumb"
    let showsOutput = isatty(STDOUT_FILENO) == 1
    hasUser = isatty(STDIN_FILENO) == 1
    editsLines = hasUser && showsOutput && isCapable
    showsColour = showsOutput && isCapable && (environment["NO_COLOR"] ?? "").isEmpty
  }
}
