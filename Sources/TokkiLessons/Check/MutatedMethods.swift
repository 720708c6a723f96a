import AMQPModel
import TokkiLanguage

extension Mutation {
  func variants(of method: QueueDeclare) -> [QueueDeclare] {
    var other = method
    switch self {
    case .notDurable where method.durable && !Self.isReplicated(method): other.durable = false
    case .classicQueue where Self.isReplicated(method): other.arguments["x-queue-type"] = nil
    case .notExclusive where method.exclusive: other.exclusive = false
    case .notAutoDelete where method.autoDelete: other.autoDelete = false
    case .argumentLeftOut:
      return method.arguments.entries.filter { $0.name != "x-queue-type" }.map { entry in
        var other = method
        other.arguments[entry.name] = nil
        return other
      }
    default: return []
    }
    return [other]
  }

  /// Quorum queues and streams are durable in any case.
  private static func isReplicated(_ method: QueueDeclare) -> Bool {
    guard let type = method.arguments["x-queue-type"] else { return false }
    return type.text != "classic"
  }

  func variants(of method: ExchangeDeclare) -> [ExchangeDeclare] {
    var other = method
    switch self {
    case .notDurable where method.durable: other.durable = false
    case .notAutoDelete where method.autoDelete: other.autoDelete = false
    case .otherType:
      return ["direct", "fanout", "topic"].filter { $0 != method.type }.map { type in
        var other = method
        other.type = type
        return other
      }
    case .argumentLeftOut:
      return method.arguments.entries.map { entry in
        var other = method
        other.arguments[entry.name] = nil
        return other
      }
    default: return []
    }
    return [other]
  }

  /// Binding keys that are taken for the right one.
  func keys(instead key: String) -> [String] {
    switch self {
    case .starForHash: Self.keys(key, with: "*", for: "#")
    case .hashForStar: Self.keys(key, with: "#", for: "*")
    case .otherBindingKey: [Self.misspelt(key)]
    default: []
    }
  }

  /// One word replaced at a time.
  private static func keys(_ key: String, with new: Substring, for old: Substring) -> [String] {
    let words = key.split(separator: ".", omittingEmptySubsequences: false)
    return words.indices.filter { words[$0] == old }.map { index in
      var others = words
      others[index] = new
      return others.joined(separator: ".")
    }
  }

  /// The last word is another one; `#` and `*` become a word.
  private static func misspelt(_ key: String) -> String {
    guard !key.isEmpty else { return "key" }
    var words = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let last = words.removeLast()
    return (words + [last == "#" || last == "*" ? "word" : last + "s"]).joined(separator: ".")
  }

  func variants(of publication: Publication) -> [Publication] {
    var other = publication
    let properties = publication.content.properties
    switch self {
    case .transientMessage where properties.isPersistent:
      other.content.properties.deliveryMode = nil
    case .otherKey: other.method.routingKey = Self.misspelt(publication.method.routingKey)
    case .defaultExchange where !publication.method.exchange.isEmpty: other.method.exchange = ""
    case .notMandatory where publication.method.mandatory: other.method.mandatory = false
    case .propertyLeftOut:
      return PropertyErasure.erasures(of: properties).map { properties in
        var other = publication
        other.content.properties = properties
        return other
      }
    default: return []
    }
    return [other]
  }

  func variants(of consumption: Consumption) -> [Consumption] {
    var other = consumption
    switch self {
    case .autoAck where !consumption.method.noAck: other.method.noAck = true
    case .manualAck where consumption.method.noAck: other.method.noAck = false
    case .noPrefetch where consumption.prefetchCount != nil: other.prefetchCount = nil
    case .noWork where consumption.work != nil || consumption.reply != nil:
      other.work = nil
      other.reply = nil
    case .notExclusive where consumption.method.exclusive: other.method.exclusive = false
    case .argumentLeftOut:
      return consumption.method.arguments.entries.map { entry in
        var other = consumption
        other.method.arguments[entry.name] = nil
        return other
      }
    default: return []
    }
    return [other]
  }

  func variants(of settlement: Settlement) -> [Settlement] {
    var other = settlement
    switch self {
    case .singleAck where settlement.multiple: other.multiple = false
    case .requeued where settlement.verb != .ack && !settlement.requeue: other.requeue = true
    case .discarded where settlement.verb != .ack && settlement.requeue: other.requeue = false
    default: return []
    }
    return [other]
  }
}

/// Takes one property away, or one header. The delivery mode is a mutation of its own.
private struct PropertyErasure: PropertyVisitor {
  /// Which of those that are there; counted down.
  private var place: Int
  private var isDone = false

  static func erasures(of properties: BasicProperties) -> [BasicProperties] {
    var found: [BasicProperties] = []
    while true {
      var other = properties
      var erasure = PropertyErasure(place: found.count)
      other.visit(&erasure)
      guard erasure.isDone else { return found }
      found.append(other)
    }
  }

  private mutating func erase<Value>(_ value: inout Value?) {
    guard value != nil, !isDone else { return }
    if place == 0 {
      value = nil
      isDone = true
    }
    place -= 1
  }

  mutating func octet(_ name: String, _ value: inout UInt8?) {
    if name != "delivery-mode" { erase(&value) }
  }

  mutating func shortString(_ name: String, _ value: inout String?) { erase(&value) }

  mutating func timestamp(_ name: String, _ value: inout UInt64?) { erase(&value) }

  mutating func table(_ name: String, _ value: inout FieldTable?) {
    guard let entries = value?.entries, !isDone else { return }
    if entries.indices.contains(place) {
      value?.entries.remove(at: place)
      isDone = true
    }
    place -= entries.count
  }
}
