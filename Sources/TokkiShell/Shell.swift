public import TokkiBroker
public import TokkiClient
public import TokkiLanguage
public import TokkiSimulation

/// One line in, one outcome out. It turns commands into requests of named clients, and what
/// those learn into outcomes; it never prints.
public actor Shell {
  /// How a shell speaks, and what it says about the broker it was given.
  public struct Configuration: Hashable, Sendable {
    public var language: Language
    /// Whether `render` writes JSON instead of text.
    public var isJSON: Bool
    public var style: Style
    /// For the command `status`: the broker's profile and seed.
    public var profile: Profile
    public var seed: UInt64

    public init(
      language: Language = .english, isJSON: Bool = false, style: Style = .plain,
      profile: Profile = .rabbitMQ40, seed: UInt64 = 0
    ) {
      self.language = language
      self.isJSON = isJSON
      self.style = style
      self.profile = profile
      self.seed = seed
    }
  }

  public internal(set) var configuration: Configuration
  let client: any Client
  let simulator: (any Simulator)?
  var memory = Memory()
  var memories = MemoryTimeline()

  /// - Parameters:
  ///   - client: who sends the methods, be it to a simulated or a real broker.
  ///   - simulator: the same once more where it is a simulator; nil for a real broker.
  public init(
    client: any Client, simulator: (any Simulator)?, configuration: Configuration = .init()
  ) {
    self.client = client
    self.simulator = simulator
    self.configuration = configuration
  }

  /// A shell on a simulator.
  public init(simulator: any Simulator, configuration: Configuration = .init()) {
    self.init(client: simulator, simulator: simulator, configuration: configuration)
  }
}

extension Shell {
  /// Carries out one line.
  public func run(_ line: String) async -> Outcome {
    switch Command.parse(line) {
    case .nothing: return Outcome(line: line, status: .nothing, at: await now())
    case .incomplete: return Outcome(line: line, status: .incomplete, at: await now())
    case .command(let command): return await run(command, line: line)
    case .failure(let error):
      return Outcome(
        line: line, status: .notUnderstood, at: await now(), parts: [.parseError(error)])
    }
  }

  /// Milliseconds of virtual time; nil on a real broker.
  public func now() async -> Int64? { await simulator?.now().milliseconds }

  /// The outcome as the configuration wants it: text, or JSON on one line. Without a line end
  /// after the last line; empty if there is nothing to tell.
  public func render(_ outcome: Outcome) -> String {
    configuration.isJSON ? OutcomeJSON.text(outcome) : renderer.text(outcome)
  }

  /// How this shell writes.
  public var renderer: Renderer {
    Renderer(language: configuration.language, style: configuration.style)
  }

  public func use(_ language: Language) { configuration.language = language }

  public func use(_ style: Style) { configuration.style = style }
}
