import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// The last exception, and what is known of errors.
extension Shell {
  /// What `explain` is about: the last exception or the last publish, whichever came last.
  func explainLast() async throws(Stop) -> Outcome.Part {
    if let exception = await lastException(unlessPublished: true) {
      return .errorExplanation(ErrorExplanation(.happened(exception)))
    }
    guard let last = await lastPublish(try needSimulator(for: .explain)) else {
      throw .refused(.nothingPublished)
    }
    return .explanation(last)
  }

  /// What `explain error` is about: the last exception, or what was asked.
  func explainError(_ asked: String?) async throws(Stop) -> ErrorExplanation {
    guard let asked else {
      guard let exception = await lastException(unlessPublished: false) else {
        throw .refused(.noErrorYet)
      }
      return ErrorExplanation(.happened(exception))
    }
    guard let explanation = ErrorExplanation(asked: asked) else {
      let known = ReplyCode.allCases.map(\.name) + RuleName.allCases.map(\.rawValue)
      throw .refused(.noSuchError(asked, nearest: EditDistance.nearest(to: asked, among: known)))
    }
    return explanation
  }

  /// The last exception that a client met; of a real broker, that this shell's clients met. nil
  /// where there was none, or where a client published after it.
  private func lastException(unlessPublished: Bool) async -> ExceptionAnswer? {
    if let error = memory.lastError { return error }
    if let real {
      for report in real.history(since: 0).reversed() {
        if case .sent(.basicPublish, _) = report.fact, unlessPublished { return nil }
        if report.isException { return ExceptionAnswer(report) }
      }
      return nil
    }
    guard let simulator else { return nil }
    let trace = await simulator.log().trace
    let names = ConnectionNames(await simulator.snapshot().connections, trace: trace)
    for entry in trace.reversed() {
      switch entry.fact {
      case .published(_, .some, _, _): if unlessPublished { return nil }
      case .closedChannel(let place, let exception?):
        return ExceptionAnswer(
          exception, client: names[place.connection], channel: place.channel,
          closesConnection: false)
      case .closedConnection(let connection, let exception?):
        return ExceptionAnswer(
          exception, client: names[connection], channel: 0, closesConnection: true)
      default: continue
      }
    }
    return nil
  }
}

extension ExceptionAnswer {
  fileprivate init(
    _ exception: AMQPException, client: String, channel: UInt16, closesConnection: Bool
  ) {
    self.init(
      client: ClientName(client), channel: channel, code: exception.code.rawValue,
      text: exception.text, method: Method(id: exception.method)?.name,
      closesConnection: closesConnection)
  }
}
