public import AMQPModel
public import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiSimulation

/// Runs lines on the simulator and on a real broker, step by step, and lays side by side what
/// clients were told. After each line it waits until both have told the same; only what is
/// different when patience is over is a difference.
///
/// On the real broker the lines have a place of their own, which is made before and removed after,
/// whatever happens meanwhile: a virtual host, or, where the management API does not make one,
/// names with a prefix. Time passes there only where the broker's own clock matters, which is where
/// a message or a queue has a time limit.
public struct BrokerComparison: Sendable {
  /// How long the real broker may take to tell the same after each line.
  public var patience = Duration.seconds(8)
  /// How long the real broker may take to answer a command at all.
  public var longestAnswer = Duration.seconds(60)
  /// The longest time, in milliseconds, that is waited for where the broker's own clock matters.
  public var longestAdvance: Int64 = 30_000

  private let uri: AMQPURI
  private let finder: any BrokerFinder
  private let profile: Profile?
  private let seed: UInt64

  /// - Parameters:
  ///   - finder: what reaches the broker; its clients are told the time (`SteppedClient`).
  ///   - profile: what is simulated; nil: the version that the broker says it is.
  public init(
    with uri: AMQPURI, finder: any BrokerFinder, profile: Profile? = nil, seed: UInt64 = 0
  ) {
    self.uri = uri
    self.finder = finder
    self.profile = profile
    self.seed = seed
  }

  /// Why there is no result.
  public enum Failure: Error, Hashable, Sendable {
    case unreached(Refusal)
    case lost(ComparisonLoss)
    /// The task was cancelled.
    case givenUp(leftBehind: [String])
  }

  /// - Throws: `Failure` where there is nothing to compare with, or no longer.
  public func run(
    _ lines: [ComparisonReport.Line]
  ) async throws(Failure) -> ComparisonReport {
    let reached: ReachedBroker
    do throws(ClientError) {
      reached = try await finder.reach(uri)
    } catch {
      throw .unreached(Refusal(error))
    }
    let server = await reached.client.serverProperties()
    let place = BrokerPlace(uri, server: server, hasManagement: reached.management != nil)
    // Making and removing the place is no matter of whether somebody still waits for the result.
    let (finder, uri) = (finder, uri)
    let space = await Task.detached {
      await ComparedSpace.make(on: reached, at: uri, finder: finder)
    }.value
    var result = await run(lines, in: space, place)
    let leftBehind = await Task.detached { await space.remove() }.value
    if Task.isCancelled { throw .givenUp(leftBehind: leftBehind) }
    switch result {
    case .success(var report):
      report.leftBehind = leftBehind
      result = .success(report)
    case .failure(.lost(var loss)):
      loss.leftBehind = leftBehind
      result = .failure(.lost(loss))
    case .failure: break
    }
    return try result.get()
  }

  private func run(
    _ lines: [ComparisonReport.Line], in space: ComparedSpace, _ place: BrokerPlace
  ) async -> Result<ComparisonReport, Failure> {
    let profile =
      profile ?? (place.version.hasPrefix("3.") ? Profile.rabbitMQ310 : Profile.rabbitMQ40)
    var configuration = Shell.Configuration()
    configuration.patience = patience
    configuration.hasBrokerToItself = true
    let simulation = Simulation(profile: profile, seed: seed)
    let sides = ComparedSides(
      simulation: simulation, simulated: Shell(simulator: simulation),
      real: Shell(
        simulator: Simulation(), finder: space.finder, configuration: configuration),
      space: space)
    let connected = await sides.real.run(.broker(.connect(space.uri)), line: "connect")
    for part in connected.parts {
      if case .refusal(let refusal) = part { return .failure(.unreached(refusal)) }
    }
    var run = ComparisonRun(
      sides: sides, limits: self,
      report: ComparisonReport(broker: "\(place.product) \(place.version)"))
    for line in lines where !Task.isCancelled && run.loss == nil { await run.perform(line) }
    let end = Task.detached { await sides.real.dropBroker() }
    await end.value
    if let loss = run.loss { return .failure(.lost(loss)) }
    return .success(run.report)
  }
}

/// The same run on both brokers.
struct ComparedSides {
  let simulation: Simulation
  let simulated: Shell
  let real: Shell
  let space: ComparedSpace
}

extension Shell {
  /// How many things clients of the real broker did and learned so far, and those after so many.
  func realReports(after count: Int) async -> (all: Int, new: [ClientReport]) {
    keepForNews(await client.reports())
    return (real?.reportCount ?? 0, Array(real?.history(since: count) ?? []))
  }

  /// Leaves the real broker without finishing anything.
  func dropBroker() async {
    for client in await client.clients() where client.isConnected {
      _ = try? await self.client.kill(client.name)
    }
    _ = await leave()
  }

  /// Lets workers on the real broker know what time it is.
  func stepReal(to milliseconds: Int64) async {
    guard let real else { return }
    keepForNews(await real.client.advance(to: milliseconds))
  }

  /// Returns at that moment, or when the task is cancelled.
  func pause(until deadline: ContinuousClock.Instant) async {
    while deadline > .now, !Task.isCancelled { await bell.wait(past: .max, until: deadline) }
  }
}
