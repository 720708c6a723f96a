import TokkiLanguage

/// Around watched looks.
enum WatchPhrase: String, Phrase {
  case started, ended, endedNone, none, one, notWatched

  var words: Localized {
    switch self {
    case .started:
      Localized(
        "watching {look}: it is shown again when it changes; {command} ends that",
        "지켜보는 중: {look}. 달라지면 다시 보여 줍니다. 그만두려면 {command}")
    case .ended: Localized("no longer watched: {look}", "더 지켜보지 않음: {look}")
    case .endedNone: Localized("nothing was watched", "지켜보던 것이 없습니다")
    case .none:
      Localized("nothing is watched. Try: {command}", "지켜보는 것이 없습니다. 다음을 입력해 보세요: {command}")
    case .one: Localized("watched: {look}", "지켜보는 중: {look}")
    case .notWatched: Localized("{look} is not watched", "{look} 명령은 지켜보고 있지 않습니다")
    }
  }
}

extension Renderer {
  func line(_ look: LookCommand) -> StyledLine { command(Command.look(look).description) }

  func lines(_ answer: WatchAnswer, of outcome: Outcome) -> [StyledLine] {
    switch answer {
    case .started(let look):
      wrapped([
        good
          + speaker.say(
            WatchPhrase.started, ["look": line(look), "command": command("watch off")])
      ])
    case .ended(let looks):
      looks.isEmpty
        ? [warning + speaker.say(WatchPhrase.endedNone)]
        : looks.map { good + speaker.say(WatchPhrase.ended, ["look": line($0)]) }
    case .list(let looks):
      looks.isEmpty
        ? [speaker.say(WatchPhrase.none, ["command": command("watch show")])]
        : looks.map { speaker.say(WatchPhrase.one, ["look": line($0)]) }
    case .seen(let look, .refusal(let refusal)) where refusal.isNothingYet:
      [heading(look)] + wrapped([sentence(refusal).0.inked(.quiet)])
    case .seen(let look, let part):
      [heading(look)] + lines(Outcome(line: outcome.line, at: outcome.at, parts: [part]))
    }
  }

  /// A watched look under its own name.
  func heading(_ look: LookCommand) -> StyledLine {
    let rule = StyledLine(glyphs.rule + glyphs.rule, .quiet)
    return (rule + " " + line(look) + " " + rule).shortened(to: style.width, glyphs)
  }
}
