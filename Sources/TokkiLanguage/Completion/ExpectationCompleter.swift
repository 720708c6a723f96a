/// What can follow `expect` and the words after it.
struct ExpectationCompleter<Names: LiveNames> {
  let words: [Word]
  let names: Names

  func candidates() -> [Completion.Candidate] {
    var rest = words[...]
    if let first = rest.first?.bareText, first == "not" || first == "no" { rest = rest.dropFirst() }
    guard let word = rest.popFirst() else { return subjects() }
    guard let subject = word.bareText.flatMap(ObjectForm.Word.init),
      let form = ObjectForm.form(of: subject)
    else { return [] }
    if subject == .routed { return route(rest) }
    if subject == .message && rest.isEmpty { return [Completion.Candidate("in", .word)] }
    if subject == .message { rest = rest.dropFirst() }
    if rest.count < form.slots.count {
      return live(form.slots[rest.count])
    }
    let last = rest.count > form.slots.count ? rest.last?.bareText : nil
    if let pending = form.predicates.first(where: { $0.word == last })?.slot {
      return live(pending)
    }
    return form.predicates.map { Completion.Candidate($0.word, .word) }
  }

  private func subjects() -> [Completion.Candidate] {
    ObjectForm.all.map { Completion.Candidate($0.word.rawValue, .word, $0.meaning) }
      + [Completion.Candidate("not", .word), Completion.Candidate("no", .word)]
  }

  private func route(_ rest: ArraySlice<Word>) -> [Completion.Candidate] {
    rest.isEmpty ? [Completion.Candidate("to", .word)] : live(.queue)
  }

  private func live(_ slot: Slot) -> [Completion.Candidate] {
    SlotCandidates.candidates(for: slot, hidesBuiltIn: true, names: names)
  }
}
