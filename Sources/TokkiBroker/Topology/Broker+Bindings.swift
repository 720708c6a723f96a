import AMQPModel

/// A binding as a method names it.
private struct BindingRequest {
  enum Destination {
    case queue(String)
    case exchange(String)
  }

  var source: String
  var destination: Destination
  var key: String
  var arguments: FieldTable
}

extension Broker {
  mutating func bindQueue(_ bind: QueueBind, _ channel: ChannelID) throws(AMQPException) {
    let request = BindingRequest(
      source: bind.exchange, destination: .queue(try queueName(bind.queue, channel)),
      key: try bindingKey(bind.routingKey, queue: bind.queue, channel),
      arguments: bind.arguments)
    try add(request, channel)
    if !bind.noWait { send(.queueBindOk(QueueBindOk()), to: address(of: channel)) }
  }

  mutating func unbindQueue(_ unbind: QueueUnbind, _ channel: ChannelID) throws(AMQPException) {
    let request = BindingRequest(
      source: unbind.exchange, destination: .queue(try queueName(unbind.queue, channel)),
      key: try bindingKey(unbind.routingKey, queue: unbind.queue, channel),
      arguments: unbind.arguments)
    try remove(request, channel)
    send(.queueUnbindOk(QueueUnbindOk()), to: address(of: channel))
  }

  mutating func bindExchange(_ bind: ExchangeBind, _ channel: ChannelID) throws(AMQPException) {
    let request = BindingRequest(
      source: bind.source, destination: .exchange(bind.destination), key: bind.routingKey,
      arguments: bind.arguments)
    try add(request, channel)
    if !bind.noWait { send(.exchangeBindOk(ExchangeBindOk()), to: address(of: channel)) }
  }

  mutating func unbindExchange(
    _ unbind: ExchangeUnbind, _ channel: ChannelID
  ) throws(AMQPException) {
    let request = BindingRequest(
      source: unbind.source, destination: .exchange(unbind.destination),
      key: unbind.routingKey, arguments: unbind.arguments)
    try remove(request, channel)
    if !unbind.noWait { send(.exchangeUnbindOk(ExchangeUnbindOk()), to: address(of: channel)) }
  }

  /// With neither a queue nor a key given, both are the name of the queue declared last.
  /// Source: `rabbit_channel:expand_routing_key_shortcut/3`.
  private func bindingKey(
    _ key: String, queue: String, _ channel: ChannelID
  ) throws(AMQPException) -> String {
    key.utf8.isEmpty && queue.utf8.isEmpty ? try queueName(queue, channel) : key
  }

  private mutating func add(
    _ request: BindingRequest, _ channel: ChannelID
  ) throws(AMQPException) {
    let host = host(of: channel)
    try checkPermitted(request, channel)
    let (source, destination) = try ends(of: request, channel)
    if case .queue(let queue) = destination { try checkAccess(queue, channel) }
    let outcome = hosts[host.index].routing.bind(
      destination, to: source, key: request.key, arguments: request.arguments)
    switch outcome {
    case .bound(let binding):
      if isTracing { trace(host, .bound(binding)) }
    case .exists, .missing:
      break
    case .refused(let text):
      throw AMQPException(.preconditionFailed, text)
    }
  }

  /// What is not bound, or not there at all, is no error.
  private mutating func remove(
    _ request: BindingRequest, _ channel: ChannelID
  ) throws(AMQPException) {
    let host = host(of: channel)
    try checkPermitted(request, channel)
    guard let (source, destination) = try? ends(of: request, channel),
      hosts[host.index].routing.isBound(
        destination, to: source, key: request.key, arguments: request.arguments)
    else { return }
    if case .queue(let queue) = destination { try checkAccess(queue, channel) }
    let changes = hosts[host.index].routing.unbind(
      destination, from: source, key: request.key, arguments: request.arguments)
    trace(host, changes)
  }

  /// Binding writes to the destination and reads the source; so does unbinding.
  /// Source: `rabbit_channel:binding_action_with_checks/10`.
  private func checkPermitted(
    _ request: BindingRequest, _ channel: ChannelID
  ) throws(AMQPException) {
    switch request.destination {
    case .queue(let name):
      try check(.write, queue: ResourceName.withoutLineBreaks(name), channel)
    case .exchange(let name):
      try check(.write, exchange: ResourceName.withoutLineBreaks(name), channel)
    }
    try checkNotDefault(request)
    let source = ResourceName.withoutLineBreaks(request.source)
    try check(.read, exchange: source, channel)
    if let exchange = hosts[host(of: channel).index].routing.exchange(named: source) {
      try check(.read, key: request.key, of: exchange, channel)
    }
  }

  private func checkNotDefault(_ request: BindingRequest) throws(AMQPException) {
    if case .exchange(let name) = request.destination {
      try checkNotDefault(ResourceName.withoutLineBreaks(name))
    }
    try checkNotDefault(ResourceName.withoutLineBreaks(request.source))
  }

  /// What the binding joins, both of which have to be there.
  private func ends(
    of request: BindingRequest, _ channel: ChannelID
  ) throws(AMQPException) -> (ExchangeID, BindingDestination) {
    let host = host(of: channel)
    let virtualHost = hosts[host.index].name
    let sourceName = ResourceName.withoutLineBreaks(request.source)
    guard let source = hosts[host.index].routing.exchange(named: sourceName) else {
      throw .notFound(exchange: sourceName, in: virtualHost)
    }
    switch request.destination {
    case .queue(let name):
      let name = ResourceName.withoutLineBreaks(name)
      guard let queue = hosts[host.index].routing.queue(named: name) else {
        throw .notFound(queue: name, in: virtualHost)
      }
      return (source, .queue(queue))
    case .exchange(let name):
      let name = ResourceName.withoutLineBreaks(name)
      guard let exchange = hosts[host.index].routing.exchange(named: name) else {
        throw .notFound(exchange: name, in: virtualHost)
      }
      return (source, .exchange(exchange))
    }
  }
}

extension RoutingTable {
  /// Whether that very binding is there.
  fileprivate func isBound(
    _ destination: BindingDestination, to source: ExchangeID, key: String,
    arguments: FieldTable
  ) -> Bool {
    let binding = Binding(
      source: source, destination: destination, key: key, arguments: arguments)
    return bindingsByIdentity[binding] != nil
  }
}
