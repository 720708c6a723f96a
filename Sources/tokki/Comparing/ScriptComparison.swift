import ArgumentParser
import TokkiREPL
import TokkiShell

/// Scripts compared with a real broker, some at the same time; what came of them is shown in their
/// order.
struct ScriptComparison: Sendable {
  let comparison: BrokerComparison
  /// How many times each script is compared, up to the first that differs.
  var times = 1
  /// How many scripts are compared at the same time.
  var jobs = 4
  let renderer: Renderer
  let isJSON: Bool

  init(with comparison: BrokerComparison, _ session: ProgramSession) {
    self.comparison = comparison
    renderer = session.renderer
    isJSON = session.settings.isJSON
  }

  /// Compares them all, and shows what came of it. It belongs on the main thread, which it blocks.
  func run(_ scripts: [ComparedScript]) -> ExitStatus {
    let (status, cancelled) = CancellableWork.run { await compare(scripts) }
    return cancelled ?? status ?? .internalFault
  }

  private struct Result: Sendable {
    var reports: [ComparisonReport] = []
    var failure: BrokerComparison.Failure?
  }

  private func compare(_ scripts: [ComparedScript]) async -> ExitStatus {
    var status = ExitStatus.success
    await withTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      func begin() {
        guard next < scripts.count else { return }
        let (number, script) = (next, scripts[next])
        group.addTask { (number, await result(of: script)) }
        next += 1
      }
      for _ in 0..<jobs { begin() }
      var waiting: [Int: Result] = [:]
      var shown = 0
      var failure: BrokerComparison.Failure?
      for await (number, result) in group {
        if let fault = result.failure {
          failure = worse(failure, fault)
          group.cancelAll()
        } else {
          begin()
        }
        waiting[number] = result
        while let result = waiting.removeValue(forKey: shown) {
          for report in result.reports {
            show(report, of: scripts[shown])
            if !report.isEqual { status = status.worse(.checkFailed) }
          }
          shown += 1
        }
      }
      guard let failure else { return }
      complain(failure)
      status = .unreachable
    }
    return status
  }

  /// What the others say once the first has failed is only that they were given up.
  private func worse(
    _ first: BrokerComparison.Failure?, _ other: BrokerComparison.Failure
  ) -> BrokerComparison.Failure {
    guard let first else { return other }
    if case .lost(var loss) = first, case .givenUp(let leftBehind) = other {
      loss.leftBehind += leftBehind
      return .lost(loss)
    }
    if case .lost(var loss) = first, case .lost(let next) = other {
      loss.leftBehind += next.leftBehind
      return .lost(loss)
    }
    return first
  }

  private func result(of script: ComparedScript) async -> Result {
    var result = Result()
    for _ in 0..<times {
      do throws(BrokerComparison.Failure) {
        let report = try await comparison.run(script.lines)
        result.reports.append(report)
        if !report.isEqual { break }
      } catch {
        result.failure = error
        break
      }
    }
    return result
  }

  private func complain(_ failure: BrokerComparison.Failure) {
    let outcome = Outcome(line: "", status: .refused, parts: [.refusal(Refusal(failure))])
    TextOutput.complaints.write(renderer.text(outcome) + "\n")
  }

  private func show(_ report: ComparisonReport, of script: ComparedScript) {
    if isJSON {
      let line = JSONValue.object([
        .init("file", .string(script.name)), .init("comparison", report.json),
      ])
      TextOutput.results.write(line.text + "\n")
    } else {
      TextOutput.results.write(renderer.text(renderer.lines(report, source: script.name)) + "\n")
    }
  }
}
