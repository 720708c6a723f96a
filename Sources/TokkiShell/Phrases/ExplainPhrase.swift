import TokkiLanguage

/// Why a binding matched or did not.
enum ExplainPhrase: String, Phrase {
  case hop, hopDefault, hopFrom, hopAlternate, noBindings
  case fanout, keysEqual, keysDiffer, isQueueName, noSuchQueue
  case tookWords, tookNothing, patternEnded, keyEnded, wordDiffers
  case headerEqual, headerDiffers, headerMissing, noPairs
  case alreadyVisited, result, nowhere

  var words: Localized {
    switch self {
    case .hop:
      Localized("exchange {exchange} ({type}), key {key}", "익스체인지 {exchange} ({type}), 키 {key}")
    case .hopDefault: Localized("default exchange, key {key}", "기본 익스체인지, 키 {key}")
    case .hopFrom:
      Localized(
        "then exchange {exchange} ({type}), bound to {from}",
        "다음 익스체인지 {exchange} ({type}), {from}에 바인딩됨")
    case .hopAlternate:
      Localized(
        "then exchange {exchange} ({type}), the alternate exchange of {from}",
        "다음 익스체인지 {exchange} ({type}), {from}의 대체 익스체인지")
    case .noBindings: Localized("it has no bindings", "바인딩이 하나도 없음")
    case .fanout: Localized("fanout: every binding matches", "fanout: 모든 바인딩이 일치")
    case .keysEqual:
      Localized("the routing key equals the binding key", "라우팅 키와 바인딩 키가 같음")
    case .keysDiffer:
      Localized("the routing key is {key}", "라우팅 키는 {key}")
    case .isQueueName:
      Localized("the routing key is the queue's name", "라우팅 키가 큐 이름과 같음")
    case .noSuchQueue: Localized("no queue of that name", "그런 이름의 큐가 없음")
    case .tookWords: Localized("{pattern} took {words}", "{pattern} = {words}")
    case .tookNothing: Localized("{pattern} took no word", "{pattern} = 단어 없음")
    case .patternEnded:
      Localized(
        "the pattern ends, the key goes on with {word}", "패턴은 끝났는데 키에 {word} 이(가) 더 있음")
    case .keyEnded: Localized("the key ends before {pattern}", "{pattern} 앞에서 키가 끝남")
    case .wordDiffers: Localized("{word} is not {pattern}", "{word} ≠ {pattern}")
    case .headerEqual: Localized("{name} = {value}", "{name} = {value}")
    case .headerDiffers:
      Localized("{name} is {found}, not {value}", "{name}: {found} ≠ {value}")
    case .headerMissing: Localized("no header {name}", "{name} 헤더 없음")
    case .noPairs: Localized("no header to compare", "비교할 헤더 없음")
    case .alreadyVisited: Localized("it was here before", "이미 지나온 곳")
    case .result: Localized("reached: {queues}", "도착한 큐: {queues}")
    case .nowhere: Localized("no queue reached", "도착한 큐 없음")
    }
  }
}
