internal import TokkiBroker

/// What the connections of clients elsewhere are called: as their `connection_name` says, or after
/// their address; with their number where the name is taken, so that each name is one connection.
struct RemoteNames: Hashable, Sendable {
  private var names: [ConnectionID: String] = [:]
  private var connections: [String: ConnectionID] = [:]

  var isEmpty: Bool { names.isEmpty }

  func contains(_ id: ConnectionID) -> Bool { names[id] != nil }

  func connection(named name: String) -> ConnectionID? { connections[name] }

  /// Gives a new connection a name.
  ///
  /// - Parameter taken: whether somebody else has that name.
  mutating func add(_ id: ConnectionID, wanted: String, taken: (String) -> Bool) -> String {
    var name = wanted
    var number = id.number
    while connections[name] != nil || taken(name) {
      name = "\(wanted)-\(number)"
      number += 1
    }
    names[id] = name
    connections[name] = id
    return name
  }

  mutating func remove(_ id: ConnectionID) {
    if let name = names.removeValue(forKey: id) { connections[name] = nil }
  }

  /// Somebody else wants the name: whoever has it gets another.
  mutating func release(
    _ name: String, taken: (String) -> Bool
  ) -> (id: ConnectionID, name: String)? {
    guard let id = connections[name] else { return nil }
    remove(id)
    return (id, add(id, wanted: name, taken: taken))
  }
}
