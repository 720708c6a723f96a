internal import AMQPModel

/// What a client has declared and bound on its connection and not removed again: what is to be
/// there again after the connection was lost. Names are compared byte for byte, as RabbitMQ does.
struct DeclaredTopology: Hashable, Sendable {
  struct Queue: Hashable {
    var name: String
    /// As it was asked for: without a name where the broker made one.
    var declare: QueueDeclare

    var isServerNamed: Bool { declare.queue.isEmpty }
  }

  enum Binding: Hashable {
    case queue(QueueBind)
    case exchange(ExchangeBind)

    var source: String {
      switch self {
      case .queue(let bind): bind.exchange
      case .exchange(let bind): bind.source
      }
    }

    var method: Method {
      switch self {
      case .queue(let bind): .queueBind(bind)
      case .exchange(let bind): .exchangeBind(bind)
      }
    }
  }

  /// Each in the order of its first declaration.
  private(set) var exchanges: [ExchangeDeclare] = []
  private(set) var queues: [Queue] = []
  private(set) var bindings: [Binding] = []

  var isEmpty: Bool { exchanges.isEmpty && queues.isEmpty && bindings.isEmpty }

  // MARK: What is declared

  /// A method that the broker has carried out. Queue names are filled in already.
  ///
  /// - Parameter name: for a `queue.declare`: the queue's name.
  mutating func note(_ method: Method, named name: String = "") {
    switch method {
    case .exchangeDeclare(let declare) where !declare.passive: add(declare)
    case .queueDeclare(let declare) where !declare.passive: add(declare, named: name)
    case .queueBind(let bind):
      var bind = bind
      bind.noWait = false
      add(.queue(bind))
    case .exchangeBind(let bind):
      var bind = bind
      bind.noWait = false
      add(.exchange(bind))
    case .exchangeDelete(let delete): removeExchange(delete.exchange)
    case .queueDelete(let delete): removeQueue(delete.queue)
    case .queueUnbind(let unbind):
      removeBindings { binding in
        guard case .queue(let bind) = binding else { return false }
        return bind.queue.isExactly(unbind.queue) && bind.exchange.isExactly(unbind.exchange)
          && bind.routingKey.isExactly(unbind.routingKey) && bind.arguments == unbind.arguments
      }
    case .exchangeUnbind(let unbind):
      removeBindings { binding in
        guard case .exchange(let bind) = binding else { return false }
        return bind.destination.isExactly(unbind.destination)
          && bind.source.isExactly(unbind.source)
          && bind.routingKey.isExactly(unbind.routingKey) && bind.arguments == unbind.arguments
      }
    default: break
    }
  }

  private mutating func add(_ declare: ExchangeDeclare) {
    var declare = declare
    declare.noWait = false
    if !exchanges.contains(where: { $0.exchange.isExactly(declare.exchange) }) {
      exchanges.append(declare)
    }
  }

  private mutating func add(_ declare: QueueDeclare, named name: String) {
    var declare = declare
    declare.noWait = false
    if !name.isEmpty, !queues.contains(where: { $0.name.isExactly(name) }) {
      queues.append(Queue(name: name, declare: declare))
    }
  }

  private mutating func add(_ binding: Binding) {
    if !bindings.contains(binding) { bindings.append(binding) }
  }

  // MARK: What is gone

  mutating func removeQueue(_ name: String) {
    queues.removeAll { $0.name.isExactly(name) }
    removeBindings { binding in
      guard case .queue(let bind) = binding else { return false }
      return bind.queue.isExactly(name)
    }
  }

  mutating func removeExchange(_ name: String) {
    exchanges.removeAll { $0.exchange.isExactly(name) }
    removeBindings { binding in
      if case .exchange(let bind) = binding, bind.destination.isExactly(name) { return true }
      return binding.source.isExactly(name)
    }
  }

  /// An auto-delete exchange goes with the last binding from it.
  private mutating func removeBindings(where isGone: (Binding) -> Bool) {
    let gone = bindings.filter(isGone)
    guard !gone.isEmpty else { return }
    bindings.removeAll(where: isGone)
    for source in gone.map(\.source) {
      guard !bindings.contains(where: { $0.source.isExactly(source) }),
        let exchange = exchanges.first(where: { $0.exchange.isExactly(source) }),
        exchange.autoDelete
      else { continue }
      removeExchange(source)
    }
  }

  /// The queue's last consumer of this client is gone, and with it an auto-delete queue.
  mutating func lastConsumerEnded(on name: String) {
    if queues.contains(where: { $0.name.isExactly(name) && $0.declare.autoDelete }) {
      removeQueue(name)
    }
  }

  /// The broker would not have it again.
  mutating func forget(_ step: TopologyStep) {
    switch step.method {
    case .exchangeDeclare(let declare):
      exchanges.removeAll { $0.exchange.isExactly(declare.exchange) }
    case .queueDeclare: queues.removeAll { $0.name.isExactly(step.queue) }
    case .queueBind(let bind): bindings.removeAll { $0 == .queue(bind) }
    case .exchangeBind(let bind): bindings.removeAll { $0 == .exchange(bind) }
    default: break
    }
  }

  // MARK: What is to be there again

  /// What restores it: exchanges, queues, then bindings.
  var steps: [TopologyStep] {
    exchanges.map { TopologyStep(method: .exchangeDeclare($0)) } + queues.map(\.step)
      + bindings.map { TopologyStep(method: $0.method) }
  }

  /// What restores the auto-delete queues whose consumers were on a channel that is closed: they
  /// went with their last consumer.
  func autoDeleteSteps(for setup: ChannelSetup?) -> [TopologyStep] {
    let gone = queues.filter { queue in
      queue.declare.autoDelete
        && setup?.consumers.contains { $0.queue.isExactly(queue.name) } == true
    }
    return gone.map(\.step)
      + bindings.filter { binding in
        guard case .queue(let bind) = binding else { return false }
        return gone.contains { $0.name.isExactly(bind.queue) }
      }.map { TopologyStep(method: $0.method) }
  }

  mutating func rename(queue old: String, to new: String) {
    for index in queues.indices where queues[index].name.isExactly(old) {
      queues[index].name = new
    }
    for index in bindings.indices {
      if case .queue(var bind) = bindings[index], bind.queue.isExactly(old) {
        bind.queue = new
        bindings[index] = .queue(bind)
      }
    }
  }
}

/// One thing to be declared or bound again.
struct TopologyStep: Hashable, Sendable {
  var method: Method
  /// For a `queue.declare`: the name by which the queue was known.
  var queue = ""

  /// A name that the broker made cannot be asked for. Where the queue has not outlived the
  /// connection, another takes its place under a name of its own.
  var replacement: TopologyStep? {
    guard case .queueDeclare(var declare) = method, declare.passive else { return nil }
    declare.passive = false
    declare.queue = ""
    return TopologyStep(method: .queueDeclare(declare), queue: queue)
  }
}

extension DeclaredTopology.Queue {
  /// A queue that the broker named is looked for first, as it may have outlived the connection;
  /// an exclusive one never does.
  fileprivate var step: TopologyStep {
    var step = declare
    if isServerNamed, !declare.exclusive {
      step.queue = name
      step.passive = true
    }
    return TopologyStep(method: .queueDeclare(step), queue: name)
  }
}

extension String {
  /// Byte for byte, as RabbitMQ compares names.
  func isExactly(_ other: String) -> Bool { ExactName(self) == ExactName(other) }
}
