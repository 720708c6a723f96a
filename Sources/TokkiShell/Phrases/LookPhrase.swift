import TokkiLanguage

/// Around tables and pictures; the titles of columns are the management UI's in both languages,
/// where it has that table.
enum LookPhrase: String, Phrase {
  case nothingYet, noQueues, noBindings, noConsumers, noConnections, noChannels, noMessages
  case noCheckpoints, ready, unacked, prefetch, deadLetter, alternate, unbound, waiting
  case simulated, realBroker, seed, time, virtualHost, clients, notConnected, seeAbove
  case consumesNothing, consumes, byName, expires, expired, ownKey, empty
  case yes, no

  var words: Localized {
    switch self {
    case .nothingYet:
      Localized(
        "Nothing here yet. Try: {command}", "아직 아무것도 없습니다. 다음을 입력해 보세요: {command}")
    case .noQueues: Localized("no queues", "큐 없음")
    case .noBindings:
      Localized(
        "no bindings but the default exchange's, which binds each queue by its name",
        "기본 익스체인지가 큐 이름으로 맺은 바인딩 외에는 없음")
    case .noConsumers: Localized("no consumers", "컨슈머 없음")
    case .noConnections: Localized("no connections", "연결 없음")
    case .noChannels: Localized("no channels", "채널 없음")
    case .noMessages: Localized("queue {queue} holds no messages", "{queue} 큐에 메시지가 없습니다")
    case .noCheckpoints: Localized("no checkpoints", "체크포인트 없음")
    case .expires:
      Localized("expires in {time} (at {moment})", "{time} 뒤 만료 ({moment})")
    case .expired: Localized("expired (at {moment})", "만료됨 ({moment})")
    case .ownKey: Localized("key unchanged", "키 그대로")
    case .empty: Localized("Nothing here yet.", "아직 아무것도 없습니다.")
    case .ready: Localized("{count} ready", "ready {count}")
    case .unacked: Localized("{count} unacked", "unacked {count}")
    case .prefetch: Localized("prefetch {count}", "prefetch {count}")
    case .deadLetter: Localized("dead letters", "데드 레터")
    case .alternate: Localized("unroutable", "라우팅 실패 시")
    case .waiting: Localized("waiting", "대기")
    case .unbound: Localized("no bindings", "바인딩 없음")
    case .simulated:
      Localized("simulated RabbitMQ {profile}", "시뮬레이션 RabbitMQ {profile}")
    case .realBroker: Localized("a real broker", "실제 브로커")
    case .seed: Localized("seed {seed}", "시드 {seed}")
    case .time: Localized("virtual time {time}", "가상 시간 {time}")
    case .virtualHost: Localized("virtual host {vhost}", "가상 호스트 {vhost}")
    case .clients: Localized("clients", "클라이언트")
    case .notConnected: Localized("not connected", "연결 안 됨")
    case .seeAbove: Localized("see above", "위 참조")
    case .consumesNothing: Localized("connected", "연결됨")
    case .consumes: Localized("consumes {queues}", "{queues} 구독 중")
    case .byName: Localized("(by name)", "(이름으로)")
    case .yes: Localized("yes", "예")
    case .no: Localized("no", "아니요")
    }
  }
}
