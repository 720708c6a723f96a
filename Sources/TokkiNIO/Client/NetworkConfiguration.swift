public import AMQPModel
public import TokkiClient

/// Where the broker is and how to talk to it.
public struct NetworkConfiguration: Sendable {
  /// Where the broker may be: they are tried in turn, beginning with the last that answered.
  /// Never empty.
  public internal(set) var uris: [AMQPURI]
  /// What TLS needs, for URIs with `amqps`.
  public var tls = TLSFiles()
  /// By certificate instead of by password.
  public var usesCertificateAsIdentity = false
  /// In seconds; nil takes what the broker proposes, 0 wants none.
  public var heartbeat: UInt16?
  /// How long to connect, and again to authenticate, may take, in milliseconds; 0 for as long as
  /// it takes.
  public var connectionTimeout: Int64 = 10_000
  /// 0 leaves it to the broker.
  public var channelMax: UInt16 = 0
  /// In bytes; 0 leaves it to the broker.
  public var frameMax: UInt32 = 0
  /// How lost connections are made again; nil: they stay lost until somebody asks for something.
  public var recovery: RecoveryPolicy?
  /// Whether workers are told the time (`SteppedClient.advance`) instead of running on the clock.
  public var isStepped = false

  /// The timeout as clocks can add it: never more than a day.
  var patience: Int64 {
    let day: Int64 = 86_400_000
    return connectionTimeout > 0 ? min(connectionTimeout, day) : day
  }

  /// Where the URI says, and otherwise as usual: its query is not looked at.
  public init(_ uri: AMQPURI) { uris = [uri] }

  /// Where and how, as the URIs say; what is set in the query of the first one holds for all.
  /// Source: RabbitMQ's URI query parameters.
  ///
  /// ```
  /// heartbeat=SECONDS  connection_timeout=MILLISECONDS  channel_max=NUMBER  frame_max=BYTES
  /// auth_mechanism=plain|external
  /// cacertfile=FILE  certfile=FILE  keyfile=FILE  verify=verify_peer|verify_none
  /// ```
  public init(_ uris: [AMQPURI]) throws(UnusableURI) {
    guard let first = uris.first else { throw .none }
    self.uris = uris
    for parameter in first.parameters { try apply(parameter) }
  }

  /// Why there is nothing to connect to.
  public enum UnusableURI: Error, Hashable, Sendable {
    case none
    /// A parameter that is not known, or whose value cannot be.
    case parameter(AMQPURI.Parameter)
  }

  private mutating func apply(_ parameter: AMQPURI.Parameter) throws(UnusableURI) {
    func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(UnusableURI) -> Number {
      guard let number = Number(parameter.value), number >= 0 else { throw .parameter(parameter) }
      return number
    }
    switch parameter.name {
    case "heartbeat": heartbeat = try number(UInt16.self)
    case "connection_timeout": connectionTimeout = try number(Int64.self)
    case "channel_max": channelMax = try number(UInt16.self)
    case "frame_max": frameMax = try number(UInt32.self)
    case "cacertfile": tls.authorities = parameter.value
    case "certfile": tls.certificate = parameter.value
    case "keyfile": tls.key = parameter.value
    case "verify":
      switch parameter.value {
      case "verify_peer": tls.verifiesPeer = true
      case "verify_none": tls.verifiesPeer = false
      default: throw .parameter(parameter)
      }
    case "auth_mechanism":
      switch parameter.value.lowercased() {
      case "plain": usesCertificateAsIdentity = false
      case "external": usesCertificateAsIdentity = true
      default: throw .parameter(parameter)
      }
    default: throw .parameter(parameter)
    }
  }
}
