/// A moment of the broker's virtual time: milliseconds since it was made. Time never moves by
/// itself; whoever owns the broker says what time it is.
public struct Instant: Hashable, Sendable, Comparable {
  public var milliseconds: Int64

  public init(milliseconds: Int64 = 0) { self.milliseconds = milliseconds }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment that many milliseconds later; the end of time if there is none.
  public func advanced(by milliseconds: Int64) -> Instant {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    return Instant(milliseconds: overflow ? .max : sum)
  }
}
