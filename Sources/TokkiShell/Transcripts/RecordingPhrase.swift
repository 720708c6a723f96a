public import TokkiLanguage

/// What is said while a session is recorded.
enum RecordingPhrase: String, Phrase {
  case greeting, remarks, noLessons, noOtherBroker, badPause, notWritten, writtenAgain, notWhole,
    finished
  case exists, differs

  var words: Localized {
    switch self {
    case .greeting:
      Localized("Recording to {file}; Ctrl-D ends it.", "{file}에 기록합니다. Ctrl-D로 끝냅니다.")
    case .remarks:
      Localized(
        "`# text` narrates, `## title` begins a chapter, `# note: text` is for the speaker, "
          + "`# pause: 2s` waits.",
        "`# 글`은 해설, `## 제목`은 새 챕터, `# note: 글`은 발표자 노트, `# pause: 2s`는 기다림입니다.")
    case .noLessons:
      Localized(
        "Lessons are not recorded. Try: tokki lesson", "레슨은 기록하지 않습니다. 해 보세요: tokki lesson")
    case .noOtherBroker:
      Localized(
        "A recording stays on one broker. Try: tokki record FILE --broker URI",
        "기록은 한 브로커에서만 합니다. 해 보세요: tokki record FILE --broker URI")
    case .badPause:
      Localized(
        "That is no pause, and is not recorded. Try: # pause: 2s",
        "시간이 아니어서 기록하지 않았습니다. 해 보세요: # pause: 2s")
    case .notWritten:
      Localized(
        "{file} cannot be written ({reason}). Each command tries it again.",
        "{file}에 쓸 수 없습니다({reason}). 명령마다 다시 시도합니다.")
    case .writtenAgain:
      Localized("{file} is written again, and whole.", "{file}에 다시 빠짐없이 썼습니다.")
    case .notWhole:
      Localized(
        "{file} lacks the last {count} commands ({reason}). This belongs at its end:",
        "{file}에 마지막 명령 {count}개가 빠졌습니다({reason}). 파일 끝에 올 내용입니다:")
    case .finished:
      Localized(
        "{file}: {count} commands. Try: {command}", "{file}: 명령 {count}개. 해 보세요: {command}")
    case .exists:
      Localized(
        "{file} is there already. Go on with it by --append, or name another file.",
        "{file} 파일이 이미 있습니다. --append로 이어서 기록하거나 다른 이름을 쓰세요.")
    case .differs:
      Localized(
        "{file} does not say what the broker answers today, so that nothing can be added to it. "
          + "Try: {command}",
        "{file}의 답이 지금 브로커의 답과 달라 이어서 기록할 수 없습니다. 해 보세요: {command}")
    }
  }
}

/// Sentences about a recording, for whoever makes it.
public struct RecordingWords: Sendable {
  public let language: Language

  public init(language: Language) { self.language = language }

  /// What is said at the beginning, a paragraph each.
  public func greeting(_ file: String) -> [String] {
    [say(.greeting, file), say(.remarks)]
  }

  public var noLessons: String { say(.noLessons) }

  public var noOtherBroker: String { say(.noOtherBroker) }

  public var badPause: String { say(.badPause) }

  public func notWritten(_ file: String, reason: String) -> String {
    say(.notWritten, file, reason: reason)
  }

  public func writtenAgain(_ file: String) -> String { say(.writtenAgain, file) }

  /// With what the file lacks, escaped for a terminal.
  public func notWhole(_ file: String, count: Int, reason: String, rest: String) -> String {
    let lines = rest.split(separator: "\n", omittingEmptySubsequences: false)
    return
      ([say(.notWhole, file, count: count, reason: reason)]
      + lines.map { VisibleText.escaped(String($0)) }).joined(separator: "\n")
  }

  public func exists(_ file: String) -> String { say(.exists, file) }

  public func differs(_ file: String) -> String {
    say(.differs, file, command: "tokki verify \(file)")
  }

  public func finished(_ file: String, count: Int) -> String {
    say(.finished, file, command: "tokki play \(file)", count: count)
  }

  private func say(
    _ phrase: RecordingPhrase, _ file: String = "", command: String = "", count: Int = 0,
    reason: String = ""
  ) -> String {
    Speaker(language: language).say(
      phrase,
      [
        "file": StyledLine(file), "command": StyledLine(command), "count": "\(count)",
        "reason": StyledLine(reason),
      ]
    ).text
  }
}
