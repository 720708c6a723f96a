public import TokkiLanguage

/// What is said around a demo.
enum DemoPhrase: String, Phrase {
  case keysAtStop, keysWhileHeld, keysAtEnd, live, differs, exported
  case stepByStep, back, forward, showAll, chapters
  case notes, noNotes, nextCommand, chapter, step, playing, held, answering, over, waiting

  var words: Localized {
    switch self {
    case .keysAtStop:
      Localized(
        "Enter next · b back · n p chapter · ! live · t type · q quit · ? hide",
        "Enter 다음 · b 뒤로 · n p 챕터 · ! 직접 입력 · t 타자 · q 나가기 · ? 숨기기")
    case .keysWhileHeld:
      Localized(
        "Space play · Enter next · b back · n p chapter · ! live · q quit · ? hide",
        "Space 재생 · Enter 한 단계 · b 뒤로 · n p 챕터 · ! 직접 입력 · q 나가기 · ? 숨기기")
    case .keysAtEnd:
      Localized(
        "The end: Enter or q quit · b back · p chapter · ! live",
        "끝났습니다: Enter나 q 나가기 · b 뒤로 · p 챕터 · ! 직접 입력")
    case .live:
      Localized(
        "Live: what you do here is undone when the demo goes on. `resume` or Ctrl-D goes back.",
        "직접 입력: 여기서 한 일은 데모로 돌아가면 없던 일이 됩니다. `resume`이나 Ctrl-D로 돌아갑니다.")
    case .differs:
      Localized(
        "{file}: {count} of {commands} answers were not those of the transcript "
          + "(at line {lines}). Try: {command}",
        "{file}: 답 {commands}개 중 {count}개가 기록과 달랐습니다({lines}번째 줄). 해 보세요: {command}")
    case .exported:
      Localized(
        "{file}: steps {steps}, chapters {chapters}", "{file}: {steps}단계, 챕터 {chapters}개")
    case .stepByStep: Localized("Step by step", "한 단계씩")
    case .back: Localized("Back", "뒤로")
    case .forward: Localized("Next", "다음")
    case .showAll: Localized("Show all", "모두 보기")
    case .chapters: Localized("Chapters", "챕터")
    case .notes: Localized("Notes", "노트")
    case .noNotes: Localized("none here", "여기에는 없습니다")
    case .nextCommand: Localized("Next", "다음")
    case .chapter:
      Localized("chapter {number} of {count}: {title}", "챕터 {number}/{count}: {title}")
    case .step: Localized("step {number} of {count}", "단계 {number}/{count}")
    case .playing: Localized("playing", "재생 중")
    case .held: Localized("waits for a key", "키를 기다림")
    case .answering: Localized("live input", "직접 입력 중")
    case .over: Localized("over", "끝남")
    case .waiting:
      Localized(
        "Waiting for a demo: tokki play FILE --notes-to {path}",
        "데모를 기다립니다: tokki play FILE --notes-to {path}")
    }
  }
}

/// Sentences around a demo, for whoever shows it.
public struct DemoWords: Sendable {
  private let speaker: Speaker

  public init(language: Language) { speaker = Speaker(language: language) }

  /// The keys where the demo waits.
  ///
  /// - Parameter isTyped: whether it goes on by itself after a key.
  public func keys(isTyped: Bool, isOver: Bool) -> StyledLine {
    speaker.say(
      isOver ? DemoPhrase.keysAtEnd : isTyped ? DemoPhrase.keysWhileHeld : DemoPhrase.keysAtStop,
      .quiet)
  }

  public var live: StyledLine { speaker.say(DemoPhrase.live, .quiet) }

  /// What a file shows now.
  public func exported(_ demo: Demo, to file: String) -> StyledLine {
    speaker.say(
      DemoPhrase.exported,
      [
        "file": StyledLine(file), "steps": "\(demo.beats.count)",
        "chapters": "\(demo.chapters.count)",
      ])
  }

  /// That answers were not those of the transcript; told once, when all is over.
  public func differences(of demo: Demo, fileName: String) -> StyledLine {
    let commands = demo.beats.count { beat in
      if case .command = beat.content { true } else { false }
    }
    return speaker.say(
      DemoPhrase.differs,
      [
        "file": StyledLine(fileName), "count": "\(demo.differingLines.count)",
        "commands": "\(commands)",
        "lines": StyledLine(demo.differingLines.map(String.init).joined(separator: ", ")),
        "command": StyledLine("tokki verify \(fileName)"),
      ])
  }
}
