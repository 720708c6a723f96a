import AMQPModel

/// The `x-death` header as 3.10 keeps it: the header itself is the history, whoever wrote it.
/// Source: rabbit_dead_letter, update_x_death_header.
struct DeathHeader {
  static let name = "x-death"

  /// The message's headers with one more death.
  static func adding(_ death: Death, to headers: FieldTable) -> FieldTable {
    var headers = headers
    switch headers[name] {
    case nil:
      headers["x-first-death-reason"] = .string(death.reason.rawValue)
      headers["x-first-death-queue"] = .string(death.queue)
      headers["x-first-death-exchange"] = .string(death.exchange)
      headers[name] = .array([.table(death.table310)])
    case .array(let tables)?:
      headers[name] = .array(adding(death, to: grouped(tables)))
    case _?:
      // A client turned it into something else.
      headers[name] = .array([.table(death.table310)])
    }
    return headers.sortedByName
  }

  private static func adding(_ death: Death, to tables: [FieldValue]) -> [FieldValue] {
    guard let index = tables.firstIndex(where: { isTable($0, of: death) }),
      case .table(var table) = tables[index]
    else {
      return [.table(death.table310.sortedByName)] + tables
    }
    table["count"] = .int64((table["count"]?.integer).map { $0 &+ 1 } ?? 1)
    var others = tables
    others.remove(at: index)
    return [.table(table.sortedByName)] + others
  }

  /// One table for each queue and reason, its count the number of them where it had none. That
  /// more than one come out in reverse order is RabbitMQ's doing.
  private static func grouped(_ tables: [FieldValue]) -> [FieldValue] {
    guard tables.count > 1 else { return tables }
    var groups: [(table: FieldValue, count: Int64)] = []
    for table in tables {
      if let index = groups.firstIndex(where: { isAlike($0.table, table) }) {
        groups[index].count += 1
      } else {
        groups.append((table, 1))
      }
    }
    return groups.reversed().map { group in
      guard case .table(var table) = group.table, table["count"] == nil else { return group.table }
      table.entries.insert(FieldTable.Entry(name: "count", value: .int64(group.count)), at: 0)
      return .table(table)
    }
  }

  private static func isTable(_ value: FieldValue, of death: Death) -> Bool {
    guard case .table(let table) = value else { return false }
    return table["queue"] == .string(death.queue)
      && table["reason"] == .string(death.reason.rawValue)
  }

  private static func isAlike(_ left: FieldValue, _ right: FieldValue) -> Bool {
    guard case .table(let left) = left, case .table(let right) = right else { return false }
    return left["queue"] == right["queue"] && left["reason"] == right["reason"]
  }

  /// Whether the queue is in the history, and no rejection since then. Something that is no table
  /// was put there by a client, which counts as one. Source: rabbit_dead_letter, is_cycle.
  static func hasCycle(to queue: String, in headers: FieldTable?) -> Bool {
    guard case .array(let tables)? = headers?[name] else { return false }
    for value in tables {
      guard case .table(let table) = value else { return false }
      if table["reason"] == .string(RemovalReason.rejected.rawValue) { return false }
      if table["queue"] == .string(queue) { return true }
    }
    return false
  }
}
