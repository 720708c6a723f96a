import AMQPModel

/// What routing through one exchange looks at, apart from all else that is known of the exchange:
/// this is what every publish reads.
struct Matcher: Sendable {
  /// The bindings of one key of a direct exchange.
  struct Keyed: Sendable {
    /// In the order of creation.
    var bindings: [BindingID] = []
    var destinations = Destinations()
  }

  let type: ExchangeType
  let isInternal: Bool
  /// direct: what each key leads to.
  var byKey: [ExactName: Keyed] = [:]
  /// fanout: what every key leads to.
  var all = Destinations()
  /// topic.
  var topics = TopicTrie()
  /// topic: what the keys that were asked for led to.
  var topicCache = RouteCache()

  init(type: ExchangeType, isInternal: Bool) {
    self.type = type
    self.isInternal = isInternal
  }

  /// Of an exchange that is not there: it routes nothing.
  static let none = Matcher(type: .direct, isInternal: false)
}

/// The matchers of all exchanges.
struct Matchers: Sendable {
  private var elements: [Matcher] = []

  /// Yields a borrow, since a copy would cost more than the look-up. Setting that of an exchange
  /// that is not there makes room for it.
  subscript(exchange: ExchangeID) -> Matcher {
    _read {
      if elements.indices.contains(Int(exchange.index)) {
        yield elements.span[Int(exchange.index)]
      } else {
        yield Matcher.none
      }
    }
    _modify {
      while elements.count <= Int(exchange.index) { elements.append(Matcher.none) }
      if exchange.index >= 0 {
        yield &elements[Int(exchange.index)]
      } else {
        var none = Matcher.none
        yield &none
      }
    }
  }
}

/// What routing keys led to, until a binding changes.
struct RouteCache: Sendable {
  private static let capacity = 4096
  private var known: [ExactName: Destinations] = [:]

  subscript(key: ExactName) -> Destinations? {
    get { known[key] }
    set {
      if known.count >= RouteCache.capacity { known.removeAll(keepingCapacity: true) }
      known[key] = newValue
    }
  }

  mutating func clear() { if !known.isEmpty { known.removeAll() } }
}
