package import AMQPModel

/// An exchange of one routing table. The number may be given to another exchange once this one is
/// deleted: keep it no longer than a step.
package struct ExchangeID: Hashable, Sendable {
  package var index: Int32

  /// The exchange whose name is empty, which every virtual host has.
  package static let `default` = ExchangeID(index: 0)
}

/// The four exchange types that RabbitMQ has without plugins.
package enum ExchangeType: String, Hashable, Sendable, CaseIterable {
  case direct
  case fanout
  case topic
  case headers
}

/// What `exchange.declare` says about an exchange.
package struct Exchange: Hashable, Sendable {
  package var name: String
  package var type: ExchangeType
  package var isDurable: Bool
  package var isAutoDelete: Bool
  package var isInternal: Bool
  package var arguments: FieldTable
  /// Whether RabbitMQ made it: the default exchange and `amq.*`.
  package var isPredeclared = false
  /// The policies in force.
  var governance = Governance()

  package init(
    name: String, type: ExchangeType, isDurable: Bool = false, isAutoDelete: Bool = false,
    isInternal: Bool = false, arguments: FieldTable = FieldTable()
  ) {
    self.name = name
    self.type = type
    self.isDurable = isDurable
    self.isAutoDelete = isAutoDelete
    self.isInternal = isInternal
    self.arguments = arguments
  }

  static let alternateExchangeArgument = "alternate-exchange"

  /// The exchange that gets what this one cannot route: by its argument, or else by a policy.
  var alternateExchange: ExactName? {
    let argument = arguments[Exchange.alternateExchangeArgument]
    return (argument ?? governance[.alternateExchange])?.text.map(ExactName.init)
  }

  /// What every virtual host has from the start, the default exchange first.
  /// Source: RabbitMQ's `rabbit_vhost.erl`.
  static let predeclared: [Exchange] = [
    predeclared("", .direct),
    predeclared("amq.direct", .direct),
    predeclared("amq.topic", .topic),
    predeclared("amq.match", .headers),
    predeclared("amq.headers", .headers),
    predeclared("amq.fanout", .fanout),
    predeclared("amq.rabbitmq.trace", .topic, isInternal: true),
  ]

  private static func predeclared(
    _ name: String, _ type: ExchangeType, isInternal: Bool = false
  ) -> Exchange {
    var exchange = Exchange(name: name, type: type, isDurable: true, isInternal: isInternal)
    exchange.isPredeclared = true
    return exchange
  }
}

/// The first property in which a declaration differs from the exchange that exists, in the order
/// in which RabbitMQ compares: type, durable, auto-delete, internal, alternate-exchange.
/// Source: `rabbit_exchange:assert_equivalence/6`.
package enum ExchangeDifference: Hashable, Sendable {
  /// A property with its name (`type`, `durable`, `auto_delete`, `internal`), both values as
  /// RabbitMQ writes them.
  case property(String, received: String, current: String)
  /// An argument of that name; nil where it is absent.
  case argument(String, received: FieldValue?, current: FieldValue?)
}

/// The outcome of declaring an exchange.
package enum ExchangeDeclaration: Hashable, Sendable {
  case created(ExchangeID)
  /// An equal one was there.
  case exists(ExchangeID)
  /// One was there that differs; nothing was changed.
  case differs(ExchangeID, ExchangeDifference)
}

extension Exchange {
  /// How a declaration of the same name differs from this exchange, if it does.
  func difference(from declared: Exchange) -> ExchangeDifference? {
    let properties = [
      ("type", declared.type.rawValue, type.rawValue),
      ("durable", String(declared.isDurable), String(isDurable)),
      ("auto_delete", String(declared.isAutoDelete), String(isAutoDelete)),
      ("internal", String(declared.isInternal), String(isInternal)),
    ]
    for (name, received, current) in properties where received != current {
      return .property(name, received: received, current: current)
    }
    let name = Exchange.alternateExchangeArgument
    if declared.arguments[name] != arguments[name] {
      return .argument(name, received: declared.arguments[name], current: arguments[name])
    }
    return nil
  }
}
