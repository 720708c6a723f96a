/// What the program says to its caller when it ends.
public struct ExitStatus: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  public static let success = ExitStatus(rawValue: 0)
  /// A check failed, an expectation did not hold, or a line of a script was refused.
  public static let checkFailed = ExitStatus(rawValue: 1)
  /// The command line asks for what there is not.
  public static let usage = ExitStatus(rawValue: 64)
  /// A file or a line cannot be understood.
  public static let notUnderstood = ExitStatus(rawValue: 65)
  /// A broker cannot be reached.
  public static let unreachable = ExitStatus(rawValue: 69)
  /// Our own fault.
  public static let internalFault = ExitStatus(rawValue: 70)

  /// Standard output cannot be written.
  public static let unwritable = ExitStatus(rawValue: 74)

  /// What a run over several files ends with: an unreadable file weighs more than one that
  /// differs.
  public func worse(_ other: ExitStatus) -> ExitStatus {
    other.rawValue > rawValue ? other : self
  }

  /// What a shell says of a program that a signal ended.
  static func signal(_ number: Int32) -> ExitStatus { ExitStatus(rawValue: 128 + number) }
}
