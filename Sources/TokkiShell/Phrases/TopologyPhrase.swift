import TokkiLanguage

/// Answers about exchanges, queues and bindings.
enum TopologyPhrase: String, Phrase {
  case queueDeclared, queueThere, queueExists
  case exchangeDeclared, exchangeThere, exchangeExists
  case queueDeleted, queueWasNotThere, exchangeDeleted, exchangeWasNotThere
  case bound, alreadyBound, unbound, wasNotBound
  case purged, withMessages, withMessagesAndConsumers

  var words: Localized {
    switch self {
    case .queueDeclared: Localized("queue {queue} declared", "{queue} 큐를 선언했습니다")
    case .queueThere:
      Localized("queue {queue} was there already, declared alike", "{queue} 큐는 이미 똑같이 선언되어 있습니다")
    case .queueExists: Localized("queue {queue} exists", "{queue} 큐가 있습니다")
    case .exchangeDeclared:
      Localized("exchange {exchange} declared", "{exchange} 익스체인지를 선언했습니다")
    case .exchangeThere:
      Localized(
        "exchange {exchange} was there already, declared alike",
        "{exchange} 익스체인지는 이미 똑같이 선언되어 있습니다")
    case .exchangeExists: Localized("exchange {exchange} exists", "{exchange} 익스체인지가 있습니다")
    case .queueDeleted: Localized("queue {queue} deleted", "{queue} 큐를 삭제했습니다")
    case .queueWasNotThere:
      Localized(
        "there was no queue {queue}; deleting it is no error",
        "{queue} 큐는 원래 없었습니다. 없는 큐를 삭제해도 오류가 아닙니다")
    case .exchangeDeleted:
      Localized("exchange {exchange} deleted", "{exchange} 익스체인지를 삭제했습니다")
    case .exchangeWasNotThere:
      Localized(
        "there was no exchange {exchange}; deleting it is no error",
        "{exchange} 익스체인지는 원래 없었습니다. 없는 익스체인지를 삭제해도 오류가 아닙니다")
    case .bound: Localized("bound: {way}", "바인딩: {way}")
    case .alreadyBound: Localized("bound already: {way}", "이미 있는 바인딩: {way}")
    case .unbound: Localized("unbound: {way}", "바인딩 해제: {way}")
    case .wasNotBound:
      Localized(
        "there was no such binding: {way}; unbinding it is no error",
        "그런 바인딩은 없었습니다: {way}. 없는 바인딩을 풀어도 오류가 아닙니다")
    case .purged: Localized("queue {queue} purged", "{queue} 큐를 비웠습니다")
    case .withMessages: Localized("messages gone: {count}", "사라진 메시지: {count}")
    case .withMessagesAndConsumers:
      Localized("{ready} ready, {consumers} consumers", "ready {ready}, 컨슈머 {consumers}")
    }
  }
}
