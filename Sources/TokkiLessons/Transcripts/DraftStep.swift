import TokkiLanguage

/// A step that is being made of a transcript.
struct DraftStep: Hashable, Sendable {
  var key: String
  var title: String
  /// Markdown.
  var narration: [String]
  var ending: [String]
  var setup: [String] = []
  var solution: [String] = []
  var goals: [DraftGoal] = []

  /// As the check reads it; lines are numbered in their order.
  var step: Step {
    func lines(_ texts: [String]) -> [SourceLine] {
      texts.enumerated().map { SourceLine(text: $1, number: $0 + 1) }
    }
    return Step(
      key: key, line: 1, setup: lines(setup),
      goals: goals.map { goal in
        Goal(
          key: goal.key,
          expectations: lines(goal.expectations.map { "\(Command.expect($0))" }))
      },
      solution: lines(solution))
  }
}

/// A goal that is proposed: what came of a command.
struct DraftGoal: Hashable, Sendable {
  var key: String
  var label: String
  var expectations: [Expectation]

  /// - Parameter name: what the key is made of; one of other letters is numbered in the end.
  init(_ name: String, _ label: String, _ expectations: [Expectation]) {
    key = Self.key(name)
    self.label = label
    self.expectations = expectations
  }

  /// Lower-case letters, digits and hyphens; empty where the name has no such letter.
  static func key(_ name: String) -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": key.unicodeScalars.append(scalar)
      default: if !key.isEmpty, key.last != "-" { key += "-" }
      }
    }
    while key.last == "-" { key.removeLast() }
    while let first = key.first, !first.isLetter { key.removeFirst() }
    return String(key.prefix(40))
  }
}

extension [DraftGoal] {
  /// Each with a key of its own.
  func keyed() -> [DraftGoal] {
    var taken: Set<String> = []
    return map { goal in
      var goal = goal
      let stem = goal.key.isEmpty ? "goal" : goal.key
      var number = 1
      goal.key = stem
      while !taken.insert(goal.key).inserted {
        number += 1
        goal.key = "\(stem)-\(number)"
      }
      return goal
    }
  }
}
