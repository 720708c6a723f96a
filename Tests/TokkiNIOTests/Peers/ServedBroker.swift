import AMQPModel
import Synchronization
import TokkiBroker
import TokkiClient

@testable import TokkiNIO

/// A served broker on a free port of this machine, for as long as a test takes.
struct ServedBroker: Sendable {
  let server: BrokerServer
  let port: Int
  let passages: PassageLog

  /// - Parameter port: 0 takes a free one.
  static func run<Result: Sendable>(
    port: Int = 0, _ configure: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (ServedBroker) async throws -> Result
  ) async throws -> Result {
    let broker = try await start(port: port, configure)
    do {
      let result = try await body(broker)
      await broker.server.shutDown()
      return result
    } catch {
      await broker.server.shutDown()
      throw error
    }
  }

  static func start(
    port: Int = 0, _ configure: (inout ServerConfiguration) -> Void = { _ in }
  ) async throws -> ServedBroker {
    let passages = PassageLog()
    var configuration = ServerConfiguration()
    configuration.port = port
    // A busy machine is slow, and no fault of the client's.
    configuration.handshakeTimeout = 120_000
    configuration.observer = { passages.append($0) }
    configure(&configuration)
    let server = BrokerServer(configuration)
    return ServedBroker(server: server, port: try await server.listen(), passages: passages)
  }

  var uri: AMQPURI { .local(port) }

  /// A port where nobody is, and which the system gives to nobody who leaves the choice to it.
  static func freePort() async throws -> Int {
    while true {
      let port = nextPort.withLock { port in
        port = port < 31_999 ? port + 1 : 20_000
        return port
      }
      do {
        return try await run(port: port) { $0.port }
      } catch is BrokerServer.ListenFailure {
        continue
      }
    }
  }

  private static let nextPort = Mutex(Int.random(in: 20_000..<32_000))

  /// Clients of that broker, for as long as the body takes.
  func withClient<Result: Sendable>(
    _ configure: (inout NetworkConfiguration) -> Void = { _ in },
    _ body: (NetworkClient) async throws -> Result
  ) async throws -> Result {
    var configuration = NetworkConfiguration(uri).patient
    configure(&configuration)
    return try await NetworkClient.run(configuration, body)
  }

  /// Whether nothing is left of any connection.
  func isIdle() async -> Bool {
    guard await server.isIdle else { return false }
    return await server.simulation.snapshot().connections.isEmpty
  }
}

extension BrokerServer {
  /// Open sockets, and those of them whose clients have proved who they are.
  var openCount: Int { connections.count }
  var knownCount: Int { numbers.count }
  fileprivate var isIdle: Bool { connections.isEmpty && numbers.isEmpty && heldBytes == 0 }
  /// The oldest connection's number.
  var oldest: Int? { connections.keys.min() }
}

extension AMQPURI {
  static func local(_ port: Int) -> AMQPURI {
    var uri = AMQPURI()
    uri.host = "127.0.0.1"
    uri.port = UInt16(port)
    return uri
  }
}

extension NetworkConfiguration {
  /// It waits as long as a busy machine needs.
  var patient: NetworkConfiguration {
    var configuration = self
    configuration.connectionTimeout = 120_000
    return configuration
  }
}

extension NetworkClient {
  static func run<Result: Sendable>(
    _ configuration: NetworkConfiguration, _ body: (NetworkClient) async throws -> Result
  ) async throws -> Result {
    let client = NetworkClient(configuration)
    do {
      let result = try await body(client)
      _ = await client.shutdown()
      return result
    } catch {
      _ = await client.shutdown()
      throw error
    }
  }
}

/// The methods that passed a server: `> queue.declare` came, `< queue.declare-ok` went.
final class PassageLog: Sendable {
  private let names = Mutex<[String]>([])

  func append(_ observed: ObservedMethod) {
    let mark = observed.passage.direction == .received ? ">" : "<"
    names.withLock { $0.append("\(mark) \(observed.passage.method.name)") }
  }

  var lines: [String] { names.withLock { $0 } }

  func count(of line: String) -> Int { names.withLock { $0.count { $0 == line } } }
}
