import TokkiLanguage

/// What the prompt itself has to say.
struct PromptWords {
  var language: Language

  func wayOut(of mark: Character) -> String {
    switch language {
    case .english: "The quote is still open: close it with \(mark), or leave with Ctrl-C."
    case .korean: "따옴표가 아직 열려 있습니다. \(mark) 기호로 닫거나 Ctrl-C로 그만두세요."
    }
  }

  var dropped: String {
    switch language {
    case .english: "The command was not finished, and is dropped. Ctrl-D once more leaves."
    case .korean: "끝나지 않은 명령을 버렸습니다. Ctrl-D를 한 번 더 누르면 나갑니다."
    }
  }

  var stillStopping: String {
    switch language {
    case .english:
      "Still stopping; what was done stays done. Ctrl-\\ ends Tokki at once, and all is lost."
    case .korean:
      "멈추는 중입니다. 이미 한 일은 그대로 남습니다. Ctrl-\\를 누르면 Tokki가 바로 끝나고 모두 사라집니다."
    }
  }
}
