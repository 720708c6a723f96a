import AMQPModel

extension Broker {
  mutating func declareExchange(
    _ declare: ExchangeDeclare, _ channel: ChannelID
  ) throws(AMQPException) {
    let host = host(of: channel)
    let name = ResourceName.withoutLineBreaks(declare.exchange)
    if declare.passive {
      try checkNotDefault(name)
      guard hosts[host.index].routing.exchange(named: name) != nil else {
        throw .notFound(exchange: name, in: hosts[host.index].name)
      }
    } else {
      try declareExchange(declare, name, host, channel)
    }
    if !declare.noWait {
      send(.exchangeDeclareOk(ExchangeDeclareOk()), to: address(of: channel))
    }
  }

  private mutating func declareExchange(
    _ declare: ExchangeDeclare, _ name: String, _ host: VirtualHostID, _ channel: ChannelID
  ) throws(AMQPException) {
    guard let type = ExchangeType(rawValue: declare.type) else {
      throw unknownType(declare.type)
    }
    try checkNotDefault(name)
    try check(.configure, exchange: name, channel)
    let described = ResourceName.exchange(name, in: hosts[host.index].name)
    if hosts[host.index].routing.exchange(named: name) == nil {
      if name.utf8.starts(with: "amq.".utf8) {
        throw AMQPException(
          .accessRefused, "exchange name '\(name)' contains reserved prefix 'amq.*'")
      }
      let argument = Exchange.alternateExchangeArgument
      if let alternate = declare.arguments[argument], !alternate.isLongString {
        throw AMQPException(
          .preconditionFailed,
          "invalid type '\(ErlangTerm(alternate).typeName)' for arg '\(argument)' in "
            + described)
      }
      if let alternate = declare.arguments[argument]?.text {
        try check(.read, exchange: name, channel)
        try check(.write, exchange: alternate, channel)
      }
    }
    let exchange = Exchange(
      name: name, type: type, isDurable: declare.durable, isAutoDelete: declare.autoDelete,
      isInternal: declare.isInternal, arguments: declare.arguments)
    switch hosts[host.index].routing.declare(exchange) {
    case .created(let id):
      govern(id, host)
      if isTracing { trace(host, .declaredExchange(name)) }
    case .exists:
      break
    case .differs(_, let difference):
      throw AMQPException(.preconditionFailed, difference.text(for: described, profile))
    }
  }

  /// RabbitMQ calls a type invalid if the word happens to be an atom in its virtual machine,
  /// else unknown. Source: `rabbit_exchange:check_type/1`.
  private func unknownType(_ type: String) -> AMQPException {
    if profile.otherExchangeTypes.contains(type) {
      return AMQPException(.notImplemented, "exchanges of type '\(type)' are not simulated")
    }
    let adjective = type.isEmpty || Broker.atoms.contains(type) ? "invalid" : "unknown"
    return AMQPException(
      profile.unknownExchangeTypeCode, "\(adjective) exchange type '\(type)'")
  }

  /// Words that one might take for an exchange type, and that are atoms in every RabbitMQ.
  private static let atoms = Set(
    """
    a all amqp any b bar basic binding broadcast c call cast classic cluster consistent
    critical dead default dlx durable email error event exchange false federation foo get
    global group hash header hello history host http info invalid job key local log
    management match message multi multicast name news node none normal null order orders out
    priority publish push put queue quorum random receive route rpc send service simple
    single standard stream subscribe system test transient true type unknown user users vhost
    warning worker workers x y z
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  mutating func deleteExchange(
    _ delete: ExchangeDelete, _ channel: ChannelID
  ) throws(AMQPException) {
    let host = host(of: channel)
    let name = ResourceName.withoutLineBreaks(delete.exchange)
    try checkNotDefault(name)
    let described = ResourceName.exchange(name, in: hosts[host.index].name)
    if name.utf8.starts(with: "amq.".utf8) {
      throw AMQPException(.accessRefused, "deletion of system \(described) not allowed")
    }
    try check(.configure, exchange: name, channel)
    if let exchange = hosts[host.index].routing.exchange(named: name) {
      if delete.ifUnused, hosts[host.index].routing.hasBindings(from: exchange) {
        throw AMQPException(.preconditionFailed, "\(described) in use")
      }
      let changes = hosts[host.index].routing.deleteExchange(exchange)
      trace(host, changes)
    }
    if !delete.noWait {
      send(.exchangeDeleteOk(ExchangeDeleteOk()), to: address(of: channel))
    }
  }

  func checkNotDefault(_ name: String) throws(AMQPException) {
    if name.utf8.isEmpty {
      throw AMQPException(
        .accessRefused, "operation not permitted on the default exchange")
    }
  }
}

extension ExchangeDifference {
  /// What RabbitMQ says of the difference. Source: `rabbit_misc:assert_args_equivalence/4`.
  fileprivate func text(for described: String, _ profile: Profile) -> String {
    switch self {
    case .property(let name, let received, let current):
      "inequivalent arg '\(name)' for \(described): received '\(received)' but current is "
        + "'\(current)'"
    case .argument(let name, let received, let current):
      "inequivalent arg '\(name)' for \(described): received "
        + ExchangeDifference.shown(received, other: current, profile) + " but current is "
        + ExchangeDifference.shown(current, other: received, profile)
    }
  }

  private static func shown(
    _ value: FieldValue?, other: FieldValue?, _ profile: Profile
  ) -> String {
    guard let value else { return "none" }
    let term = ErlangTerm(value)
    let text = value.text ?? term.written(by: profile.headersRule)
    return other == nil ? "the value '\(text)' of type '\(term.typeName)'" : "'\(text)'"
  }
}

extension FieldValue {
  fileprivate var isLongString: Bool {
    if case .longString = self { true } else { false }
  }
}
