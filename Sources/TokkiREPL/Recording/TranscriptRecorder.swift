public import TokkiLanguage
public import TokkiShell

/// Writes a session down as a transcript, which holds again whenever it is run: each line that is
/// written is run once more, on a simulated broker of the recorder's own, as a verification will
/// run it. What differs there becomes a wildcard, and on a real broker the names that it makes
/// become names of the transcript.
public actor TranscriptRecorder: SessionRecorder {
  private let file: TranscriptFile
  private let language: Language
  private let rehearsal: TranscriptRehearsal
  private var writer = TranscriptWriter()
  /// What could not be written yet, and how many commands are in it.
  private var unwritten: (addition: TranscriptWriter.Addition, commandCount: Int, reason: String)?
  /// How many commands there were.
  public private(set) var commandCount = 0

  /// - Parameter rehearsal: has gone through what the file holds already.
  public init(_ file: TranscriptFile, language: Language, rehearsal: TranscriptRehearsal) {
    self.file = file
    self.language = language
    self.rehearsal = rehearsal
  }

  public func objection(to line: String) -> String? {
    guard case .command(let command) = Command.parse(line) else { return nil }
    switch command {
    case .lesson: return RecordingWords(language: language).noLessons
    case .broker: return RecordingWords(language: language).noOtherBroker
    case .amqp, .connection, .operate, .simulation, .look, .watch, .expect, .history, .help, .set,
      .exit:
      return nil
    }
  }

  public func take(_ outcome: Outcome, line: String, language: Language) async -> String? {
    switch outcome.status {
    case .incomplete, .exit: return nil
    case .nothing:
      let text = String(line.drop(while: \.isWhitespace))
      guard text.hasPrefix("#") else { return nil }
      guard let addition = writer.remark(text) else {
        return RecordingWords(language: language).badPause
      }
      return add(addition)
    case .done, .notUnderstood, .refused, .exception, .unmet: break
    }
    let recorded = await rehearsal.take(outcome, line: line, language: language)
    for time in recorded.waits {
      if let complaint = add(writer.hidden("advance \(time.milliseconds)ms")) { return complaint }
    }
    commandCount += 1
    return add(writer.command(recorded.text, answer: recorded.answer), isCommand: true)
  }

  public func take(news: Outcome, language: Language) async {
    guard let answer = await rehearsal.take(news: news, language: language),
      let addition = writer.amended(answer: answer)
    else { return }
    _ = add(addition)
  }

  /// What the user is to be told when the file cannot be written any more, and when it can again.
  private func add(_ addition: TranscriptWriter.Addition, isCommand: Bool = false) -> String? {
    let whole = unwritten?.addition.followed(by: addition) ?? addition
    let words = RecordingWords(language: language)
    do throws(TranscriptFile.Failure) {
      try file.add(whole)
      defer { unwritten = nil }
      return unwritten == nil ? nil : words.writtenAgain(file.path)
    } catch {
      let wasWritten = unwritten == nil
      var reason = ""
      if case .notWritable(let said) = error { reason = said }
      unwritten = (whole, (unwritten?.commandCount ?? 0) + (isCommand ? 1 : 0), reason)
      return wasWritten ? words.notWritten(file.path, reason: reason) : nil
    }
  }

  /// What is to be said, and what the file lacks, when all is over; nil if it is whole.
  public func loss() -> String? {
    unwritten.map { unwritten in
      RecordingWords(language: language).notWhole(
        file.path, count: unwritten.commandCount, reason: unwritten.reason,
        rest: unwritten.addition.text)
    }
  }
}
