public import AMQPModel
public import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiSimulation

/// Runs lines on the simulator and on a real broker, step by step, and lays side by side what
/// clients were told. After each line it waits until both have told the same; only what is
/// different when patience is over is a difference.
///
/// On the real broker the lines have a virtual host of their own, which is made before and removed
/// after, whatever happens meanwhile. Time passes there only where the broker's own clock matters,
/// which is where a message or a queue has a time limit.
public struct BrokerComparison: Sendable {
  /// How long the real broker may take to tell the same after each line.
  public var patience = Duration.seconds(8)
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

  /// Why nothing was compared.
  public enum Failure: Error, Hashable, Sendable {
    case unreached(Refusal)
    /// The management API, by which the virtual host is made, does not answer, or refuses.
    case noVirtualHost
  }

  /// - Throws: `Failure` where there is nothing to compare with.
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
    guard let management = reached.management else {
      _ = await reached.client.shutdown()
      throw .noVirtualHost
    }
    _ = await reached.client.shutdown()
    let space = "tokki-compare-\(UInt64.random(in: .min ... .max))"
    do {
      try await management.addVirtualHost(space)
    } catch {
      throw .noVirtualHost
    }
    let result = await run(lines, in: space, server: server)
    // Its end is no matter of whether somebody still waits for the result.
    await Task.detached { try? await management.removeVirtualHost(space) }.value
    switch result {
    case .success(let report): return report
    case .failure(let failure): throw failure
    }
  }

  private func run(
    _ lines: [ComparisonReport.Line], in space: String, server: FieldTable
  ) async -> Result<ComparisonReport, Failure> {
    let place = BrokerPlace(uri, server: server, hasManagement: true)
    let profile =
      profile ?? (place.version.hasPrefix("3.") ? Profile.rabbitMQ310 : Profile.rabbitMQ40)
    var own = uri
    own.virtualHost = space
    let simulation = Simulation(profile: profile, seed: seed)
    let sides = ComparedSides(
      simulation: simulation, simulated: Shell(simulator: simulation),
      real: Shell(simulator: Simulation(), finder: finder, configuration: configuration),
      virtualHost: space)
    let connected = await sides.real.run(
      .broker(.connect(own)), line: "connect")
    for part in connected.parts {
      if case .refusal(let refusal) = part { return .failure(.unreached(refusal)) }
    }
    var run = ComparisonRun(
      sides: sides, patience: patience, longestAdvance: longestAdvance,
      report: ComparisonReport(broker: "\(place.product) \(place.version)"))
    for line in lines where !Task.isCancelled { await run.perform(line) }
    await sides.real.dropBroker()
    return .success(run.report)
  }

  private var configuration: Shell.Configuration {
    var configuration = Shell.Configuration()
    configuration.patience = patience
    return configuration
  }
}

/// The same run on both brokers.
struct ComparedSides {
  let simulation: Simulation
  let simulated: Shell
  let real: Shell
  /// What the virtual host is called on the real broker.
  let virtualHost: String
}

extension Shell {
  /// Everything that clients of the real broker did and learned so far.
  func realReports() async -> [ClientReport] {
    keepForNews(await client.reports())
    return Array(real?.history(since: 0) ?? [])
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

  func nextRealDeadline() async -> Int64? { await real?.client.nextDeadline() }
}
