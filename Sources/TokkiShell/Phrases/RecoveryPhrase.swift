import TokkiLanguage

/// What becomes of a client whose connection was lost.
enum RecoveryPhrase: String, Phrase {
  case unconfirmedLost, recovering, recovered, abandoned, queueRenamed, notRestored

  var words: Localized {
    switch self {
    case .unconfirmedLost:
      Localized(
        "{client}: {count} not confirmed before the loss: the broker may have them or not",
        "{client}: 연결이 끊기기 전에 컨펌되지 않은 메시지 {count}: 브로커가 받았을 수도, 아닐 수도 있습니다")
    case .recovering:
      Localized(
        "{client} tries to connect again in {time} (attempt {attempt})",
        "{client}: {time} 뒤에 다시 연결을 시도합니다 ({attempt}번째)")
    case .recovered:
      Localized(
        "{client} is connected again, with what it had declared and consumed",
        "{client}: 다시 연결되었고, 선언하고 소비하던 것을 되살렸습니다")
    case .abandoned:
      Localized(
        "{client} gave up after {attempt} attempts to connect again",
        "{client}: {attempt}번 시도한 끝에 다시 연결하기를 포기했습니다")
    case .queueRenamed:
      Localized(
        "{client}: queue {old} is {queue} now", "{client}: {old} 큐의 이름이 이제 {queue}입니다")
    case .notRestored:
      Localized(
        "{client}: {method} could not be repeated: {text}",
        "{client}: {method}을(를) 되풀이하지 못했습니다: {text}")
    }
  }
}
