import TokkiLanguage

extension Renderer {
  /// The program as it is, or where it was written to.
  func lines(_ program: WrittenProgram) -> [StyledLine] {
    if let file = program.file {
      return [good + speaker.say(ProgramPhrase.written, ["file": key(file)])]
    }
    let mark = program.language == .python ? "#" : "//"
    return program.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { line in
        let isComment = line.drop { $0 == " " || $0 == "\t" }.hasPrefix(mark)
        return StyledLine(code: line, isComment ? .quiet : .plain)
      }
  }

  func sentence(_ refusal: CodeRefusal) -> (StyledLine, [StyledLine]) {
    switch refusal {
    case .nothingDone: (speaker.say(ProgramPhrase.nothingDone), [tryNext("help code")])
    case .noSuchStep(let number, let count):
      (
        speaker.say(
          ProgramPhrase.noSuchStep,
          ["number": StyledLine("\(number)"), "count": StyledLine("\(count)")]),
        [tryNext("code go --from \(count)")]
      )
    case .noSuchCheckpoint(let name, let known):
      (
        speaker.say(RefusalPhrase.noSuchCheckpoint, ["name": key(name)]),
        there(known, .plain) + [tryNext("list checkpoints")]
      )
    case .notPassed(let name):
      (
        speaker.say(ProgramPhrase.notPassed, ["name": key(name)]),
        [tryNext("goto \(VisibleText.name(name))")]
      )
    case .file(let file, .isThere):
      (speaker.say(ProgramPhrase.fileIsThere, ["file": key(file)]), [tryNext("help code")])
    case .file(let file, .impossible(let reason)):
      (
        speaker.say(
          ProgramPhrase.fileImpossible,
          ["file": key(file), "reason": StyledLine(VisibleText.escaped(reason))]),
        [tryNext("help code")]
      )
    }
  }
}
