import TokkiLanguage
import TokkiShell

/// One thing that was looked at on this machine.
struct CheckupFinding {
  enum State: String {
    case found
    /// Something that Tokki does without.
    case missing
    /// Something that stands in the user's way.
    case wrong
  }

  /// What belongs together.
  enum Group: String, CaseIterable {
    case terminal, files, brokers, programs

    var title: Localized {
      switch self {
      case .terminal: Localized("The terminal", "터미널")
      case .files: Localized("Files", "파일")
      case .brokers: Localized("Real brokers", "실제 브로커")
      case .programs: Localized("Other programs", "다른 프로그램")
      }
    }
  }

  var group: Group
  /// A word for programs.
  var name: String
  var title: Localized
  var state: State
  /// What was found, or what it is good for.
  var detail: Localized
  /// How to get it, or to mend it.
  var cure: Localized?
}

extension CheckupFinding {
  private var sign: (text: String, ink: Ink) {
    switch state {
    case .found: ("✓ ", .good)
    case .missing: ("· ", .quiet)
    case .wrong: ("✗ ", .bad)
    }
  }

  /// Its lines; the second one says what to do.
  func lines(_ language: Language) -> [StyledLine] {
    let name = title[language]
    let gap = String(repeating: " ", count: max(1, 22 - DisplayWidth.of(name)))
    let ink = state == .missing ? Ink.quiet : .plain
    let line: StyledLine = "  \(sign.text, sign.ink)\(name)\(gap)\(detail[language], ink)"
    guard let cure else { return [line] }
    return [line, StyledLine(String(repeating: " ", count: 26) + cure[language])]
  }

  var json: JSONValue {
    var members = [
      JSONValue.Member("tokki", .integer(1)), JSONValue.Member("found", .string(name)),
      JSONValue.Member("group", .string(group.rawValue)),
      JSONValue.Member("state", .string(state.rawValue)),
      JSONValue.Member("detail", .string(detail.english)),
    ]
    if let cure { members.append(JSONValue.Member("cure", .string(cure.english))) }
    return .object(members)
  }
}
