import Testing

@testable import TokkiBroker

@Suite("A pattern for names") struct NamePatternTests {
  @Test(
    "that PCRE takes and that is not simulated is refused in words",
    arguments: [
      "(?R)", "(?1)(a)", "(a)(?1)", "(?<n>a)(?&n)", "(?(1)a|b)", "(?|a|b)", "(?C)", "\\p{L}",
      "\\K", "\\X", "\\G", "(?J)", "(?X)", "[[:<:]]a", "(*ACCEPT)", "(*UTF8)a", "\\k<n>(?<n>a)",
    ])
  func notSimulated(pattern: String) {
    #expect {
      try NamePattern(pattern)
    } throws: { error in
      guard case .notSimulated(let what) = error as? PatternProblem else { return false }
      return what.hasPrefix("regular expressions with ")
    }
  }

  @Test("is equal to one that is written alike")
  func equality() throws {
    #expect(try NamePattern("^q") == NamePattern("^q"))
    #expect(try NamePattern("^q") != NamePattern("^q.*"))
    #expect(try NamePattern("é") != NamePattern("e\u{301}"))
  }

  @Test("that tries too many ways does not match, and comes to an end")
  func endless() throws {
    let name = String(repeating: "a", count: 60) + "!"
    #expect(try !NamePattern("^(a+)+$").matches(name))
    #expect(try !NamePattern("^(a|aa|aaa)*$").matches(name))
    #expect(try NamePattern("^(a+)+!$").matches(name))
  }

  @Test("may have groups that take nothing")
  func emptyRounds() throws {
    for pattern in ["^(a*)*$", "^(a?){2,}$", "^(|a)+$", "^(?:){65535}aaa$", "^(a??)*?$"] {
      #expect(try NamePattern(pattern).matches("aaa"), "\(pattern)")
    }
  }
}
