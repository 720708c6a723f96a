public import AMQPModel

/// A RabbitMQ broker as a value: a pure function of (method, channel, now) to effects and trace.
/// It does no I/O, reads no clock, draws no random number and never suspends. Undo is assignment.
public struct Broker: Sendable, Hashable {
  public let profile: Profile
  /// Whether steps carry a trace. It changes nothing else.
  public var isTracing: Bool
  public private(set) var now: Instant

  /// - Parameter seed: what the server-made names come from.
  public init(profile: Profile = .rabbitMQ40, seed: UInt64 = 0, isTracing: Bool = true) {
    self.profile = profile
    self.isTracing = isTracing
    self.now = Instant()
  }

  /// A client has connected and authenticated; `connection.open` still has to come on channel 0,
  /// a method like any other.
  public mutating func connect(
    name: String, user: String, clientProperties: FieldTable, into step: inout Step
  ) -> ConnectionID {
    ConnectionID(number: 1)
  }

  /// One method, with its content if it carries one, arrives on a channel.
  public mutating func receive(
    _ method: Method, content: Content? = nil, on address: ChannelAddress, into step: inout Step
  ) {}

  /// The socket of the connection is gone without a close.
  public mutating func drop(_ connection: ConnectionID, into step: inout Step) {}

  /// When something will happen by itself: a message's or a queue's expiry. nil if nothing will.
  public var nextDeadline: Instant? { nil }

  /// Lets time pass: everything due in between happens, in order of time. Time never goes back.
  public mutating func advance(to instant: Instant, into step: inout Step) {
    now = max(now, instant)
  }

  /// Stops and starts the broker: connections are closed, and what is not durable is gone.
  public mutating func restart(into step: inout Step) {}

  /// The names of the virtual hosts, in the order of their making.
  public var virtualHosts: [String] { ["/"] }

  /// Makes a virtual host; false if there is one of that name.
  public mutating func addVirtualHost(_ name: String) -> Bool { false }

  /// Deletes a virtual host with all that is in it, and closes its connections; false if there
  /// is none of that name.
  public mutating func removeVirtualHost(_ name: String, into step: inout Step) -> Bool { false }

  /// All that can be seen of the broker now.
  public func snapshot() -> BrokerSnapshot { BrokerSnapshot(now: now) }

  /// How a publish would be routed now, with each binding tried; nil if there is no such exchange.
  public func explain(
    exchange: String, routingKey: String, properties: BasicProperties = BasicProperties(),
    virtualHost: String = "/"
  ) -> Route? {
    nil
  }
}
