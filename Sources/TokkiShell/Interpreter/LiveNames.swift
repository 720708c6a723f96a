/// The names that exist at this moment, for completion: in the order of their creation.
public struct LiveNames: Hashable, Sendable {
  public var queues: [String] = []
  public var exchanges: [String] = []
  public var bindingKeys: [String] = []
  public var clients: [String] = []
  public var consumerTags: [String] = []
  public var virtualHosts: [String] = []
  public var checkpoints: [String] = []

  public init() {}
}

extension Shell {
  /// What may be completed: names of the current virtual host, of clients and checkpoints.
  public func names() async -> LiveNames {
    var names = LiveNames()
    let clients = await client.clients()
    names.clients = clients.map(\.name.text)
    names.consumerTags = clients.flatMap { $0.consumers.map(\.tag) }
    guard let simulator else { return names }
    let snapshot = await simulator.snapshot()
    names.virtualHosts = snapshot.virtualHosts.map(\.name)
    names.checkpoints = await simulator.checkpoints()
    guard let host = snapshot.virtualHost(named: memory.virtualHost) else { return names }
    names.queues = host.queues.map(\.name)
    names.exchanges = host.exchanges.map(\.name).filter { !$0.isEmpty }
    for binding in host.bindings where !names.bindingKeys.contains(binding.key) {
      names.bindingKeys.append(binding.key)
    }
    return names
  }
}
