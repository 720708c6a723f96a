import AMQPModel

extension FieldTable {
  /// In the order of the names' bytes, as RabbitMQ leaves a table in which it set a value.
  /// Source: rabbit_misc, sort_field_table.
  var sortedByName: FieldTable {
    FieldTable(entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }
}
