extension SwiftSource {
  /// `x!`, `try!`, `as!`, and types that are unwrapped by themselves.
  var forcedUnwraps: [Violation] {
    matches("an exclamation mark that traps") { index in
      guard tokens[index].text == "!", !tokens[index].isApart, index > 0 else { return false }
      let isComparison = at(index + 1)?.text == "=" && at(index + 1)?.isApart == false
      let previous = tokens[index - 1]
      return !isComparison
        && (previous.isWord || [")", "]", "}", ">", "?"].contains(previous.text))
    }
  }

  /// What ends the process, waits for time to pass, or silences the compiler.
  var bannedCalls: [Violation] {
    matches("fatalError") { tokens[$0].text == "fatalError" }
      + matches("@unchecked") { tokens[$0].text == "unchecked" && at($0 - 1)?.text == "@" }
      + sleeps
  }

  /// Tests wait for what they expect, and the simulated broker's time is a value.
  var sleeps: [Violation] {
    matches("a sleep") { index in
      switch tokens[index].text {
      case "sleep": at(index + 1)?.text == "("
      case "usleep", "nanosleep", "clock_nanosleep": true
      default: false
      }
    }
  }

  /// What is left to do stands in an issue.
  var notesToSelf: [Violation] {
    lines.enumerated().filter { _, line in
      ["TODO", "FIXME", "XXX"].contains { line.contains($0) }
    }.map { violation(line: $0.offset + 1, "a note of what is left to do") }
  }

  func at(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  func matches(_ rule: String, where isBroken: (Int) -> Bool) -> [Violation] {
    tokens.indices.filter(isBroken).map { violation(line: tokens[$0].line, rule) }
  }
}
