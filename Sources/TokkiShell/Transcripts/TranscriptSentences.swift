import TokkiBroker
public import TokkiLanguage

extension Verification {
  /// What came of it, in one line and, where answers differ, a diff.
  ///
  /// - Parameter isAccepted: whether the file was rewritten.
  public func text(in language: Language, isAccepted: Bool) -> String {
    let phrase: TranscriptPhrase =
      isPassed ? .passed : isAccepted ? .rewritten : .differs
    let line = Speaker(language: language).say(
      phrase,
      [
        "file": StyledLine(fileName), "count": "\(commandCount)",
        "differing": "\(differingLines.count)",
      ])
    return "\(isPassed ? "✓" : "✗") \(line.text)\n\(diff)"
  }
}

/// What is wrong with a transcript, in words, and the cure.
struct TranscriptSentences {
  let language: Language

  func sentence(_ reason: TranscriptError.Reason) -> StyledLine {
    let speaker = Speaker(language: language)
    let text = { (text: String) in StyledLine(VisibleText.quoted(String(text.prefix(60)))) }
    return switch reason {
    case .noHeader: speaker.say(TranscriptPhrase.noHeader)
    case .secondHeader: speaker.say(TranscriptPhrase.secondHeader)
    case .badHeader(let word): speaker.say(TranscriptPhrase.badHeader, ["text": text(word)])
    case .unknownProfile(let name):
      speaker.say(
        TranscriptPhrase.unknownProfile,
        [
          "text": text(name),
          "known": StyledLine(Profile.all.map(\.name).joined(separator: ", ")),
        ])
    case .unknownLanguage(let name):
      speaker.say(TranscriptPhrase.unknownLanguage, ["text": text(name)])
    case .badSeed(let word): speaker.say(TranscriptPhrase.badSeed, ["text": text(word)])
    case .unknownAnnotation(let word):
      speaker.say(TranscriptPhrase.unknownAnnotation, ["text": text(word)])
    case .openAnnotation: speaker.say(TranscriptPhrase.openAnnotation)
    case .openBlock: speaker.say(TranscriptPhrase.openBlock)
    case .noPrompt(let line): speaker.say(TranscriptPhrase.noPrompt, ["text": text(line)])
    case .badPause(let word): speaker.say(TranscriptPhrase.badPause, ["text": text(word)])
    case .badWildcard(let word):
      speaker.say(TranscriptPhrase.badWildcard, ["text": text(word)])
    case .unboundName(let name):
      speaker.say(TranscriptPhrase.unboundName, ["text": text(name)])
    case .hiddenFailed(let line, let answer):
      speaker.say(
        TranscriptPhrase.hiddenFailed, ["text": text(line), "answer": StyledLine(answer)])
    case .incomplete(let line):
      speaker.say(TranscriptPhrase.incomplete, ["text": text(line)])
    }
  }
}

enum TranscriptPhrase: String, Phrase {
  case noHeader, secondHeader, badHeader, unknownProfile, unknownLanguage, badSeed
  case unknownAnnotation, openAnnotation, openBlock, noPrompt, badPause, badWildcard
  case unboundName, hiddenFailed, incomplete, passed, differs, rewritten

  var words: Localized {
    switch self {
    case .noHeader:
      Localized(
        "there is no header. Begin the file with <!-- tokki transcript: seed 1, profile 4.0 -->",
        "머리말이 없습니다. 파일을 <!-- tokki transcript: seed 1, profile 4.0 --> 로 시작하세요")
    case .secondHeader:
      Localized("a second header. Leave one of them.", "머리말이 둘입니다. 하나만 남기세요.")
    case .badHeader:
      Localized(
        "the header says {text}. It states seed N, profile P, language L, separated by commas.",
        "머리말의 {text}. seed N, profile P, language L을 쉼표로 구분해 쓰세요.")
    case .unknownProfile:
      Localized(
        "there is no profile {text}. Known: {known}", "{text} 프로필이 없습니다. 있는 것: {known}")
    case .unknownLanguage:
      Localized("there is no language {text}. Write en or ko.", "{text} 언어가 없습니다. en이나 ko를 쓰세요.")
    case .badSeed:
      Localized("the seed {text} is no whole number", "시드 {text} 은(는) 0 이상의 정수가 아닙니다")
    case .unknownAnnotation:
      Localized(
        "there is no annotation {text}. There are transcript, chapter, pause, note and hidden.",
        "{text} 주석이 없습니다. transcript, chapter, pause, note, hidden이 있습니다.")
    case .openAnnotation:
      Localized("the comment does not end. Close it with -->", "주석이 끝나지 않습니다. -->로 닫으세요")
    case .openBlock:
      Localized("the block does not end. Close it with ```", "블록이 끝나지 않습니다. ```로 닫으세요")
    case .noPrompt:
      Localized(
        "{text} answers to nothing. A block begins with a line after tokki>",
        "{text}: 무엇에 대한 답인지 알 수 없습니다. 블록은 tokki> 로 시작하는 줄로 시작합니다")
    case .badPause:
      Localized(
        "{text} is no pause. Write a time such as 2s or 500ms.",
        "{text}: 시간이 아닙니다. 2s나 500ms처럼 쓰세요.")
    case .badWildcard:
      Localized(
        "{text} is no wildcard. There are {{...}} alone on a line, {{*}} and {{name}}; braces "
          + "that are meant are written {{{{",
        "{text}: 와일드카드가 아닙니다. 한 줄에 홀로 {{...}}, 줄 안의 {{*}}와 {{name}}이 있고, "
          + "중괄호 자체는 {{{{로 씁니다")
    case .unboundName:
      Localized(
        "{text} has no value yet. An answer before this line must bind it.",
        "{text}에 아직 값이 없습니다. 이 줄보다 앞선 답에서 값을 정해야 합니다.")
    case .hiddenFailed:
      Localized("the hidden line {text} failed: {answer}", "숨은 줄 {text} 실패: {answer}")
    case .passed: Localized("{file}: {count} commands", "{file}: 명령 {count}개")
    case .differs:
      Localized(
        "{file}: {differing} of {count} answers differ", "{file}: 답 {count}개 중 {differing}개가 다릅니다")
    case .rewritten:
      Localized(
        "{file}: {differing} of {count} answers rewritten",
        "{file}: 답 {count}개 중 {differing}개를 고쳐 썼습니다")
    case .incomplete:
      Localized(
        "{text} goes on. Continue it with a line after ...>",
        "{text} 명령이 끝나지 않았습니다. 다음 줄을 ...> 로 시작해 이으세요")
    }
  }
}
