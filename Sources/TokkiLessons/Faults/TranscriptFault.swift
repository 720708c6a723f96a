/// Why no lesson can be made of a transcript.
enum TranscriptFault: Hashable, Sendable {
  case notAMQP(String)
  /// A value that an answer named is typed.
  case answerTyped(String)
  case nothingTyped
  case nothingHappens

  var words: FaultWords {
    switch self {
    case .notAMQP(let line):
      FaultWords(
        "\"\(line)\" has no place in a lesson, where everybody goes back and forth as they like",
        "Take it out of a copy of the transcript, and what was undone with it.",
        korean: "레슨에 넣을 수 없는 줄입니다(레슨에서는 저마다 되돌리고 다시 합니다): \"\(line)\"",
        "기록의 사본에서 그 줄과, 그 줄로 되돌린 것을 빼세요.")
    case .answerTyped(let line):
      FaultWords(
        "\"\(line)\" types what an answer named, which is another in each run",
        "Write a name of your own there, in a copy of the transcript.",
        korean: "답에서 받은 이름을 입력하는 줄입니다(이름은 실행할 때마다 다릅니다): \"\(line)\"",
        "기록의 사본에서 직접 지은 이름으로 바꾸세요.")
    case .nothingTyped:
      FaultWords(
        "nothing is typed in this transcript",
        "Record one with commands that declare, publish or consume.",
        korean: "이 기록에는 입력한 것이 없습니다", "선언, 발행, 소비하는 명령을 기록하세요.")
    case .nothingHappens:
      FaultWords(
        "nothing comes of these commands that a goal could claim",
        "Let the transcript declare, publish or consume something.",
        korean: "이 명령들로는 목표로 삼을 만한 일이 일어나지 않습니다",
        "기록에서 무언가를 선언하거나 발행하거나 소비하게 하세요.")
    }
  }
}
