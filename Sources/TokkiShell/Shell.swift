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
    /// On a real broker: how long an expectation may take to come true, and how long what the
    /// broker says of a publish or an ack is waited for. Its statistics lag by up to 5 seconds.
    public var patience = Duration.seconds(6)
    /// On a real broker: whether nobody else is in its virtual host, so that what is unacked is
    /// what this shell's clients have not settled.
    var hasBrokerToItself = false

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
  private let home: (client: any Client, simulator: (any Simulator)?)
  let finder: (any BrokerFinder)?
  let files: (any NewFiles)?
  /// The real broker that commands go to; nil on the simulation.
  var real: RealBroker?
  let bell = Bell()
  var memory = Memory()
  var memories = MemoryTimeline()
  var watches: [Watch] = []
  private var isBusy = false
  private var queuing: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - client: who sends the methods, be it to a simulated or a real broker.
  ///   - simulator: the same once more where it is a simulator; nil for a real broker.
  ///   - finder: finds real brokers for the command `connect`; nil where there are none.
  ///   - files: makes files for commands that write one; nil where there are none.
  public init(
    client: any Client, simulator: (any Simulator)?, finder: (any BrokerFinder)? = nil,
    files: (any NewFiles)? = nil, configuration: Configuration = .init()
  ) {
    home = (client, simulator)
    self.finder = finder
    self.files = files
    self.configuration = configuration
  }

  /// A shell on a simulator.
  public init(
    simulator: any Simulator, finder: (any BrokerFinder)? = nil,
    files: (any NewFiles)? = nil, configuration: Configuration = .init()
  ) {
    self.init(
      client: simulator, simulator: simulator, finder: finder, files: files,
      configuration: configuration)
  }

  /// Who sends the methods of commands now.
  var client: any Client { real?.client ?? home.client }

  /// nil on a real broker.
  var simulator: (any Simulator)? { real == nil ? home.simulator : nil }

  // MARK: One command at a time

  /// Waits until no other command is under way. What clients learn belongs to one of them.
  func enter() async {
    guard isBusy else {
      isBusy = true
      return
    }
    await withCheckedContinuation { queuing.append($0) }
  }

  func release() {
    if queuing.isEmpty {
      isBusy = false
    } else {
      queuing.removeFirst().resume()
    }
  }
}

extension Shell {
  /// Carries out one line.
  public func run(_ line: String) async -> Outcome {
    let shown = withoutPasswords(line)
    switch Command.parse(line) {
    case .nothing: return Outcome(line: shown, status: .nothing, at: await now())
    case .incomplete: return Outcome(line: shown, status: .incomplete, at: await now())
    case .command(let command): return await run(command, line: shown)
    case .failure(let error):
      return Outcome(
        line: shown, status: .notUnderstood, at: await now(),
        parts: [.parseError(error.inLineWithoutPasswords(line))])
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

extension ParseError {
  /// The same error, where it is in the line without its passwords.
  fileprivate func inLineWithoutPasswords(_ line: String) -> ParseError {
    let bytes = Array(line.utf8)
    let place = range.clamped(to: 0..<bytes.count)
    let shown = { (part: Range<Int>) in
      withoutPasswords(String(decoding: bytes[part], as: UTF8.self)).utf8.count
    }
    var error = self
    let start = shown(0..<place.lowerBound)
    error.range = start..<start + shown(place)
    return error
  }
}
