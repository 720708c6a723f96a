import AMQPModel

/// What a slot can be filled with.
enum SlotCandidates {
  static func candidates(
    for slot: Slot, hidesBuiltIn: Bool, names: some LiveNames
  ) -> [Completion.Candidate] {
    switch slot {
    case .queue, .exchange, .destination, .key, .client, .consumer, .worker, .message, .virtualHost,
      .policy, .operatorPolicy, .user, .checkpoint, .lesson, .concept:
      let all = names.names(for: slot)
      // The seven exchanges that every broker has are offered to those who ask for them.
      let others = all.filter { !$0.utf8.starts(with: "amq.".utf8) && !$0.isEmpty }
      return (hidesBuiltIn && !others.isEmpty ? others : all.filter { !$0.isEmpty })
        .map { Completion.Candidate(Quoting.word($0), .name(slot)) }
    case .error:
      let codes = ReplyCode.allCases.filter { $0 != .success }
      let words = codes.map { String($0.rawValue) } + codes.map(\.name) + names.names(for: slot)
      return words.map { Completion.Candidate($0, .word) }
    case .choice(let words, _): return words.map { Completion.Candidate($0, .word) }
    case .work: return [Completion.Candidate(Slot.dots, .word)]
    case .text, .number, .duration, .expiration, .assignment, .uri, .words, .password, .pattern,
      .definition, .newFile:
      return []
    }
  }
}
