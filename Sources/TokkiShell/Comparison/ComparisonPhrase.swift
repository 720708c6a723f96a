import TokkiLanguage

/// The same run on the simulation and on a real broker.
enum ComparisonPhrase: String, Phrase {
  case alike, differs, nothing, atLine
  // What is different.
  case command, expectation, methodsSent, answers, deliveries, returns, confirms, closes, queue
  case onChannel
  // What cannot be compared.
  case simulatorOnly, tooLong, access, names, untold
  case nothingToCompare, noBroker, lost, leftBehind

  var words: Localized {
    switch self {
    case .alike:
      Localized(
        "{count} compared with {broker}: all alike", "{broker} 브로커와 {count} 비교: 모두 같음")
    case .differs:
      Localized(
        "{count} compared with {broker}: {differences}",
        "{broker} 브로커와 {count} 비교: {differences}")
    case .nothing: Localized("nothing", "없음")
    case .command: Localized("how the command ended", "명령의 결과")
    case .expectation: Localized("whether it holds", "성립 여부")
    case .methodsSent: Localized("what {client} sends", "{client}의 요청")
    case .answers: Localized("answers to {client}", "{client}에 대한 응답")
    case .deliveries:
      Localized("deliveries to {client} (consumer {name})", "{client}에 대한 전달 (컨슈머 {name})")
    case .returns:
      Localized("messages returned to {client}", "{client}에게 반환된 메시지")
    case .confirms: Localized("confirms to {client}", "{client}에 온 컨펌(confirm)")
    case .closes: Localized("errors that {client} gets", "{client}의 오류")
    case .queue: Localized("queue {name}", "큐 {name}")
    case .onChannel: Localized("{client} on channel {number}", "{client} (채널 {number})")
    case .simulatorOnly:
      Localized(
        "cannot be compared, and was run on neither: only the simulator can do it",
        "비교할 수 없어 양쪽 모두 실행하지 않았습니다. 시뮬레이션에서만 할 수 있는 명령입니다")
    case .tooLong:
      Localized(
        "cannot be compared, and was run on neither: the real broker has time limits to wait "
          + "for, and this would take {time}",
        "비교할 수 없어 양쪽 모두 실행하지 않았습니다. 실제 브로커에서 {time} 동안 기다려야 합니다")
    case .access:
      Localized(
        "cannot be compared, and was run on neither: each broker has virtual hosts and users of "
          + "its own",
        "비교할 수 없어 양쪽 모두 실행하지 않았습니다. 가상 호스트와 사용자는 브로커마다 다릅니다")
    case .names:
      Localized(
        "cannot be compared, and was run on neither: there is no virtual host for the comparison, "
          + "and with the prefix that its names have instead the line means something else",
        "비교할 수 없어 양쪽 모두 실행하지 않았습니다. 비교용 가상 호스트가 없어 이름에 접두사를 붙이는데, "
          + "그러면 이 줄의 뜻이 달라집니다")
    case .untold:
      Localized(
        "cannot be compared: a real broker does not tell it",
        "비교할 수 없습니다. 실제 브로커는 이것을 알려 주지 않습니다")
    case .nothingToCompare:
      Localized(
        "there is nothing to compare yet: nothing was sent to the broker",
        "아직 비교할 것이 없습니다. 브로커에 보낸 명령이 없습니다")
    case .noBroker:
      Localized(
        "which broker is it to be compared with?", "어느 브로커와 비교할까요?")
    case .lost:
      Localized(
        "the broker was gone in line {number} ({line}): {reason}",
        "{number}번째 줄({line})에서 브로커와의 연결이 끊어졌습니다: {reason}")
    case .leftBehind:
      Localized(
        "could not be removed from the broker again: {names}",
        "브로커에서 지우지 못하고 남았습니다: {names}")
    case .atLine: Localized("line {number}: {line}", "{number}번째 줄: {line}")
    }
  }
}
