public import TokkiLanguage

/// Why a look at the past, or a watch, shows nothing.
public enum SeeingRefusal: Hashable, Sendable {
  /// No queue, no client, no consumer tag of the run.
  case noSuchWorker(String, known: [String])
  /// `known` are some of those that there are, by number.
  case noSuchMessage(String, known: [NamedMessage])
  case severalMessages(String, [NamedMessage])
  /// No such message, or none at all, in this virtual host: it is in another.
  case elsewhere(ElsewhereMessages)
  case notWatched(LookCommand, known: [LookCommand])
  /// A span of virtual time, in milliseconds, that ends before it begins.
  case endsBeforeItBegins(from: Int64, to: Int64)
}

extension SeeingRefusal {
  var json: JSONValue {
    switch self {
    case .noSuchWorker(let name, let known):
      json("noSuchWorker", name, known.map(JSONValue.string))
    case .noSuchMessage(let name, let known): json("noSuchMessage", name, known.map(\.json))
    case .severalMessages(let name, let known): json("severalMessages", name, known.map(\.json))
    case .elsewhere(let messages):
      .part(
        "refusal",
        [
          "reason": .string(messages.name == nil ? "nothingPublished" : "noSuchMessage"),
          "name": messages.name.map(JSONValue.string),
          "virtualHost": .string(messages.virtualHost), "elsewhere": .strings(messages.places),
        ])
    case .notWatched(let look, let known):
      json(
        "notWatched", Command.look(look).description,
        known.map { .string(Command.look($0).description) })
    case .endsBeforeItBegins(let from, let to):
      .part(
        "refusal",
        ["reason": .string("endsBeforeItBegins"), "from": .integer(from), "to": .integer(to)])
    }
  }

  private func json(_ reason: String, _ name: String, _ there: [JSONValue]) -> JSONValue {
    .part(
      "refusal",
      [
        "reason": .string(reason), "name": .string(name),
        "there": there.isEmpty ? nil : .array(there),
      ])
  }
}

extension NamedMessage {
  fileprivate var json: JSONValue {
    .object(["message": .unsigned(number), "body": body.map(JSONValue.body)])
  }
}

extension Renderer {
  /// What was refused, and what to try.
  func sentence(_ refusal: SeeingRefusal) -> (StyledLine, [StyledLine]) {
    switch refusal {
    case .noSuchWorker(let name, let known):
      let there = speaker.say(
        LifePhrase.messages, ["names": names(Array(known.prefix(8)), .plain)])
      return (
        speaker.say(LifePhrase.noSuchWorker, ["name": key(name)]),
        known.isEmpty ? [tryNext("help timeline")] : [there]
      )
    case .noSuchMessage(let name, let known):
      let there = speaker.say(LifePhrase.messages, ["names": names(known)])
      return (
        speaker.say(LifePhrase.noSuchMessage, ["name": StyledLine(VisibleText.name(name))]),
        (known.isEmpty ? [] : [there]) + [tryNext("list messages")]
      )
    case .severalMessages(let name, let known):
      return (
        speaker.say(LifePhrase.severalMessages, ["name": StyledLine(VisibleText.quoted(name))]),
        [
          speaker.say(LifePhrase.messages, ["names": names(known)]),
          tryNext("trace \(known.first?.number ?? 1)"),
        ]
      )
    case .elsewhere(let messages): return sentence(messages)
    case .notWatched(let look, let known):
      let there = known.map { line($0) }.joined(separator: ", ")
      return (
        speaker.say(WatchPhrase.notWatched, ["look": line(look)]),
        (known.isEmpty ? [] : [speaker.say(WatchPhrase.one, ["look": there])])
          + [tryNext("watch")]
      )
    case .endsBeforeItBegins(let from, let to):
      return (
        speaker.say(
          TimelinePhrase.endsFirst,
          [
            "from": StyledLine(DurationText.of(milliseconds: from)),
            "to": StyledLine(DurationText.of(milliseconds: to)),
          ]), [tryNext("timeline")]
      )
    }
  }
}
