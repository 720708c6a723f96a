import TokkiLanguage

/// Around a sequence of methods.
enum SequencePhrase: String, Phrase {
  case nothing, nothingYet, earlier, broker, connected, killed, lost, others

  var words: Localized {
    switch self {
    case .nothing:
      Localized(
        "no client has said anything yet. Try: {command}",
        "아직 클라이언트가 보낸 것이 없습니다. 다음을 입력해 보세요: {command}")
    case .nothingYet:
      Localized("no client has said anything yet", "아직 클라이언트가 보낸 것이 없습니다")
    case .earlier:
      Localized("{count} earlier: {command}", "이전 {count}개: {command}")
    case .broker: Localized("broker", "브로커")
    case .connected:
      Localized("connects: user {user}, virtual host {vhost}", "연결: 사용자 {user}, 가상 호스트 {vhost}")
    case .killed: Localized("the process died", "프로세스가 죽음")
    case .lost: Localized("connection lost: {reason}", "연결 끊김: {reason}")
    case .others:
      Localized(
        "(this prompt's own clients; `tokki serve --log` shows the methods of those over the "
          + "network)",
        "(이 프롬프트의 클라이언트만; 네트워크 클라이언트의 메서드는 `tokki serve --log`가 보여 줍니다)")
    }
  }
}
