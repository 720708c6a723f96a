import AMQPModel

extension FieldTable {
  /// In the order of the names' bytes, as RabbitMQ leaves a table in which it set a value.
  /// Source: rabbit_misc, sort_field_table.
  var sortedByName: FieldTable {
    FieldTable(entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }

  /// Sorted by name, and of each name the first entry alone. Source: mc_amqpl, protocol_state.
  var sortedUniquely: FieldTable {
    var table = sortedByName
    var last: ExactName?
    table.entries.removeAll { entry in
      let name = ExactName(entry.name)
      defer { last = name }
      return name == last
    }
    return table
  }
}
