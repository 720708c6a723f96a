extension ObjectForm {
  /// What operators set.
  static let operated: [ObjectForm] = [
    policy(.policy, .policy, Localized("a policy of the virtual host", "가상 호스트의 정책")),
    policy(
      .operatorPolicy, .operatorPolicy,
      Localized("an operator policy of the virtual host", "가상 호스트의 운영자 정책")),
    ObjectForm(
      word: .user, usage: "NAME", slots: [.user],
      predicates: PredicateForm.presence + [
        PredicateForm("tag", .text(.userTag), .choice(OptionForm.knownTags, isOpen: true))
      ],
      meaning: Localized("a user", "사용자")),
    ObjectForm(
      word: .permissions, usage: "USER", slots: [.user],
      predicates: PredicateForm.presence + [
        PredicateForm("configure", .text(.configure), .pattern),
        PredicateForm("write", .text(.write), .pattern),
        PredicateForm("read", .text(.read), .pattern),
      ],
      meaning: Localized(
        "what a user may do in the virtual host", "가상 호스트에서 사용자가 가진 권한")),
  ]

  private static func policy(_ word: Word, _ slot: Slot, _ meaning: Localized) -> ObjectForm {
    ObjectForm(
      word: word, usage: "NAME", slots: [slot],
      predicates: PredicateForm.presence + [
        PredicateForm("pattern", .text(.pattern), .pattern), .measure(.priority),
        PredicateForm(
          "apply-to", .text(.scope),
          .choice(PolicyTerms.scopes, isOpen: true)),
        .definition,
      ],
      meaning: meaning)
  }
}
