import TokkiLanguage

/// The same run on the simulation and on a real broker.
enum ComparisonPhrase: String, Phrase {
  case alike, differs, nothing, simulatorOnly, tooLong, untold, nothingToCompare, noBroker
  case atLine

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
    case .simulatorOnly:
      Localized(
        "cannot be compared, and was run on neither: only the simulator can do it",
        "비교할 수 없어 양쪽 모두 실행하지 않았습니다. 시뮬레이터만 할 수 있는 명령입니다")
    case .tooLong:
      Localized(
        "cannot be compared, and was run on neither: the real broker has time limits to wait "
          + "for, and this would take {time}",
        "비교할 수 없어 양쪽 모두 실행하지 않았습니다. 실제 브로커에서 {time} 동안 기다려야 합니다")
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
    case .atLine: Localized("line {number}: {line}", "{number}번째 줄: {line}")
    }
  }
}
