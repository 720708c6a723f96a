import AMQPModel
import Synchronization
import Testing
import TokkiClient

/// A publisher with confirms and a consumer, at work all the time, and an account of what became
/// of each message.
final class Load: Sendable {
  /// Messages by number.
  struct Account {
    /// Published, and neither confirmed nor failed yet.
    var open: Set<Int> = []
    var confirmed: Set<Int> = []
    /// Whose confirmation said that the connection was lost.
    var failed: Set<Int> = []
    /// That the client's reports named as unconfirmed.
    var reported: Set<Int> = []
    var arrived: Set<Int> = []
    var recoveries = 0
  }

  private struct State {
    var account = Account()
    var count = 0
    var isStopped = false
  }

  private let state = Mutex(State())
  private let connections: [AMQPConnection]
  private let publisher: AMQPChannel
  private let deliveries: Deliveries
  private let notices: AsyncStream<ClientReport>
  private let queue: String

  var account: Account { state.withLock { $0.account } }

  /// - Parameter queue: is declared, as well as one that belongs to the consumer alone.
  init(over client: any Client, queue: String = "load") async throws {
    self.queue = queue
    connections = [
      try await AMQPConnection.open(over: client, as: "publisher"),
      try await AMQPConnection.open(over: client, as: "consumer"),
    ]
    publisher = try await connections[0].openChannel()
    try await publisher.confirmPublishes()
    let channel = try await connections[1].openChannel()
    try await channel.declareQueue(queue, durable: true)
    try await channel.declareQueue("\(queue)-own", exclusive: true)
    try await channel.bindQueue("\(queue)-own", to: "amq.fanout")
    try await channel.limitPrefetch(to: 10)
    deliveries = try await channel.consume(queue)
    own = try await channel.consume("\(queue)-own")
    notices = await client.notices(of: "publisher")
  }

  /// Nothing comes by it, but it is to be there.
  private let own: Deliveries

  /// At work as long as the body takes, which is to call `stop`.
  func run(_ body: () async throws -> Void) async throws {
    let tasks = [
      Task { await publish() }, Task { await consume() }, Task { await readNotices() },
    ]
    do {
      try await body()
    } catch {
      try? await stop()
      throw error
    }
    try await within("end of the load") { for task in tasks { await task.value } }
  }

  /// Publishes no more; returns when it is known what became of each publish, and when all that
  /// was confirmed has arrived, if it is to.
  func stop(deletingQueue: Bool = false, whenAllHasArrived: Bool = false) async throws {
    state.withLock { $0.isStopped = true }
    try await until("end of the publisher") { self.account.open.isEmpty }
    if whenAllHasArrived {
      try await until("arrival of what was confirmed") {
        let account = self.account
        return account.arrived.isSuperset(of: account.confirmed)
      }
    }
    if deletingQueue { try await publisher.deleteQueue(queue) }
    for connection in connections { try await connection.close() }
  }

  private func publish() async {
    var properties = BasicProperties()
    properties.deliveryMode = 2
    while !state.withLock(\.isStopped) {
      var outstanding: [(Int, PublishConfirmation)] = []
      for _ in 0..<10 {
        let number = state.withLock { state in
          state.count += 1
          state.account.open.insert(state.count)
          return state.count
        }
        let confirmation = try? await publisher.publishDeferringConfirm(
          Content(properties: properties, text: "\(number)"), routingKey: queue)
        if let confirmation {
          outstanding.append((number, confirmation))
        } else {
          state.withLock { _ = $0.account.open.remove(number) }
        }
      }
      for (number, confirmation) in outstanding {
        let isConfirmed = (try? await confirmation.wait()) ?? false
        state.withLock { state in
          if isConfirmed {
            state.account.confirmed.insert(number)
          } else {
            state.account.failed.insert(number)
          }
          state.account.open.remove(number)
        }
      }
    }
  }

  /// What was delivered before a loss cannot be acknowledged any more; it comes again.
  private func consume() async {
    do {
      for try await message in deliveries {
        if let number = Int(String(decoding: message.body, as: UTF8.self)) {
          state.withLock { _ = $0.account.arrived.insert(number) }
        }
        try? await message.acknowledge()
      }
    } catch {
      Issue.record("the consumer ended: \(error)")
    }
  }

  private func readNotices() async {
    for await notice in notices {
      switch notice.fact {
      case .unconfirmedLost(let publishes):
        let numbers = publishes.compactMap { publish in
          Int(String(decoding: publish.content.body, as: UTF8.self))
        }
        state.withLock { $0.account.reported.formUnion(numbers) }
      case .recovered: state.withLock { $0.account.recoveries += 1 }
      case .disconnected: return
      default: continue
      }
    }
  }
}
