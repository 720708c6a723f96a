public import TokkiLanguage

/// What came of one line: data first. Text and JSON are made of it by renderers, without asking
/// anyone anything again.
public struct Outcome: Hashable, Sendable {
  /// How it ended, in one word.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It was done.
    case done
    /// A blank line or a comment: there was nothing to do.
    case nothing
    /// The line goes on: the next one belongs to it.
    case incomplete
    /// The line is no command. Nothing was done.
    case notUnderstood = "not understood"
    /// The shell refused it before the broker was asked, or the broker refused it without closing
    /// anything, as it does what an operator asks for. Nothing was done.
    case refused
    /// The broker closed a channel or a connection because of it.
    case exception
    /// An expectation did not hold, or could not be checked.
    case unmet
    /// The line asks to leave.
    case exit
  }

  /// The line as it was given.
  public var line: String
  public var status: Status
  /// Milliseconds of virtual time when it was done; nil on a real broker.
  public var at: Int64?
  /// In the order in which they happened.
  public var parts: [Part]

  public init(line: String, status: Status = .done, at: Int64? = nil, parts: [Part] = []) {
    self.line = line
    self.status = status
    self.at = at
    self.parts = parts
  }

  /// One thing that an outcome tells.
  public enum Part: Hashable, Sendable {
    case answer(Answer)
    case published(PublishAnswer)
    /// What clients learned or did meanwhile: deliveries, confirms, work done …
    case happened(Happening)
    /// What the broker did with messages by itself: requeued, expired, dead-lettered …
    case moved(Movement)
    case exception(ExceptionAnswer)
    case refusal(Refusal)
    case parseError(ParseError)
    case listing(Listing)
    case picture(Topology)
    /// The topology in the language of a drawing program.
    case diagram(Topology, DiagramFormat)
    case timeline(WorkTimeline)
    case life(MessageLife)
    case sequence(MethodSequence)
    case watch(WatchAnswer)
    case explanation(Explanation)
    case errorExplanation(ErrorExplanation)
    case verdict(Verdict)
    case overview(Overview)
    case code(WrittenProgram)
    case concept(Concept)
    case concepts
    case comparison(ComparisonReport)
    case help(HelpTopic)
  }

  /// Whether a script stops here: the line was not understood, was refused, met an AMQP
  /// exception, or was an expectation that did not hold.
  public var isFailure: Bool {
    switch status {
    case .done, .nothing, .exit: false
    case .incomplete, .notUnderstood, .refused, .exception, .unmet: true
    }
  }
}
