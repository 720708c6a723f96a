import AMQPModel

/// A binding of one routing table.
struct BindingID: Hashable, Sendable {
  var index: Int32
}

/// Where a binding leads.
package enum BindingDestination: Hashable, Sendable {
  case queue(QueueID)
  case exchange(ExchangeID)
}

/// A binding is what it is made of: two with the same source, destination, key and arguments are
/// one. The arguments are in the order of their names, as RabbitMQ keeps them.
struct Binding: Hashable, Sendable {
  var source: ExchangeID
  var destination: BindingDestination
  var key: ExactName
  var arguments: FieldTable

  init(
    source: ExchangeID, destination: BindingDestination, key: String, arguments: FieldTable
  ) {
    self.source = source
    self.destination = destination
    self.key = ExactName(key)
    self.arguments = FieldTable(arguments.entries.sortedByName())
  }
}

/// The outcome of a bind.
package enum BindOutcome: Hashable, Sendable {
  case bound(BindingSnapshot)
  /// The very same binding was there: nothing changed.
  case exists
  /// The source exchange's type refuses the arguments, with RabbitMQ's words for it.
  case refused(String)
  /// The source or the destination is not there.
  case missing
}

/// What a removal brought about, in the order in which it happened.
package enum RoutingChange: Hashable, Sendable {
  case unbound(BindingSnapshot)
  /// Deleted, or auto-deleted since its last binding had gone.
  case deletedExchange(String)
}

extension [FieldTable.Entry] {
  /// In the order of the names' bytes; of the same name the first stays first.
  func sortedByName() -> [FieldTable.Entry] {
    if count < 2 { return self }
    let order = indices.sorted { left, right in
      let names = (ExactName(self[left].name), ExactName(self[right].name))
      return names.0 == names.1 ? left < right : names.0 < names.1
    }
    return order.map { self[$0] }
  }
}
