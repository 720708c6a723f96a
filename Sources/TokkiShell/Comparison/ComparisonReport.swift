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

  /// Something that the two brokers did not do alike.
  public struct Difference: Hashable, Sendable {
    public var line: Line
    /// What differs, such as `deliveries to w1`.
    public var subject: String
    /// What the simulator did; nil where it did nothing more.
    public var simulated: String?
    public var real: String?
  }

  /// A line that was run on neither, because the two cannot be compared in it.
  public struct Omission: Hashable, Sendable {
    public var line: Line
    public var reason: Reason

    public enum Reason: Hashable, Sendable {
      /// Only the simulator can do it.
      case simulatorOnly
      /// It would take that long on a real broker, in milliseconds.
      case tooLong(Int64)
      /// A real broker does not tell what the expectation is about. Run on both all the same.
      case untold
    }
  }

  /// How many lines were run on both.
  public var lineCount = 0
  /// In the order of the lines.
  public var differences: [Difference] = []
  public var omissions: [Omission] = []
  /// What the real broker calls itself, as `RabbitMQ 4.0.5`.
  public var broker: String

  public init(broker: String) { self.broker = broker }

  public var isEqual: Bool { differences.isEmpty }
}
