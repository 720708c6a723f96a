internal import AMQPModel
public import AMQPProtocol
public import TokkiBroker

/// Where and how a simulated broker is served.
public struct ServerConfiguration: Sendable {
  /// A name or an address of this machine; clients elsewhere reach it only if that is no loopback
  /// address.
  public var host = "127.0.0.1"
  /// 0 takes any free one.
  public var port = 5672
  public var profile = Profile.rabbitMQ40
  /// What server-made names come from.
  public var seed: UInt64 = 0
  /// Passwords by user name, when the server starts: an operator beside it can add users, and take
  /// them away. Each may do everything in the virtual hosts that there are at the start. `guest`
  /// may come from this machine only.
  public var passwords = ["guest": "guest"]
  /// How many bytes messages may take before publishers are blocked, as RabbitMQ's memory alarm
  /// blocks them.
  public var memoryLimit = 268_435_456
  /// How many connections there may be at once; more are hung up on.
  public var connectionMax = 4096
  /// Proposed to clients, in seconds.
  public var heartbeat: UInt16 = 60
  /// In milliseconds.
  public var handshakeTimeout: Int64 = 10_000
  /// Is shown each method as it passes, on the server's event loop; nil where nobody looks.
  public var observer: (@Sendable (ObservedMethod) -> Void)?

  public init() {}

  /// What the protocol machine of a connection is to know.
  ///
  /// - Parameter passwords: those of the broker's users.
  func connection(passwords: [String: Password]) -> ServerConnection.Configuration {
    var configuration = ServerConnection.Configuration(profile: profile)
    configuration.passwords = passwords.mapValues(\.secret)
    // RabbitMQ's ANONYMOUS logs in as guest with the password that everybody knows.
    if passwords["guest"] != Password("guest") {
      configuration.mechanisms.removeAll { $0 == .anonymous }
    }
    configuration.heartbeat = heartbeat
    configuration.handshakeTimeout = handshakeTimeout
    return configuration
  }
}

/// A method on its way between the server and a client.
public struct ObservedMethod: Sendable {
  /// Milliseconds since the server's start.
  public var at: Int64
  /// The client's address, and its `connection_name` where it gave one.
  public var peer: String
  public var passage: Passage
}

extension ServerConnection.Configuration {
  /// What RabbitMQ of that profile says and allows.
  init(profile: Profile) {
    self.init()
    serverProperties = [
      "capabilities": .table([
        "publisher_confirms": true, "exchange_exchange_bindings": true, "basic.nack": true,
        "consumer_cancel_notify": true, "connection.blocked": true,
        "consumer_priorities": true, "authentication_failure_close": true,
        "per_consumer_qos": true, "direct_reply_to": true,
      ]),
      "cluster_name": "tokki@localhost",
      "information": "A simulation of RabbitMQ, for learning",
      "platform": "Tokki",
      "product": "RabbitMQ",
      "version": .string(profile == .rabbitMQ310 ? "3.10.8" : "4.0.5"),
    ]
    if profile == .rabbitMQ310 {
      mechanisms = [.amqplain, .plain]
      versionForOthers = [0, 0, 9, 1]
    }
    messageSizeMax = profile == .rabbitMQ310 ? 134_217_728 : 16_777_216
  }
}
