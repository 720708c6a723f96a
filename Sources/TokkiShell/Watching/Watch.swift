public import TokkiLanguage

/// A look that is shown again whenever it has changed.
struct Watch {
  let look: LookCommand
  /// What was shown last, as text that does not depend on a screen.
  var shown: String
}

/// What is told of watches.
public enum WatchAnswer: Hashable, Sendable {
  case started(LookCommand)
  case ended([LookCommand])
  case list([LookCommand])
  /// It has changed: what looking comes to now, or why there is nothing to see.
  indirect case seen(LookCommand, Outcome.Part)
}

extension WatchAnswer {
  var json: JSONValue {
    switch self {
    case .started(let look): .part("watchStarted", ["command": Self.name(look)])
    case .ended(let looks): .part("watchEnded", ["commands": .array(looks.map(Self.name))])
    case .list(let looks): .part("watching", ["commands": .array(looks.map(Self.name))])
    case .seen(let look, let part):
      .part("watched", ["command": Self.name(look), "shows": part.json])
    }
  }

  private static func name(_ look: LookCommand) -> JSONValue {
    .string(Command.look(look).description)
  }
}

extension Outcome.Part {
  /// Whether a watch saw it.
  var isSeen: Bool { if case .watch(.seen) = self { true } else { false } }
}
