/// Prints how many messages the broker takes from publish to acknowledgement in a second of
/// processor time: the best of five runs, since other programs can only slow a run down.
@main
struct Bench {
  private static let runs = 5

  static func main() {
    for workload in Workload.all {
      let outcomes = (0..<runs).map { _ in
        var run = Run(workload)
        return run.measure()
      }
      guard let best = outcomes.min(by: { $0.seconds < $1.seconds }) else { continue }
      print(
        "\(workload.name): \(rate(best.published, best)) published/s,",
        "\(rate(best.acknowledged, best)) delivered and acknowledged/s")
    }
  }

  private static func rate(_ count: Int, _ outcome: Run.Outcome) -> Int {
    Int((Double(count) / max(outcome.seconds, .leastNormalMagnitude)).rounded())
  }
}
