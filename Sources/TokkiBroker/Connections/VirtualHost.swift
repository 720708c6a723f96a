/// A virtual host inside the broker: its place in the broker's table of virtual hosts.
struct VirtualHostID: Hashable, Sendable {
  var index: Int32
}

/// A virtual host: a name space of exchanges and queues.
struct VirtualHost: Sendable {
  let name: String
  let serial: UInt64
  var routing: RoutingTable
  /// In the order of declaration.
  var queues: [QueueID] = []
  var policies = PolicyBook()
  var limits: [Limit] = []
}

// Asked for with every message: asking the virtual host for its routing table would copy that.
extension VirtualHost {
  func exchange(named name: String) -> ExchangeID? { routing.exchange(named: name) }
  func isInternal(_ exchange: ExchangeID) -> Bool { routing.isInternal(exchange) }
}

/// Two virtual hosts are equal if they route alike: what the routing table has remembered of
/// earlier routes does not count.
extension VirtualHost: Hashable {
  static func == (left: VirtualHost, right: VirtualHost) -> Bool {
    left.name == right.name && left.serial == right.serial && left.queues == right.queues
      && left.policies == right.policies && left.limits == right.limits
      && left.routing.exchangeSnapshots() == right.routing.exchangeSnapshots()
      && left.routing.bindingSnapshots() == right.routing.bindingSnapshots()
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(serial)
    hasher.combine(queues)
    hasher.combine(policies)
  }
}
