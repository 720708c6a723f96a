import AMQPModel

@testable import TokkiBroker

/// A routing table that is spoken to by names, as tests like to.
struct Topology {
  var table: RoutingTable
  private var queueCount: Int32 = 0

  init(profile: Profile = .rabbitMQ40) { table = RoutingTable(profile: profile) }

  /// An exchange that does not exist has a number that stands for none.
  func id(_ exchange: String) -> ExchangeID {
    table.exchange(named: exchange) ?? ExchangeID(index: -1)
  }

  @discardableResult
  mutating func declare(
    _ name: String, _ type: ExchangeType, autoDelete: Bool = false, alternate: String? = nil
  ) -> ExchangeDeclaration {
    var exchange = Exchange(name: name, type: type, isAutoDelete: autoDelete)
    exchange.arguments["alternate-exchange"] = alternate.map { .string($0) }
    return table.declare(exchange)
  }

  mutating func queue(_ names: String...) {
    for name in names {
      table.addQueue(QueueID(index: queueCount), name: name)
      queueCount += 1
    }
  }

  func destination(_ name: String) -> BindingDestination {
    if let queue = table.queue(named: name) { return .queue(queue) }
    return .exchange(id(name))
  }

  /// Binds a queue or, where no queue has that name, an exchange.
  @discardableResult
  mutating func bind(
    _ destination: String, to source: String, _ key: String = "", _ arguments: FieldTable = [:]
  ) -> BindOutcome {
    table.bind(self.destination(destination), to: id(source), key: key, arguments: arguments)
  }

  @discardableResult
  mutating func unbind(
    _ destination: String, from source: String, _ key: String = "", _ arguments: FieldTable = [:]
  ) -> [RoutingChange] {
    table.unbind(
      self.destination(destination), from: id(source), key: key, arguments: arguments)
  }

  @discardableResult
  mutating func deleteQueue(_ name: String) -> [RoutingChange] {
    table.queue(named: name).map { table.removeQueue($0) } ?? []
  }

  @discardableResult
  mutating func deleteExchange(_ name: String) -> [RoutingChange] {
    table.deleteExchange(id(name))
  }

  /// The names of the queues that a publish reaches, in order.
  mutating func route(
    _ exchange: String, _ key: String = "", extra: [String] = [], headers: FieldTable? = nil
  ) -> [String] {
    var reached: [QueueID] = []
    table.route(id(exchange), key: key, extraKeys: extra, headers: headers, into: &reached)
    return reached.map { table.queues[$0]?.name.text ?? "(no queue)" }
  }

  func explain(
    _ exchange: String, _ key: String = "", extra: [String] = [], headers: FieldTable? = nil
  ) -> Route {
    table.explain(id(exchange), key: key, extraKeys: extra, headers: headers)
  }
}
