import TokkiBroker
import TokkiLanguage

/// A sentence of the interface in every language. What is in braces stands for a name, a number
/// or a text, and must be in each language's sentence.
///
/// Names stand before their noun in Korean, so that particles follow a word that is known.
protocol Phrase: CaseIterable, RawRepresentable<String>, Hashable, Sendable {
  var words: Localized { get }
}

/// Says phrases in one language.
struct Speaker {
  var language: Language

  /// The sentence with what stands in braces filled in.
  func say(
    _ phrase: some Phrase, _ arguments: KeyValuePairs<String, StyledLine> = [:]
  ) -> StyledLine {
    fill(phrase.words[language], arguments)
  }

  /// The sentence without arguments, in one ink.
  func say(_ phrase: some Phrase, _ ink: Ink) -> StyledLine {
    StyledLine(phrase.words[language], ink)
  }

  /// `{has|have}`: the verb for someone else, and the one for `you` at the sentence's beginning.
  private static func verb(_ forms: Substring, isYou: Bool) -> String {
    let forms = forms.split(separator: "|")
    return String((isYou ? forms.last : forms.first) ?? "")
  }

  private func fill(
    _ template: String, _ arguments: KeyValuePairs<String, StyledLine>
  ) -> StyledLine {
    var line = StyledLine()
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      line += StyledLine(String(rest[..<open]))
      let name = rest[rest.index(after: open)..<close]
      if name.contains("|") {
        line += StyledLine(Self.verb(name, isYou: line.text == ClientChannel.defaultClient + " "))
      } else {
        line += arguments.first { $0.key == name }?.value ?? StyledLine(String(rest[open...close]))
      }
      rest = rest[rest.index(after: close)...]
    }
    return line + StyledLine(String(rest))
  }
}

/// Every phrase with its words, for the test that both languages are complete.
package func everyPhrase() -> [(key: String, english: String, korean: String)] {
  func all<P: Phrase>(_: P.Type) -> [(key: String, english: String, korean: String)] {
    P.allCases.map { phrase in
      ("\(P.self).\(phrase.rawValue)", phrase.words.english, phrase.words.korean)
    }
  }
  return all(TopologyPhrase.self) + all(MessagePhrase.self) + all(ConsumerPhrase.self)
    + all(ChannelPhrase.self) + all(ConnectionPhrase.self) + all(TimePhrase.self)
    + all(DeletionPhrase.self) + all(RefusalPhrase.self) + ruleSentences()
    + all(BrokerPhrase.self) + all(LookPhrase.self) + all(ColumnPhrase.self)
    + all(ExplainPhrase.self)
    + all(ErrorPhrase.self) + all(FactPhrase.self) + all(CodePhrase.self)
    + all(VerdictPhrase.self) + all(ProgramPhrase.self) + all(ConceptPhrase.self)
    + all(TimelinePhrase.self) + all(LifePhrase.self) + all(StatePhrase.self)
    + all(SequencePhrase.self)
    + all(WatchPhrase.self)
    + all(TranscriptPhrase.self) + all(RecoveryPhrase.self)
    + all(DemoPhrase.self) + all(RecordingPhrase.self)
    + all(ComparisonPhrase.self) + all(OperatorPhrase.self) + all(OperatorComplaint.Rule.self)
}

/// What is said of each rule, likewise.
private func ruleSentences() -> [(key: String, english: String, korean: String)] {
  RuleName.allCases.flatMap { name in
    let words = RuleWords[name]
    return [
      ("\(name).rule", words.rule.english, words.rule.korean),
      ("\(name).cure", words.cure.english, words.cure.korean),
    ]
  }
}
