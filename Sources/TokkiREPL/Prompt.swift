/// What stands before a line: words, each with a role that gives its colour.
public struct Prompt: Sendable, Equatable {
  public enum Role: Sendable {
    case plain, program, lesson, time, realBroker
  }

  public struct Part: Sendable, Equatable {
    public var text: String
    public var role: Role

    public init(_ text: String, _ role: Role = .plain) {
      self.text = text
      self.role = role
    }
  }

  public var parts: [Part]

  public init(_ parts: [Part]) { self.parts = parts }

  /// The prompt without colour, with one space at its end.
  var plain: String {
    parts.isEmpty ? "" : parts.map { printable($0.text) }.joined() + " "
  }

  /// The prompt for libedit, escape sequences between two delimiters. It drops a sequence that no
  /// visible character follows and garbles two in a row, so that each change of colour is a single
  /// sequence and the last one stands before the closing space.
  func coloured(delimiter: Character) -> String {
    var text = ""
    var current = Role.plain
    func change(to role: Role) {
      guard role != current else { return }
      text += "\(delimiter)\u{1B}[0\(role.colour)m\(delimiter)"
      current = role
    }
    for part in parts where !part.text.isEmpty {
      change(to: part.role)
      text += printable(part.text)
    }
    change(to: .plain)
    return text + " "
  }

  /// Control characters would move the cursor behind libedit's back.
  private func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}

extension Prompt.Role {
  /// What follows the reset in a colour sequence.
  fileprivate var colour: String {
    switch self {
    case .plain: ""
    case .program: ";1;32"
    case .lesson: ";36"
    case .time: ";33"
    case .realBroker: ";1;37;41"
    }
  }
}
