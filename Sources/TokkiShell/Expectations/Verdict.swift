public import TokkiLanguage

/// Whether an expectation holds.
public struct Verdict: Hashable, Sendable {
  public enum Judgement: Hashable, Sendable {
    case met
    /// The first fact that differs.
    case unmet(Difference)
    /// Nobody can know on this broker, such as the history of a real one.
    case unknown
  }

  public var expectation: Expectation
  public var judgement: Judgement

  public init(expectation: Expectation, judgement: Judgement) {
    self.expectation = expectation
    self.judgement = judgement
  }

  /// - Parameter difference: between the claim without its `not` and what is.
  init(expectation: Expectation, difference: Difference?) {
    self.expectation = expectation
    switch (difference, expectation.isNegated) {
    case (nil, false), (.some, true): judgement = .met
    case (nil, true): judgement = .unmet(Difference(predicate: nil, found: .something))
    case (let difference?, false): judgement = .unmet(difference)
    }
  }

  public var isMet: Bool { judgement == .met }
}

/// The first fact in which what is differs from what was expected.
public struct Difference: Hashable, Sendable {
  /// The predicate that failed; nil where the subject is not there at all, or where all held and
  /// `expect not` was said.
  public var predicate: Predicate?
  /// What was found instead.
  public var found: Found

  public init(predicate: Predicate?, found: Found) {
    self.predicate = predicate
    self.found = found
  }

  public enum Found: Hashable, Sendable {
    /// There is no such thing.
    case nothing
    /// It is there, or it happened, against the expectation.
    case something
    case number(Int64)
    case text(String)
    case quality(Bool)
    /// The names of queues, or other names.
    case names([String])
    /// Of all that happened of that kind, this many fit what was asked for.
    case matching(Int, of: Int)
    /// The subject has no such property at all, as an exchange has no `ready`.
    case inapplicable
  }
}
