import TokkiLanguage

/// What is said of messages on their way.
enum MessagePhrase: String, Phrase {
  case defaultExchange, exchange, alternateExchange
  case keyNamesQueue, keyNamesNoQueue, keyNamesCaller, noBindings, bindingsMatch, copies, key
  case unroutableLost, unroutableReturned, tryExplain
  case heldBack, heldBackForNone
  case ready, toConsumers, queueRefused
  case tag, redelivered, busyUntil, autoAck
  case returned, workDone, workFailed, workStarted, noNumber, noReplyTo
  case empty, moreReady

  var words: Localized {
    switch self {
    case .defaultExchange: Localized("default exchange", "기본 익스체인지")
    case .exchange: Localized("{exchange} ({type})", "{exchange} ({type})")
    case .alternateExchange:
      Localized("alternate exchange {exchange} ({type})", "대체 익스체인지 {exchange} ({type})")
    case .keyNamesQueue: Localized("key {key} names a queue", "라우팅 키 {key} = 큐 이름")
    case .keyNamesNoQueue:
      Localized("no queue is named {key}", "{key}라는 이름의 큐가 없음")
    case .keyNamesCaller:
      Localized("the key names a waiting caller", "키가 응답을 기다리는 클라이언트를 가리킴")
    case .noBindings: Localized("it has no bindings", "바인딩이 하나도 없음")
    case .bindingsMatch:
      Localized("bindings matched: {matched} of {all}", "바인딩 {all}개 중 {matched}개 일치")
    case .copies: Localized("{count} messages", "메시지 {count}개")
    case .key: Localized("key {key}", "키 {key}")
    case .unroutableLost:
      Localized(
        "UNROUTABLE: no queue took the message. It is lost.",
        "라우팅 실패: 어느 큐도 메시지를 받지 않아 메시지가 사라졌습니다.")
    case .unroutableReturned:
      Localized(
        "UNROUTABLE: no queue took the message. It is mandatory, so it comes back.",
        "라우팅 실패: 어느 큐도 메시지를 받지 않았습니다. mandatory이므로 되돌아옵니다.")
    case .tryExplain: Localized("Try: {command}", "다음을 입력해 보세요: {command}")
    case .heldBack:
      Localized("held back until {command}: {queues}", "{command}까지 보류됨: {queues}")
    case .heldBackForNone:
      Localized(
        "held back until {command}: no queue would take it",
        "{command}까지 보류됨: 받을 큐가 없음")
    case .ready: Localized("{count} ready", "ready {count}")
    case .toConsumers: Localized("to {clients}", "{clients}에게 전달")
    case .queueRefused: Localized("full, refused it", "가득 차서 거부")
    case .tag: Localized("tag {tag}", "tag {tag}")
    case .redelivered: Localized("redelivered", "재전달")
    case .busyUntil: Localized("busy until {time}", "{time}까지 작업")
    case .autoAck: Localized("auto ack", "자동 ack")
    case .returned: Localized("RETURNED {code} {text}", "반환됨 {code} {text}")
    case .workDone: Localized("{body} done", "{body} 완료")
    case .workFailed: Localized("{body} failed: {reason}", "{body} 실패: {reason}")
    case .workStarted: Localized("starts {body}", "{body} 시작")
    case .noNumber:
      Localized("the body is no whole number from 0 to 92", "본문이 0부터 92까지의 정수가 아님")
    case .noReplyTo: Localized("it has no reply-to", "reply-to가 없음")
    case .empty: Localized("queue {queue} has no ready message", "{queue} 큐에 ready 메시지가 없습니다")
    case .moreReady: Localized("{count} more ready", "ready {count}개 더 있음")
    }
  }
}
