import TokkiLanguage

/// One message's life.
enum LifePhrase: String, Phrase {
  case matched, key, enqueued, delivered, got, tag, redelivered, workBegun, acked, automatic
  case died, closed, givenBack, rejected, lost, gone, queueDeleted, restarted, dead, kept, cycle,
    refused
  case omitted, deadNow, ready, unacked, keptNow, now, unroutable, returned, confirmed,
    refusedConfirm,
    heldBack
  case alternate, message, noSuchMessage, severalMessages, messages, noSuchWorker, noMessages
  case noneHere, elsewhere, othersElsewhere

  var words: Localized {
    switch self {
    case .message: Localized("message {number}", "메시지 {number}")
    case .matched:
      Localized("bindings matched: {matched} of {tried}", "일치한 바인딩: {tried}개 중 {matched}개")
    case .key: Localized("key {key}", "키 {key}")
    case .enqueued: Localized("enqueued", "큐에 들어감")
    case .delivered: Localized("delivered to {client}", "{client} 클라이언트에 전달")
    case .got: Localized("taken by {client} (get)", "{client} 클라이언트가 꺼냄 (get)")
    case .tag: Localized("tag {tag}", "tag {tag}")
    case .redelivered: Localized("redelivered", "redelivered")
    case .workBegun: Localized("{client} {begins|begin} to work on it", "{client} 작업 시작")
    case .acked: Localized("acked by {client}", "{client} 클라이언트가 ack")
    case .automatic:
      Localized("done: delivered with auto ack", "끝: 자동 ack로 전달됨")
    case .died: Localized("{client} died: back in the queue", "{client} 프로세스가 죽음: 큐로 되돌아옴")
    case .closed: Localized("{client} was closed: back in the queue", "{client} 연결이 닫힘: 큐로 되돌아옴")
    case .givenBack:
      Localized("{client} gave it back to the queue", "{client} 클라이언트가 큐로 되돌림")
    case .rejected: Localized("rejected by {client}", "{client} 클라이언트가 거절")
    case .lost:
      Localized(
        "{client} died with it: lost, as it counted as acked", "{client} 프로세스가 죽음: ack된 것이라 사라짐")
    case .gone: Localized("{reason}: gone", "{reason}: 사라짐")
    case .queueDeleted: Localized("its queue was deleted: lost", "큐가 삭제됨: 사라짐")
    case .restarted:
      Localized(
        "not persistent: lost when the broker restarted", "persistent가 아님: 브로커가 재시작하며 사라짐")
    case .dead: Localized("{reason}: dead-lettered", "{reason}: 데드 레터로 보냄")
    case .omitted:
      Localized(
        "and so on: dead-lettered {count} times more", "이후 같은 식으로 데드 레터로 {count}번 더")
    case .deadNow: Localized("dead-lettered", "데드 레터로 보냄")
    case .kept:
      Localized(
        "{reason}: kept until every queue has taken the dead letter",
        "{reason}: 모든 큐가 데드 레터를 받을 때까지 보관")
    case .cycle:
      Localized("dropped: it would go round in a cycle", "버림: 순환하기 때문")
    case .refused: Localized("full: refused it", "가득 차서 거절함")
    case .ready: Localized("ready, {position} of {count}", "ready, {count}개 중 {position}번째")
    case .unacked: Localized("unacked, in the hands of {client}", "unacked, {client} 처리 중")
    case .keptNow: Localized("waits to be dead-lettered", "데드 레터로 가기를 기다림")
    case .now: Localized("now", "지금")
    case .unroutable: Localized("no queue took it: lost", "받는 큐가 없어 사라짐")
    case .returned:
      Localized(
        "no queue took it: returned to {client}, {code}", "받는 큐가 없어 {client} 클라이언트로 반환, {code}")
    case .confirmed: Localized("confirmed to {client}", "{client} 클라이언트에 컨펌")
    case .refusedConfirm: Localized("nacked to {client}: refused", "{client} 클라이언트에 nack: 거절됨")
    case .heldBack:
      Localized(
        "its transaction was not committed: no queue has it", "트랜잭션이 커밋되지 않아 어느 큐에도 없음")
    case .alternate: Localized("alternate exchange", "대체 익스체인지")
    case .noSuchMessage:
      Localized("there is no message {name} in this run", "이번 실행에 {name} 메시지가 없습니다")
    case .severalMessages:
      Localized(
        "several messages are {name}: say which by its number", "{name} 메시지가 여럿입니다. 번호로 지정하세요")
    case .messages: Localized("There is: {names}", "있는 것: {names}")
    case .noSuchWorker:
      Localized(
        "nothing in this run goes by the name {name}: no queue, no client, no consumer tag",
        "이번 실행에 {name} 이름의 큐, 클라이언트, 컨슈머 태그가 없습니다")
    case .noMessages: Localized("nothing was published yet", "아직 발행한 메시지가 없습니다")
    case .noneHere:
      Localized(
        "nothing was published in virtual host {vhost} yet", "가상 호스트 {vhost}에 아직 발행한 메시지가 없습니다")
    case .elsewhere:
      Localized(
        "in virtual host {vhost} there is no message {name}: it is in {place}",
        "가상 호스트 {vhost}에는 {name} 메시지가 없습니다. 있는 곳: {place}")
    case .othersElsewhere: Localized("There are messages in: {place}", "메시지가 있는 곳: {place}")
    }
  }
}
