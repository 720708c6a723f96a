import TokkiLanguage

/// Answers about channels and publisher confirms.
enum ChannelPhrase: String, Phrase {
  case flowOn, flowOff, confirmSelected, transactionSelected, committed, rolledBack
  case confirmed, severalConfirmed, refused, severalRefused, upTo, range, andMore, channelOpened,
    channelClosed

  var words: Localized {
    switch self {
    case .flowOn: Localized("{client}: deliveries flow", "{client}: 전달 재개")
    case .flowOff: Localized("{client}: deliveries stopped", "{client}: 전달 중지")
    case .confirmSelected:
      Localized(
        "{client}: publisher confirms from now on", "{client}: 이제부터 퍼블리셔 컨펌을 받습니다")
    case .transactionSelected:
      Localized(
        "{client}: transactions from now on: publishes and acks wait for {command}",
        "{client}: 이제부터 트랜잭션: 발행과 ack가 {command}까지 보류됩니다")
    case .committed: Localized("{client}: transaction committed", "{client}: 트랜잭션 커밋")
    case .rolledBack: Localized("{client}: transaction rolled back", "{client}: 트랜잭션 롤백")
    case .confirmed: Localized("{client}: publish {tag} confirmed", "{client}: 발행 {tag} 컨펌됨")
    case .severalConfirmed:
      Localized("{client}: publishes {tags} confirmed", "{client}: 발행 {tags} 모두 컨펌됨")
    case .upTo: Localized("up to {tag}", "{tag}까지")
    case .range: Localized("{first} to {last}", "{first}~{last}")
    case .andMore: Localized("and {count} more", "그 밖에 {count}개")
    case .refused:
      Localized(
        "{client}: publish {tag} refused by the broker (basic.nack)",
        "{client}: 브로커가 발행 {tag}를 거절했습니다 (basic.nack)")
    case .severalRefused:
      Localized(
        "{client}: publishes {tags} refused by the broker (basic.nack)",
        "{client}: 브로커가 발행 {tags} 모두 거절했습니다 (basic.nack)")
    case .channelOpened: Localized("{client}: channel {channel} open", "{client}: 채널 {channel} 열림")
    case .channelClosed:
      Localized("{client}: channel {channel} closed", "{client}: 채널 {channel} 닫힘")
    }
  }
}
