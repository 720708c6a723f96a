import AMQPModel
import TokkiLanguage

/// The command `compare`: the lines of this run, on the simulation and on a real broker.
extension Shell {
  func compare(
    with uri: AMQPURI?, _ turn: inout Turn
  ) async throws(Stop) -> Outcome.Status {
    guard let finder else { throw .refused(.noFinder) }
    guard let uri = uri ?? real?.client.uri else { throw .refused(.noBrokerToCompare) }
    guard !memory.lines.isEmpty else { throw .refused(.nothingToCompare) }
    let lines = memory.lines.enumerated().map { index, line in
      ComparisonReport.Line(number: index + 1, text: line)
    }
    let comparison = BrokerComparison(
      with: uri, finder: finder.stepped, seed: configuration.seed)
    do throws(BrokerComparison.Failure) {
      let report = try await comparison.run(lines)
      turn.answers.append(.comparison(report))
      return report.isEqual ? .done : .unmet
    } catch {
      throw .refused(Refusal(error))
    }
  }
}

extension Refusal {
  public init(_ failure: BrokerComparison.Failure) {
    switch failure {
    case .unreached(let refusal): self = refusal
    case .lost(let loss): self = .comparisonLost(loss)
    case .givenUp(let leftBehind):
      self = leftBehind.isEmpty ? .givenUp : .comparisonGivenUp(leftBehind: leftBehind)
    }
  }
}
