import TokkiLanguage

/// What `list messages` says in a word or two of a message in a queue, or of its end there, by
/// the names that programs know.
enum StatePhrase: String, Phrase {
  case ready, unacked, kept, acked, dropped, lost, gone, expired, rejected, maxlen, purged
  case refused, unroutable, returned
  case deliveryLimit = "delivery_limit"
  case queueDeleted = "queue deleted"
  case brokerRestarted = "broker restarted"
  case notCommitted = "not committed"

  var words: Localized {
    switch self {
    case .ready: Localized(rawValue, "ready")
    case .unacked: Localized(rawValue, "unacked")
    case .kept: Localized(rawValue, "보관")
    case .acked: Localized(rawValue, "ack")
    case .dropped: Localized(rawValue, "버림")
    case .lost, .gone: Localized("lost", "사라짐")
    case .expired: Localized("lost (expired)", "사라짐 (만료)")
    case .rejected: Localized("lost (rejected)", "사라짐 (거절)")
    case .maxlen: Localized("lost (queue full)", "사라짐 (큐가 가득 참)")
    case .deliveryLimit: Localized("lost (delivery limit)", "사라짐 (전달 횟수 제한)")
    case .queueDeleted: Localized("lost (queue deleted)", "사라짐 (큐 삭제)")
    case .brokerRestarted: Localized("lost (restart)", "사라짐 (재시작)")
    case .purged: Localized(rawValue, "비워짐")
    case .refused: Localized(rawValue, "큐가 거절")
    case .unroutable: Localized(rawValue, "라우팅 실패")
    case .returned: Localized(rawValue, "반환")
    case .notCommitted: Localized(rawValue, "커밋 안 됨")
    }
  }
}
