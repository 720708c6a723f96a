import AMQPModel
import Synchronization
import TokkiBroker
import TokkiSimulation

/// A simulation with clients beyond "sockets": what goes to them is kept, in order, and the real
/// time is what the test says.
struct Serving {
  private final class Wires: Sendable {
    let effects = Mutex<[Effect]>([])
    let milliseconds = Mutex<Int64>(0)
  }

  let simulation: Simulation
  private let wires = Wires()

  init(change: (inout Service) -> Void = { _ in }) {
    let wires = wires
    var service = Service(
      clock: { wires.milliseconds.withLock { $0 } },
      remote: { effects in wires.effects.withLock { $0 += effects } })
    change(&service)
    simulation = Simulation(seed: 1, service: service)
  }

  /// Lets real time pass, without a word to the simulation.
  func pass(milliseconds: Int64) { wires.milliseconds.withLock { $0 += milliseconds } }

  /// Takes out what was to be done.
  func effects() -> [Effect] {
    wires.effects.withLock { effects in
      defer { effects = [] }
      return effects
    }
  }

  /// Takes out what was sent to that connection.
  func sent(to connection: ConnectionID) -> [Method] {
    effects().compactMap { effect in
      guard case .send(let method, _, let address) = effect, address.connection == connection
      else { return nil }
      return method
    }
  }

  /// A client beyond a socket with channel 1 open.
  func join(
    _ name: String = "127.0.0.1:50000", properties: FieldTable = FieldTable()
  ) async -> ConnectionID {
    let connection = await simulation.accept(
      name: name, user: "guest", clientProperties: properties)
    await send(.connectionOpen(ConnectionOpen()), from: connection, on: 0)
    await send(.channelOpen(ChannelOpen()), from: connection)
    _ = effects()
    return connection
  }

  func send(
    _ method: Method, _ content: Content? = nil, from connection: ConnectionID,
    on channel: UInt16 = 1
  ) async {
    await simulation.receive(
      [RemoteInput(channel: channel, method: method, content: content)], of: connection)
  }

  func publish(_ body: String, to queue: String, from connection: ConnectionID) async {
    await send(
      .basicPublish(BasicPublish(routingKey: queue)), Content(text: body), from: connection)
  }
}
