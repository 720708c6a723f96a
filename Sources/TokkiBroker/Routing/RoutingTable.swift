import AMQPModel

/// The routing of one virtual host: its exchanges, its bindings, and the names of its queues. A
/// value: a copy is a snapshot that goes its own way.
///
/// What is asked of it here never fails: an exchange or a queue that is not there routes nothing,
/// and removing it changes nothing. Which of that is an exception is the broker's to say.
package struct RoutingTable: Sendable {
  /// An exchange with its bindings.
  struct Record: Sendable {
    var exchange: Exchange
    /// Rising in the order of creation.
    var number: UInt64
    /// The bindings from here and to here, in the order of creation.
    var outgoing: [BindingID] = []
    var incoming: [BindingID] = []
  }

  /// A binding in its place.
  struct Bound: Sendable {
    var binding: Binding
    /// Rising in the order of creation.
    var number: UInt64
    /// headers: what the arguments ask for.
    var headers: HeadersRequirement?
  }

  /// A queue that bindings can lead to.
  struct QueueRecord: Sendable {
    var name: ExactName
    /// In the order of creation.
    var incoming: [BindingID] = []
  }

  var headersRule: HeadersRule
  var exchanges = Slots<Record>()
  var matchers = Matchers()
  var exchangesByName: [ExactName: ExchangeID] = [:]
  var bindings = Slots<Bound>()
  var bindingsByIdentity: [Binding: BindingID] = [:]
  var queues: [QueueID: QueueRecord] = [:]
  var queuesByName: [ExactName: QueueID] = [:]
  private var created: UInt64 = 0

  /// A virtual host with nothing but the predeclared exchanges.
  package init(profile: Profile = .rabbitMQ40) {
    headersRule = profile.headersRule
    for exchange in Exchange.predeclared { insert(exchange) }
  }

  mutating func nextNumber() -> UInt64 {
    created &+= 1
    return created
  }

  @discardableResult
  private mutating func insert(_ exchange: Exchange) -> ExchangeID {
    let id = ExchangeID(
      index: exchanges.insert(Record(exchange: exchange, number: nextNumber())))
    matchers[id] = Matcher(type: exchange.type, isInternal: exchange.isInternal)
    exchangesByName[ExactName(exchange.name)] = id
    return id
  }
}

// MARK: - Exchanges

extension RoutingTable {
  package func exchange(named name: String) -> ExchangeID? {
    name.utf8.isEmpty ? .default : exchangesByName[ExactName(name)]
  }

  package func exchange(_ id: ExchangeID) -> Exchange? { exchanges[id.index]?.exchange }

  mutating func govern(_ id: ExchangeID, by policies: Governance) {
    exchanges[id.index]?.exchange.governance = policies
  }

  /// Whether clients may not publish to it.
  package func isInternal(_ id: ExchangeID) -> Bool { matchers[id].isInternal }

  /// Creates the exchange, or compares it to the one of that name.
  package mutating func declare(_ exchange: Exchange) -> ExchangeDeclaration {
    guard let id = self.exchange(named: exchange.name), let current = self.exchange(id) else {
      return .created(insert(exchange))
    }
    guard let difference = current.difference(from: exchange) else { return .exists(id) }
    return .differs(id, difference)
  }

  /// Deletes the exchange with its bindings. An exchange that is auto-delete and was bound to it
  /// alone goes too.
  package mutating func deleteExchange(_ id: ExchangeID) -> [RoutingChange] {
    var changes: [RoutingChange] = []
    removeExchange(id, recording: &changes)
    return changes
  }

  mutating func removeExchange(_ id: ExchangeID, recording changes: inout [RoutingChange]) {
    guard let record = exchanges[id.index] else { return }
    for binding in record.outgoing { _ = remove(binding, recording: &changes) }
    exchangesByName[ExactName(record.exchange.name)] = nil
    changes.append(.deletedExchange(record.exchange.name))
    let sources = record.incoming.compactMap { remove($0, recording: &changes) }
    exchanges.remove(id.index)
    matchers[id] = .none
    for source in sources { autoDelete(source, recording: &changes) }
  }

  /// Deletes the exchange if it is auto-delete and nothing is bound to it any more.
  mutating func autoDelete(_ id: ExchangeID, recording changes: inout [RoutingChange]) {
    guard let record = exchanges[id.index], record.exchange.isAutoDelete,
      record.outgoing.isEmpty
    else { return }
    removeExchange(id, recording: &changes)
  }

  /// In the order of creation: the predeclared ones first.
  package func exchangeIDs() -> [ExchangeID] {
    exchanges.inOrder(by: \.number).map(ExchangeID.init(index:))
  }

  package func exchangeSnapshots() -> [ExchangeSnapshot] {
    exchangeIDs().compactMap { exchange($0) }.map { exchange in
      var snapshot = ExchangeSnapshot(name: exchange.name, type: exchange.type.rawValue)
      snapshot.isDurable = exchange.isDurable
      snapshot.isAutoDelete = exchange.isAutoDelete
      snapshot.isInternal = exchange.isInternal
      snapshot.arguments = exchange.arguments
      snapshot.isPredeclared = exchange.isPredeclared
      snapshot.policies = exchange.governance.names
      snapshot.effectivePolicyDefinition = exchange.governance.definition
      return snapshot
    }
  }
}

// MARK: - Queues

extension RoutingTable {
  /// The queue can be reached from now on: through the default exchange by its name, and through
  /// the bindings to come. The number and the name are new to this table.
  package mutating func addQueue(_ id: QueueID, name: String) {
    queues[id] = QueueRecord(name: ExactName(name))
    queuesByName[ExactName(name)] = id
  }

  package func queue(named name: String) -> QueueID? { queuesByName[ExactName(name)] }

  /// Removes the queue with its bindings. An auto-delete exchange that was bound to it alone
  /// goes too.
  package mutating func removeQueue(_ id: QueueID) -> [RoutingChange] {
    guard let queue = queues[id] else { return [] }
    var changes: [RoutingChange] = []
    let sources = queue.incoming.compactMap { remove($0, recording: &changes) }
    queues[id] = nil
    queuesByName[queue.name] = nil
    for source in sources { autoDelete(source, recording: &changes) }
    return changes
  }
}
