import AMQPModel
import TokkiBroker

/// The topology as nodes and edges, for programs that draw.
struct TopologyGraph {
  struct Node {
    enum Kind { case exchange, queue, consumer }

    var id: String
    var kind: Kind
    /// A name, then what is to be said of it.
    var lines: [String]
  }

  struct Edge {
    enum Kind { case binding, byName, delivery, deadLetters, alternate }

    var from: String
    var to: String
    var kind: Kind
    var label: String
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private var exchanges: [String: String] = [:]
  private var queues: [String: String] = [:]
  private let topology: Topology
  private let renderer: Renderer

  private var host: VirtualHostSnapshot { topology.virtualHost }

  init(_ topology: Topology, renderer: Renderer) {
    self.topology = topology
    self.renderer = renderer
    addNodes()
    for binding in host.bindings { add(binding) }
    addByName()
    for exchange in host.exchanges { addAlternate(of: exchange) }
    for queue in host.queues { addConsumersAndDeadLetters(of: queue) }
  }

  private func say(_ phrase: LookPhrase, _ count: Int? = nil) -> String {
    renderer.speaker.say(phrase, ["count": renderer.number(count)]).text
  }

  private mutating func addNodes() {
    let used =
      Set(host.bindings.map(\.source))
      .union(
        host.bindings.compactMap { binding in
          if case .exchange(let name) = binding.destination { name } else { nil }
        })
    for exchange in host.exchanges where !exchange.name.isEmpty {
      if exchange.isPredeclared && !used.contains(exchange.name) { continue }
      _ = self.exchange(exchange.name)
    }
    for queue in host.queues {
      let numbers =
        topology.counted?.first { ExactName($0.name) == ExactName(queue.name) }
        ?? CountedQueue(queue)
      var counts = [say(.ready, numbers.readyCount)]
      if let unacked = numbers.unackedCount { counts.append(say(.unacked, unacked)) }
      let id = "q\(queues.count)"
      queues[queue.name] = id
      nodes.append(
        Node(id: id, kind: .queue, lines: [queue.name, counts.joined(separator: ", ")]))
    }
  }

  /// Also one that is only named, and not there.
  private mutating func exchange(_ name: String) -> String {
    if let id = exchanges[name] { return id }
    let id = "x\(exchanges.count)"
    exchanges[name] = id
    let type = host.exchange(name)?.type ?? "?"
    let title = name.isEmpty ? renderer.exchange("").text : name
    nodes.append(Node(id: id, kind: .exchange, lines: name.isEmpty ? [title] : [title, type]))
    return id
  }

  private mutating func add(_ binding: BindingSnapshot) {
    let to: String
    switch binding.destination {
    case .exchange(let name): to = exchange(name)
    case .queue(let name):
      guard let id = queues[name] else { return }
      to = id
    }
    var words = binding.key.isEmpty ? [] : [binding.key]
    if !binding.arguments.isEmpty { words.append(FieldText.of(binding.arguments)) }
    edges.append(
      Edge(
        from: exchange(binding.source), to: to, kind: .binding,
        label: words.joined(separator: " ")))
  }

  /// Queues that only their name leads to.
  private mutating func addByName() {
    let bound = Set(host.bindings.map(\.destination))
    for queue in host.queues where !bound.contains(.queue(queue.name)) {
      guard let id = queues[queue.name] else { continue }
      edges.append(Edge(from: exchange(""), to: id, kind: .byName, label: queue.name))
    }
  }

  private mutating func addAlternate(of exchange: ExchangeSnapshot) {
    let alternate =
      exchange.arguments["alternate-exchange"]
      ?? exchange.effectivePolicyDefinition["alternate-exchange"]
    guard let name = alternate?.text, exchanges[exchange.name] != nil else { return }
    edges.append(
      Edge(
        from: self.exchange(exchange.name), to: self.exchange(name), kind: .alternate,
        label: say(.alternate)))
  }

  private mutating func addConsumersAndDeadLetters(of queue: QueueSnapshot) {
    guard let id = queues[queue.name] else { return }
    for consumer in queue.consumers.sorted(by: { ($0.channel, $0.tag) < ($1.channel, $1.tag) }) {
      let name = topology.connections.first { $0.id == consumer.channel.connection }?.name
      var words: [String] = []
      if consumer.prefetchCount > 0 { words.append(say(.prefetch, Int(consumer.prefetchCount))) }
      if consumer.noAck { words.append(renderer.speaker.say(MessagePhrase.autoAck).text) }
      if !consumer.isActive { words.append(say(.waiting)) }
      let place = "c\(nodes.count)"
      nodes.append(
        Node(
          id: place, kind: .consumer,
          lines: [name ?? consumer.tag] + (words.isEmpty ? [] : [words.joined(separator: ", ")])))
      edges.append(Edge(from: id, to: place, kind: .delivery, label: ""))
    }
    let policies = queue.effectivePolicyDefinition
    let target = queue.arguments["x-dead-letter-exchange"] ?? policies["dead-letter-exchange"]
    guard let name = target?.text else { return }
    let key = queue.arguments["x-dead-letter-routing-key"] ?? policies["dead-letter-routing-key"]
    if name.isEmpty, let next = key?.text, let target = queues[next] {
      // The default exchange leads to the queue of that name, and nowhere else.
      edges.append(Edge(from: id, to: target, kind: .deadLetters, label: say(.deadLetter)))
      return
    }
    let words = [say(.deadLetter)] + (key?.text.map { [$0] } ?? [])
    edges.append(
      Edge(
        from: id, to: exchange(name), kind: .deadLetters, label: words.joined(separator: " ")))
  }
}
