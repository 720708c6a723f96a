import TokkiLanguage

/// Whether an expectation holds, and what was found instead.
enum VerdictPhrase: String, Phrase {
  case met, unmet, unknown
  case notThere, present, isThere, numberIs, textIs, itIs, itIsNot, namesAre, noNames
  case noneHappened, fit, inapplicable

  var words: Localized {
    switch self {
    case .met: Localized("holds: {claim}", "맞음: {claim}")
    case .unmet: Localized("does not hold: {claim}", "맞지 않음: {claim}")
    case .unknown:
      Localized(
        "cannot be known on this broker: {claim}", "이 브로커에서는 알 수 없음: {claim}")
    case .notThere: Localized("there is none", "없습니다")
    case .present: Localized("there is one", "있습니다")
    case .isThere: Localized("it is so, but was expected not to be", "그렇지 않아야 하는데 그렇습니다")
    case .numberIs: Localized("{fact}: {value}", "{fact}: {value}")
    case .textIs: Localized("{fact}: {value}", "{fact}: {value}")
    case .itIs: Localized("it is {fact}", "{fact}입니다")
    case .itIsNot: Localized("it is not {fact}", "{fact}이(가) 아닙니다")
    case .namesAre: Localized("reached: {names}", "도착한 큐: {names}")
    case .noNames: Localized("reached: no queue", "도착한 큐 없음")
    case .noneHappened: Localized("nothing of the kind happened", "그런 일이 없었습니다")
    case .fit: Localized("{count} of {all} fit", "{all}개 중 {count}개 일치")
    case .inapplicable: Localized("it has no {fact}", "{fact} 속성이 없습니다")
    }
  }
}
