import TokkiLanguage

/// Why the broker deleted a queue that nobody told it to delete: the trace's words are the raw
/// values.
enum DeletionPhrase: String, Phrase {
  case consumerGone = "its last consumer is gone"
  case consumerCancelled = "its last consumer was cancelled"
  case connectionClosed = "its connection is closed"
  case notDurable = "it is not durable"
  case unused = "it was not used for its x-expires time"
  case virtualHostDeleted = "its virtual host is deleted"

  var words: Localized {
    switch self {
    case .consumerGone: Localized(rawValue, "마지막 컨슈머가 떠났습니다")
    case .consumerCancelled: Localized(rawValue, "마지막 컨슈머가 취소되었습니다")
    case .connectionClosed: Localized(rawValue, "연결이 끝났습니다")
    case .notDurable: Localized(rawValue, "durable이 아닙니다")
    case .unused: Localized(rawValue, "x-expires 시간 동안 쓰이지 않았습니다")
    case .virtualHostDeleted: Localized(rawValue, "가상 호스트가 삭제되었습니다")
    }
  }
}
