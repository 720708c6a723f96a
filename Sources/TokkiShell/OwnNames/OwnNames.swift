import AMQPModel
import Synchronization
import TokkiClient
import TokkiLanguage

/// Names with a prefix: a run has exchanges and queues for itself where it has no virtual host for
/// itself. What it calls `tasks` is called by another name on the broker, and by its own again in
/// all that the broker says.
///
/// The predefined exchanges (`amq.fanout`) are everybody's, so that the run gets others in their
/// place. Names that the broker makes up are nobody else's, and stay as they are.
final class OwnNames: Sendable {
  let prefix: String
  private let made = Mutex(Made())

  /// What is to be deleted in the end.
  private struct Made {
    var queues: [String] = []
    var exchanges: [String] = []
  }

  private static let predefined = [
    "amq.direct": "direct", "amq.fanout": "fanout", "amq.topic": "topic",
    "amq.headers": "headers", "amq.match": "headers",
  ]
  private static let longestName = 255
  private static let sweeper = ClientName(ClientChannel.defaultClient)

  init(prefix: String) { self.prefix = prefix }

  // MARK: Names

  func outside(queue name: String) -> String {
    name.isEmpty || name.hasPrefix("amq.") ? name : prefix + name
  }

  func outside(exchange name: String) -> String {
    Self.predefined[name] != nil ? prefix + name : outside(queue: name)
  }

  /// The text as the run knows it.
  func inside(_ text: String) -> String {
    text.contains(prefix) ? text.replacing(prefix, with: "") : text
  }

  /// Whether the command does the same with a prefix. It does not where a name becomes too long,
  /// and where the default exchange, which routes by the names of queues, gets messages with
  /// routing keys that were no names before.
  func reaches(_ command: AMQPCommand, lastQueue: String) -> Bool {
    switch command {
    case .declareQueue(let declare):
      let (exchange, key) = (
        declare.arguments["x-dead-letter-exchange"], declare.arguments["x-dead-letter-routing-key"]
      )
      return fits(declare.queue) && (exchange?.text != "" || key != nil)
    case .declareExchange(let declare):
      return fits(declare.exchange) && declare.arguments["alternate-exchange"]?.text != ""
    case .bindQueue(let bind):
      return keepsKey(bind.queue, bind.routingKey, lastQueue) && fits(bind.exchange)
    case .unbindQueue(let unbind):
      return keepsKey(unbind.queue, unbind.routingKey, lastQueue) && fits(unbind.exchange)
    case .publish(let publication), .call(let publication):
      let method = publication.method
      return fits(method.exchange) && (!method.exchange.isEmpty || fits(method.routingKey))
        && fits(publication.content.properties.replyTo ?? "")
    case .deleteQueue(let delete): return fits(delete.queue)
    case .purgeQueue(let purge): return fits(purge.queue)
    case .get(let get): return fits(get.queue)
    case .consume(let consumption): return fits(consumption.method.queue)
    case .deleteExchange(let delete): return fits(delete.exchange)
    case .bindExchange(let bind): return fits(bind.source) && fits(bind.destination)
    case .unbindExchange(let unbind): return fits(unbind.source) && fits(unbind.destination)
    case .cancel, .settle, .recover, .qos, .confirmSelect, .txSelect, .txCommit, .txRollback,
      .flow:
      return true
    }
  }

  private func fits(_ name: String) -> Bool {
    name.utf8.count + prefix.utf8.count <= Self.longestName
  }

  /// An empty queue name and an empty key mean the queue that was declared last, both of them.
  private func keepsKey(_ queue: String, _ key: String, _ lastQueue: String) -> Bool {
    guard queue.isEmpty, key.isEmpty else { return fits(queue) }
    return outside(queue: lastQueue) == lastQueue
  }

  // MARK: What is made and removed

  /// The names that are on the broker now.
  var declared: [String] { made.withLock { $0.queues + $0.exchanges } }

  func willDeclare(queue name: String) {
    // What is called amq.something is somebody else's, and will be refused.
    guard name.hasPrefix(prefix) else { return }
    didDeclare(queue: name)
  }

  /// Also one that the broker has named.
  func didDeclare(queue name: String) {
    made.withLock { if !$0.queues.contains(name) { $0.queues.append(name) } }
  }

  func willDeclare(exchange name: String) {
    guard name.hasPrefix(prefix) else { return }
    made.withLock { if !$0.exchanges.contains(name) { $0.exchanges.append(name) } }
  }

  /// Makes what stands for the predefined exchanges.
  func prepare(on client: any RemoteBroker) async {
    for (name, type) in Self.predefined.sorted(by: { $0.key < $1.key }) {
      let name = outside(exchange: name)
      willDeclare(exchange: name)
      _ = try? await client.request(
        .exchangeDeclare(ExchangeDeclare(exchange: name, type: type)), content: nil,
        by: Self.sweeper, channel: 1, plan: nil)
    }
  }

  /// Deletes all that was declared; returns what the broker does not let go.
  func remove(from client: any RemoteBroker) async -> [String] {
    let (queues, exchanges) = made.withLock { ($0.queues, $0.exchanges) }
    var rest = Made()
    for queue in queues where await !isDone(.queueDelete(QueueDelete(queue: queue)), client) {
      rest.queues.append(queue)
    }
    for exchange in exchanges
    where await !isDone(.exchangeDelete(ExchangeDelete(exchange: exchange)), client) {
      rest.exchanges.append(exchange)
    }
    let left = rest
    made.withLock { $0 = left }
    return left.queues + left.exchanges
  }

  private func isDone(_ method: Method, _ client: any RemoteBroker) async -> Bool {
    let response = try? await client.request(
      method, content: nil, by: Self.sweeper, channel: 1, plan: nil)
    switch response?.result {
    case .answered: return true
    // It is not there.
    case .channelClosed(let reason): return reason.code == 404
    case .sent, .connectionClosed, .connectionLost, .closed, nil: return false
    }
  }
}
