import AMQPModel
import AMQPProtocol
import MethodJSON
import ScenarioPlay

/// A connection to a real broker, seen raw.
final class LiveConnection {
  let socket: Socket
  private var machine: ClientConnection
  private var inputs: [ClientConnection.Input] = []

  /// Connected, and the virtual host opened.
  init(
    to address: AMQPURI, virtualHost: String, capabilities: JSON = .object([])
  ) throws(Unreachable) {
    var configuration = ClientConnection.Configuration()
    configuration.credentials = Credentials(user: address.user, password: address.password)
    configuration.virtualHost = virtualHost
    configuration.clientProperties = Hearing.clientProperties(but: capabilities)
    configuration.heartbeat = 0
    socket = try Socket(host: address.host, port: address.port)
    machine = ClientConnection(configuration: configuration, at: 0)
    socket.write(machine.takeOutput())
    while true {
      guard receive() else { throw Unreachable(description: "the broker hung up") }
      guard let input = inputs.first else { continue }
      inputs.removeFirst()
      guard case .opened = input else { throw Unreachable(description: "\(input)") }
      return
    }
  }

  /// Whether it was closed in good order.
  var isOver: Bool { machine.isOver }

  func send(_ method: Method, _ content: Content? = nil, channel: UInt16) {
    machine.send(method, content, channel: channel)
    socket.write(machine.takeOutput())
  }

  /// Takes in what has come; false at the end.
  func receive() -> Bool {
    guard let bytes = socket.read() else { return false }
    machine.receive(bytes, at: 0)
    socket.write(machine.takeOutput())
    inputs += machine.takeInputs()
    return true
  }

  /// The methods that have come, in order; what is not AMQP shows as a missing answer.
  func takeMethods() -> [(method: Method, content: Content?, channel: UInt16)] {
    defer { inputs = [] }
    return inputs.compactMap { input in
      guard case .method(let method, let content, let channel) = input else { return nil }
      return (method, content, channel)
    }
  }
}
