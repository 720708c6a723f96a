import TokkiLanguage

/// Answers about connections and virtual hosts.
enum ConnectionPhrase: String, Phrase {
  case connectionOpened, connectionClosed, virtualHostAdded, virtualHostDeleted
  case forcedToClose, virtualHostUsed, lostKilled, lostNetwork, closedByBroker, blocked, unblocked

  var words: Localized {
    switch self {
    case .connectionOpened:
      Localized(
        "{client} connected as {user} to virtual host {vhost}",
        "{client} 연결됨: 사용자 {user}, 가상 호스트 {vhost}")
    case .connectionClosed:
      Localized("{client} closed {its|your} connection", "{client}: 연결을 닫았습니다")
    case .forcedToClose:
      Localized(
        "{client}: connection closed by force · 320 CONNECTION_FORCED",
        "{client}: 연결을 강제로 닫았습니다 · 320 CONNECTION_FORCED")
    case .virtualHostAdded:
      Localized("virtual host {vhost} added", "{vhost} 가상 호스트를 추가했습니다")
    case .virtualHostDeleted:
      Localized("virtual host {vhost} deleted", "{vhost} 가상 호스트를 삭제했습니다")
    case .virtualHostUsed:
      Localized(
        "commands go to virtual host {vhost} from now on",
        "이제부터 명령은 {vhost} 가상 호스트로 갑니다")
    case .lostKilled: Localized("{client}: process killed", "{client}: 프로세스가 죽었습니다")
    case .lostNetwork:
      Localized("{client}: connection lost: {reason}", "{client}: 연결 끊김: {reason}")
    case .closedByBroker:
      Localized("{client}: closed by the broker: {text}", "{client}: 브로커가 닫음: {text}")
    case .blocked:
      Localized("{client}: blocked by the broker: {reason}", "{client}: 브로커가 차단: {reason}")
    case .unblocked: Localized("{client}: no longer blocked", "{client}: 차단 해제")
    }
  }
}
