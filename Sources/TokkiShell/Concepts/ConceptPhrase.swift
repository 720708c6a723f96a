import TokkiLanguage

/// What stands around the cards of the glossary.
enum ConceptPhrase: String, Phrase {
  case why, example, confusedWith, seeAlso, page, unknown, overview

  var words: Localized {
    switch self {
    case .why: Localized("Why", "왜 필요한가")
    case .example: Localized("Try it", "직접 해 보기")
    case .confusedWith: Localized("Not to be confused", "헷갈리기 쉬운 것")
    case .seeAlso: Localized("See also", "함께 보기")
    case .page: Localized("Documentation", "문서")
    case .unknown: Localized("the glossary has no {name}", "용어집에 {name} 항목이 없습니다")
    case .overview:
      Localized("`concept TERM` explains one of these.", "`concept 용어`로 하나씩 볼 수 있습니다.")
    }
  }
}
