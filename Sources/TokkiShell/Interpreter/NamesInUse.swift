import TokkiBroker
public import TokkiLanguage

/// The names that exist at this moment, for completion: in the order of their creation.
public struct NamesInUse: LiveNames, Hashable, Sendable {
  public var queues: [String] = []
  public var exchanges: [String] = []
  public var bindingKeys: [String] = []
  public var clients: [String] = []
  /// Clients that consume, then consumer tags.
  public var consumers: [String] = []
  /// Numbers of messages, the latest first, then their message-ids.
  public var messages: [String] = []
  public var virtualHosts: [String] = []
  public var policies: [String] = []
  public var operatorPolicies: [String] = []
  public var users: [String] = []
  public var checkpoints: [String] = []

  /// The folders of the lessons; whoever knows them puts them in.
  public var lessons: [String] = []

  public init() {}

  public func names(for slot: Slot) -> [String] {
    switch slot {
    case .queue: queues
    case .exchange: exchanges
    case .destination: queues + exchanges
    case .key: bindingKeys + queues.filter { !bindingKeys.contains($0) }
    case .client: clients
    case .consumer: consumers
    case .worker: queues + consumers
    case .message: messages
    case .virtualHost: virtualHosts
    case .policy: policies
    case .operatorPolicy: operatorPolicies
    case .user: users
    case .checkpoint: checkpoints
    case .lesson: lessons
    case .concept: Concept.all.map(\.name)
    case .error: RuleName.allCases.map(\.rawValue)
    case .text, .newFile, .number, .duration, .expiration, .assignment, .choice, .work, .uri,
      .words,
      .password, .pattern, .definition:
      []
    }
  }
}

extension Shell {
  /// What may be completed: names of the current virtual host, of clients and checkpoints.
  public func names() async -> NamesInUse {
    var names = NamesInUse()
    let clients = await clients()
    names.clients = clients.map(\.name.text)
    names.consumers =
      clients.filter { !$0.consumers.isEmpty }.map(\.name.text)
      + clients.flatMap { $0.consumers.map(\.tag) }
    if let real {
      let host = real.ledger.host(memory.virtualHost)
      names.virtualHosts = [memory.virtualHost]
      names.queues = host.queues.map(\.name)
      names.exchanges = host.exchanges.map(\.name)
      for binding in host.bindings where !names.bindingKeys.contains(binding.key) {
        names.bindingKeys.append(binding.key)
      }
      let operated = try? await real.management?.operated(virtualHost: memory.virtualHost)
      if let operated { names.read(operated) }
    }
    guard let simulator else { return names }
    let snapshot = await simulator.snapshot()
    names.virtualHosts = snapshot.virtualHosts.map(\.name)
    names.messages = await messageNames()
    names.checkpoints = await simulator.checkpoints()
    guard let host = snapshot.virtualHost(named: memory.virtualHost) else { return names }
    names.queues = host.queues.map(\.name)
    names.exchanges = host.exchanges.map(\.name).filter { !$0.isEmpty }
    for binding in host.bindings where !names.bindingKeys.contains(binding.key) {
      names.bindingKeys.append(binding.key)
    }
    names.read(OperatedView(snapshot, virtualHost: host))
    return names
  }
}

extension NamesInUse {
  fileprivate mutating func read(_ view: OperatedView) {
    policies = view.policies.filter { $0.kind == .user }.map(\.name)
    operatorPolicies = view.policies.filter { $0.kind == .operator }.map(\.name)
    users = view.users.map(\.name)
  }
}
