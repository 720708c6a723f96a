/// How a client makes a lost connection again: after a delay that doubles with each attempt that
/// fails, shortened at random so that clients that lost one broker do not all come at once.
public struct RecoveryPolicy: Hashable, Sendable {
  /// Before the first attempt, in milliseconds.
  public var firstDelay: Int64
  /// What the delay grows up to, in milliseconds.
  public var longestDelay: Int64
  /// How many attempts in a row may fail before the connection stays lost; nil: any number.
  public var attempts: Int?
  /// How often something that the broker refuses with 404 (NOT_FOUND) or 405 (RESOURCE_LOCKED)
  /// is tried again on the new connection before it is given up: a queue may belong to another
  /// client that is still recovering itself, an exclusive one to the connection that was lost and
  /// that the broker has not missed yet.
  public var patience: Int
  /// What the delays are drawn from. On a network 0 stands for a number of the process's own.
  public var seed: UInt64

  public init(
    firstDelay: Int64 = 1000, longestDelay: Int64 = 30_000, attempts: Int? = nil,
    patience: Int = 3, seed: UInt64 = 0
  ) {
    self.firstDelay = firstDelay
    self.longestDelay = longestDelay
    self.attempts = attempts
    self.patience = patience
    self.seed = seed
  }

  /// The bounds between which the delay before that attempt (from 1) lies: from half of the
  /// doubled first delay to the whole.
  func bounds(attempt: Int) -> ClosedRange<Int64> {
    let doublings = max(0, attempt - 1)
    let highest = max(0, longestDelay)
    var delay = min(highest, max(0, firstDelay))
    for _ in 0..<min(doublings, 62) where delay < highest {
      delay = delay > highest / 2 ? highest : delay * 2
    }
    return (delay - delay / 2)...delay
  }
}

/// Random numbers that a seed gives again. Source: Steele, Lea, Flood, "Fast splittable
/// pseudorandom number generators" (SplitMix64).
struct JitterGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
