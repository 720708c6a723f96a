import TokkiLanguage

/// Answers about time, failure, going back, and what became of messages meanwhile.
enum TimePhrase: String, Phrase {
  case advanced, tooMuch, interruptedPublish, interruptedTime, nothingHappened, restarted, killed,
    lostWithIt
  case undone, redone, checkpointSet, wentTo, reset, languageSet
  case enqueued, refused, requeued, dropped, deadLettered, deadLetterLost, deadLetterKept,
    cycleDropped
  case queueDeleted
  case expired, rejected, maxlen, deliveryLimit, purged, gone, brokerRestarted
  case messages, message

  var words: Localized {
    switch self {
    case .advanced: Localized("{time} passed: it is {now} now", "{time} 경과, 현재 {now}")
    case .tooMuch:
      Localized(
        "time stopped here, so much happened before; still to come: {rest}",
        "너무 많은 일이 일어나 여기서 시간이 멈췄습니다. 남은 시간: {rest}")
    case .interruptedPublish:
      Localized(
        "interrupted: {count} of {all} published", "중단됨: {all}개 중 {count}개를 발행했습니다")
    case .interruptedTime:
      Localized(
        "interrupted: {time} passed; still to come: {rest}",
        "중단됨: {time} 경과, 남은 시간: {rest}")
    case .nothingHappened: Localized("nothing fell due", "그동안 일어난 일 없음")
    case .restarted:
      Localized(
        "the broker restarted: what was not durable is gone",
        "브로커를 다시 시작했습니다. durable이 아닌 것은 사라졌습니다")
    case .killed: Localized("{client} {was|were} killed", "{client} 프로세스를 죽였습니다")
    case .lostWithIt:
      Localized(
        "unfinished messages lost: {count} (auto ack: they counted as acked on delivery)",
        "끝내지 못한 메시지 {count}개가 사라짐 (자동 ack: 전달되는 순간 ack된 것으로 처리됨)")
    case .undone: Localized("undone: {line}", "실행 취소: {line}")
    case .redone: Localized("done again: {line}", "다시 실행: {line}")
    case .checkpointSet:
      Localized("checkpoint {name} set; back with {command}", "체크포인트 {name} 저장. 돌아오려면 {command}")
    case .wentTo: Localized("back at checkpoint {name}", "체크포인트 {name}(으)로 돌아왔습니다")
    case .reset: Localized("a new, empty broker", "새로운 빈 브로커입니다")
    case .languageSet: Localized("language: English", "언어: 한국어")
    case .enqueued: Localized("{queue}: {what} enqueued", "{queue}: {what} 큐에 들어감")
    case .refused:
      Localized("{queue}: {what} refused, the queue is full: lost", "{queue}: {what} 가득 차서 거절, 사라짐")
    case .requeued: Localized("{queue}: {what} requeued", "{queue}: {what} 큐로 되돌아옴")
    case .dropped: Localized("{queue}: {what} {reason}, lost", "{queue}: {what} {reason}, 사라짐")
    case .deadLettered:
      Localized(
        "{queue}: {what} {reason}, dead-lettered", "{queue}: {what} {reason}, 데드 레터로 보냄")
    case .deadLetterLost: Localized("no queue took it: lost", "받는 큐가 없어 사라짐")
    case .deadLetterKept:
      Localized(
        "{queue}: {what} {reason}, kept: not every queue has taken it yet",
        "{queue}: {what} {reason}, 보관함. 아직 받지 않은 큐가 있습니다")
    case .cycleDropped:
      Localized(
        "{queue}: {what} dropped: it would go round in a cycle",
        "{queue}: {what} 버림. 순환하기 때문입니다")
    case .queueDeleted: Localized("queue {queue} is gone: {reason}", "{queue} 큐가 사라짐: {reason}")
    case .expired: Localized("expired", "만료")
    case .rejected: Localized("rejected", "거절됨")
    case .maxlen: Localized("pushed out of the full queue", "가득 찬 큐에서 밀려남")
    case .deliveryLimit: Localized("over the delivery limit", "전달 횟수 제한 초과")
    case .purged: Localized("purged", "비워짐")
    case .gone: Localized("gone with its queue", "큐와 함께 삭제됨")
    case .brokerRestarted: Localized("not persistent", "persistent가 아님")
    case .messages: Localized("{count} messages", "메시지 {count}개")
    case .message: Localized("a message", "메시지 하나")
    }
  }
}
