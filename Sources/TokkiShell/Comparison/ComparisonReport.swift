/// What came of running the same lines on the simulator and on a real broker.
public struct ComparisonReport: Hashable, Sendable {
  /// One of the lines, and where it stands.
  public struct Line: Hashable, Sendable {
    /// From 1.
    public var number: Int
    public var text: String

    public init(number: Int, text: String) {
      self.number = number
      self.text = text
    }
  }

  /// What something was compared about.
  public struct Matter: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// How the command ended.
      case command
      /// Whether the expectation holds.
      case expectation
      case methodsSent
      case answers
      case deliveries(consumerTag: String)
      case returns
      case confirms
      case closes
      case queue(String)
    }

    public var kind: Kind
    /// Empty where it is about no client.
    public var client: String
    public var channel: UInt16

    public init(kind: Kind, client: String = "", channel: UInt16 = 0) {
      self.kind = kind
      self.client = client
      self.channel = channel
    }
  }

  /// Something that the two brokers did not do alike.
  public struct Difference: Hashable, Sendable {
    public var line: Line
    public var matter: Matter
    /// What the simulator did; nil where it did nothing more.
    public var simulated: String?
    public var real: String?

    public init(line: Line, matter: Matter, simulated: String?, real: String?) {
      self.line = line
      self.matter = matter
      self.simulated = simulated
      self.real = real
    }
  }

  /// A line in which the two cannot be compared.
  public struct Omission: Hashable, Sendable {
    public var line: Line
    public var reason: Reason

    public enum Reason: Hashable, Sendable {
      /// Only the simulator can do it. Run on neither, as all that follow but the last.
      case simulatorOnly
      /// It would take that long on a real broker, in milliseconds.
      case tooLong(Int64)
      /// Virtual hosts and users: each broker has its own.
      case access
      /// The names that the run has for itself do not reach so far.
      case names
      /// A real broker does not tell what the expectation is about. Run on both all the same.
      case untold
    }

    public init(line: Line, reason: Reason) {
      self.line = line
      self.reason = reason
    }
  }

  /// How many lines were run on both.
  public var lineCount = 0
  /// In the order of the lines.
  public var differences: [Difference] = []
  public var omissions: [Omission] = []
  /// What the real broker calls itself, as `RabbitMQ 4.0.5`.
  public var broker: String
  /// What could not be removed from it again: a virtual host, or names with the run's prefix.
  public var leftBehind: [String] = []

  public init(broker: String) { self.broker = broker }

  public var isEqual: Bool { differences.isEmpty }
}

/// The broker was there, and is so no more.
public struct ComparisonLoss: Hashable, Sendable {
  public var line: ComparisonReport.Line
  public var reason: String
  /// What could not be removed from it again.
  public var leftBehind: [String]

  public init(line: ComparisonReport.Line, reason: String, leftBehind: [String] = []) {
    self.line = line
    self.reason = reason
    self.leftBehind = leftBehind
  }
}
