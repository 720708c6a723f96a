import TokkiLanguage

/// What is said of programs.
enum ProgramPhrase: String, Phrase {
  case written, nothingDone, noSuchStep, notPassed, fileIsThere, fileImpossible

  var words: Localized {
    switch self {
    case .written: Localized("the program is in {file}", "프로그램을 {file} 파일에 저장했습니다")
    case .nothingDone:
      Localized("nothing was done yet that a program could do", "프로그램으로 옮길 일이 아직 없습니다")
    case .noSuchStep:
      Localized(
        "there is no step {number}: the run has {count}", "{number}단계가 없습니다. 지금까지 {count}단계입니다")
    case .notPassed:
      Localized(
        "the run as it is now did not pass the checkpoint {name}",
        "지금의 실행은 {name} 체크포인트를 지나지 않았습니다")
    case .fileIsThere:
      Localized("{file} is there already, and stays as it is", "{file} 파일이 이미 있어 그대로 두었습니다")
    case .fileImpossible:
      Localized("{file} cannot be written: {reason}", "{file} 파일을 쓸 수 없습니다: {reason}")
    }
  }
}
