import AMQPModel
import TokkiClient

/// What becomes of a client whose connection was lost, a line for each thing.
extension Renderer {
  /// nil where the fact is about something else.
  func recovery(_ fact: ClientFact, _ who: StyledLine) -> StyledLine? {
    if case .unconfirmedLost(let publishes) = fact {
      return warning
        + speaker.say(
          RecoveryPhrase.unconfirmedLost, ["client": who, "count": "\(publishes.count)"])
    } else if case .recovering(let attempt, let after) = fact {
      let time = StyledLine(DurationText.of(milliseconds: after))
      return speaker.say(
        RecoveryPhrase.recovering, ["client": who, "time": time, "attempt": "\(attempt)"])
    } else if case .recovered = fact {
      return good + speaker.say(RecoveryPhrase.recovered, ["client": who])
    } else if case .recoveryAbandoned(let attempts) = fact {
      return bad
        + speaker.say(RecoveryPhrase.abandoned, ["client": who, "attempt": "\(attempts)"])
    } else if case .queueRenamed(let old, let new) = fact {
      return speaker.say(
        RecoveryPhrase.queueRenamed, ["client": who, "old": queue(old), "queue": queue(new)])
    } else if case .notRestored(let method, let reason) = fact {
      let text = StyledLine("\(reason.code) \(reason.text)")
      return warning
        + speaker.say(
          RecoveryPhrase.notRestored,
          ["client": who, "method": StyledLine(method.name), "text": text])
    }
    return nil
  }
}
