import TokkiClient
import TokkiCode
import TokkiLanguage

/// The run so far as a program for a real client.
extension Shell {
  func record(_ command: Command, _ turn: Turn) {
    memory.steps.append(
      RecordedStep(
        line: turn.interruption?.command.description ?? turn.line, command: command,
        reports: turn.reports))
  }

  /// What came without a command belongs to the step before.
  func recordNews(_ reports: [ClientReport]) {
    guard !memory.steps.isEmpty else { return }
    memory.steps[memory.steps.count - 1].reports += reports
  }

  func code(_ request: CodeRequest) throws(Stop) -> WrittenProgram {
    guard !memory.steps.isEmpty else { throw .refused(.noProgram(.nothingDone)) }
    let text = GeneratedProgram.text(
      of: memory.steps, in: request.language, from: try leftOut(request.start),
      words: configuration.language)
    var program = WrittenProgram(language: request.language, text: text)
    guard let file = request.file else { return program }
    guard let files else {
      throw .refused(.noProgram(.file(file, .impossible("no files here"))))
    }
    if let fault = files.make(file, text: text) {
      throw .refused(.noProgram(.file(file, fault)))
    }
    program.file = file
    return program
  }

  /// How many steps are left out at the beginning.
  private func leftOut(_ start: CodeRequest.Start?) throws(Stop) -> Int {
    let count = memory.steps.count
    switch start {
    case nil: return 0
    case .step(let number):
      guard (1...count).contains(number) else {
        throw .refused(.noProgram(.noSuchStep(number, count: count)))
      }
      return number - 1
    case .checkpoint(let name):
      guard let then = memories.memory(named: name) else {
        throw .refused(.noProgram(.noSuchCheckpoint(name, known: memories.names)))
      }
      guard memory.steps.starts(with: then.steps) else {
        throw .refused(.noProgram(.notPassed(checkpoint: name)))
      }
      return then.steps.count
    }
  }
}
