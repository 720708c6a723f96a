import TokkiLanguage

/// Why the shell does not carry out a command.
enum RefusalPhrase: String, Phrase {
  case noSuchClient, alreadyConnected, notConnected
  case nothingToSettle, settledOnDelivery, noSuchDelivery, noConsumer, severalConsumers
  case noSuchConsumer, isQueue, bindingOrder, byDefaultExchange
  case noSuchQueue, noSuchExchange, noSuchVirtualHost, virtualHostExists, virtualHostInUse
  case noSuchCheckpoint, nothingToUndo, nothingToRedo, nothingPublished
  case noErrorYet, noSuchError
  case servesOthers, noLesson, channelZero, known, didYouMean, tryNext, channelReopens,
    connectionReopens

  var words: Localized {
    switch self {
    case .noSuchClient: Localized("there is no client {name}", "{name} 클라이언트가 없습니다")
    case .alreadyConnected:
      Localized(
        "{name} {is|are} connected already, to virtual host {vhost}",
        "{name} 클라이언트는 이미 {vhost} 가상 호스트에 연결되어 있습니다")
    case .notConnected: Localized("{name} {has|have} no connection", "{name} 클라이언트는 연결되어 있지 않습니다")
    case .nothingToSettle:
      Localized(
        "{name} {has|have} no unacked delivery on this channel",
        "{name} 클라이언트의 이 채널에는 unacked 메시지가 없습니다")
    case .settledOnDelivery:
      Localized(
        "{name} {has|have} nothing unacked: the consumer is auto-ack, so delivered is done",
        "{name} 클라이언트에는 unacked 메시지가 없습니다. 자동 ack 컨슈머여서 전달되는 순간 끝납니다")
    case .noSuchDelivery:
      Localized(
        "{name} {has|have} no unacked delivery with tag {tag}",
        "{name} 클라이언트에는 tag {tag}인 unacked 메시지가 없습니다")
    case .noConsumer: Localized("{name} {has|have} no consumer", "{name} 클라이언트에는 컨슈머가 없습니다")
    case .severalConsumers:
      Localized(
        "{name} {has|have} several consumers: say which", "{name} 클라이언트에는 컨슈머가 여럿입니다. 하나를 지정하세요")
    case .noSuchConsumer:
      Localized(
        "{name} {has|have} no consumer with the tag {tag}", "{name} 클라이언트에는 태그가 {tag}인 컨슈머가 없습니다")
    case .isQueue:
      Localized("{name} is a queue, not an exchange.", "{name} 이름은 익스체인지가 아니라 큐입니다.")
    case .bindingOrder:
      Localized(
        "The queue comes first, then the exchange.", "큐를 먼저 쓰고 익스체인지를 그다음에 씁니다.")
    case .byDefaultExchange:
      Localized(
        "The default exchange leads to it: its key is the queue's name.",
        "기본 익스체인지로 보내고, 라우팅 키에 큐 이름을 씁니다.")
    case .noSuchQueue: Localized("there is no queue {name}", "{name} 큐가 없습니다")
    case .noSuchExchange: Localized("there is no exchange {name}", "{name} 익스체인지가 없습니다")
    case .noSuchVirtualHost:
      Localized("there is no virtual host {name}", "{name} 가상 호스트가 없습니다")
    case .virtualHostExists:
      Localized("virtual host {name} is there already", "{name} 가상 호스트는 이미 있습니다")
    case .virtualHostInUse:
      Localized(
        "commands go to virtual host {name}; use another first",
        "명령이 {name} 가상 호스트로 가고 있습니다. 먼저 다른 가상 호스트를 사용하세요")
    case .noSuchCheckpoint: Localized("there is no checkpoint {name}", "{name} 체크포인트가 없습니다")
    case .nothingToUndo: Localized("there is nothing to undo", "실행 취소할 것이 없습니다")
    case .nothingToRedo: Localized("there is nothing to do again", "다시 실행할 것이 없습니다")
    case .nothingPublished: Localized("nothing was published yet", "아직 발행한 메시지가 없습니다")
    case .noErrorYet:
      Localized("no client has met an error yet", "아직 오류를 만난 클라이언트가 없습니다")
    case .noSuchError:
      Localized(
        "{name} is no reply code, no rule and no words of one",
        "{name}: 그런 응답 코드도, 규칙도, 규칙에 있는 단어도 없습니다")
    case .servesOthers:
      Localized(
        "this broker serves clients over the network: what they have seen cannot be undone",
        "이 브로커는 네트워크로 클라이언트에 서비스하고 있습니다. 클라이언트가 이미 본 것은 되돌릴 수 없습니다")
    case .noLesson: Localized("this is no lesson", "지금은 레슨 중이 아닙니다")
    case .channelZero:
      Localized("channel 0 is the connection itself", "채널 0은 연결 자체입니다")
    case .known: Localized("There is: {names}", "있는 것: {names}")
    case .didYouMean: Localized("Did you mean {names}?", "혹시 {names}인가요?")
    case .tryNext: Localized("Try: {command}", "다음을 입력해 보세요: {command}")
    case .channelReopens:
      Localized(
        "Channel {channel} of {client} is closed; its next command opens a new one.",
        "{client}의 채널 {channel}이 닫혔습니다. 다음 명령이 새 채널을 엽니다.")
    case .connectionReopens:
      Localized(
        "The connection of {client} is closed; its next command opens a new one.",
        "{client}의 연결이 닫혔습니다. 다음 명령이 새 연결을 엽니다.")
    }
  }
}
