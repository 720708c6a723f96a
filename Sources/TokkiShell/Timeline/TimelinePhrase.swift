import TokkiLanguage

/// Around a timeline: its legend, and what its signs mean one by one.
enum TimelinePhrase: String, Phrase {
  case nothing, noTime, ready, holds, leaves, more, acked, inHand, backInQueue, gone, dead, died
  case numbered, waiting, crowd, busy, busyOne, working, handled
  case killedNote, lostNote, closedNote, requeuedNote, rejectedNote, deadNote, limitNote,
    limitDeadNote, goneNote
  case leftNote, leftDeadNote, moreNotes, realSource, endsFirst

  var words: Localized {
    switch self {
    case .nothing:
      Localized(
        "no message was delivered yet. Try: {command}",
        "아직 전달된 메시지가 없습니다. 다음을 입력해 보세요: {command}")
    case .noTime:
      Localized(
        "all of it at {time}: no time has passed, so that the order is shown. Try: {command}",
        "모두 {time}의 일입니다. 시간이 흐르지 않아 순서대로 보입니다. 다음을 입력해 보세요: {command}")
    case .endsFirst:
      Localized("--to {to} is before --from {from}", "--to {to} 시각이 --from {from} 시각보다 앞입니다")
    case .ready: Localized("ready", "ready")
    case .holds: Localized("holds", "보유")
    case .leaves: Localized("leaves", "나감")
    case .more:
      Localized("and {count} more at the same time", "같은 때에 {count}개 더")
    case .acked: Localized("acked", "ack")
    case .inHand: Localized("in hand", "처리 중")
    case .backInQueue: Localized("back in its queue", "큐로 되돌아옴")
    case .gone: Localized("gone", "사라짐")
    case .dead: Localized("dead-lettered", "데드 레터로 보냄")
    case .died: Localized("its consumer died", "컨슈머가 죽음")
    case .numbered:
      Localized(
        "{number} is a message: {command} tells its life", "{number}: 메시지 번호, 이력 보기: {command}")
    case .waiting:
      Localized(
        "holds: delivered, and not begun", "보유: 전달되었지만 아직 시작하지 않은 수")
    case .crowd:
      Localized(
        "{count}: that many, too close together to be drawn apart",
        "{count}: 너무 촘촘해 따로 그리지 못한 것의 개수")
    case .busy: Localized("busy: {list}", "작업 시간: {list}")
    case .busyOne:
      Localized(
        "{client} {time} of {whole} ({count} done)", "{client} {whole} 중 {time} ({count}개 완료)")
    case .working: Localized("work", "작업")
    case .handled: Localized("in hand", "처리")
    case .killedNote:
      Localized(
        "{client} died with {message} in hand: back to {queue}",
        "{client} 프로세스가 {message} 처리 중에 죽음: {queue} 큐로 되돌아옴")
    case .lostNote:
      Localized(
        "{client} died with {message} in hand, which counted as acked: lost",
        "{client} 프로세스가 {message} 처리 중에 죽음: 이미 ack된 것이라 사라짐")
    case .closedNote:
      Localized(
        "{client} was closed with {message} in hand: back to {queue}",
        "{client} 연결이 {message} 처리 중에 닫힘: {queue} 큐로 되돌아옴")
    case .requeuedNote:
      Localized(
        "{client} gave {message} back to {queue}", "{client} 클라이언트가 {message} 메시지를 {queue} 큐로 되돌림")
    case .rejectedNote:
      Localized(
        "{client} rejected {message}: gone from {queue}",
        "{client} 클라이언트가 {message} 메시지를 거절: {queue} 큐에서 사라짐")
    case .deadNote:
      Localized(
        "{client} rejected {message}: dead-lettered from {queue}",
        "{client} 클라이언트가 {message} 메시지를 거절: {queue} 큐에서 데드 레터로 보냄")
    case .limitNote:
      Localized(
        "{client} gave {message} back once too often (delivery limit): gone from {queue}",
        "{client} 클라이언트에서 {message} 메시지가 허용 횟수보다 많이 되돌아옴(전달 횟수 제한): {queue} 큐에서 사라짐")
    case .limitDeadNote:
      Localized(
        "{client} gave {message} back once too often (delivery limit): dead-lettered from {queue}",
        "{client} 클라이언트에서 {message} 메시지가 허용 횟수보다 많이 되돌아옴(전달 횟수 제한): {queue} 큐에서 데드 레터로 보냄")
    case .goneNote:
      Localized(
        "{queue} is gone, and {message} with it", "{queue} 큐가 사라지며 {message} 메시지도 사라짐")
    case .leftNote:
      Localized("{message} left {queue}: {reason}", "{message} 메시지가 {queue} 큐에서 나감: {reason}")
    case .leftDeadNote:
      Localized(
        "{message} left {queue}: {reason}, dead-lettered",
        "{message} 메시지가 {queue} 큐에서 나감: {reason}, 데드 레터로 보냄")
    case .moreNotes:
      Localized("and {count} more", "그 밖에 {count}개")
    case .realSource:
      Localized(
        "(what this run's clients saw: a broker tells neither what waits nor what others do)",
        "(이번 실행의 클라이언트가 본 것; 브로커는 큐에서 기다리는 것과 남의 일은 알려 주지 않습니다)")
    }
  }
}
