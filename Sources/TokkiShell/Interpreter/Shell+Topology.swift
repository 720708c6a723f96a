import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// Declaring, deleting, binding. What was there before tells whether anything changed.
extension Shell {
  func declare(
    _ method: QueueDeclare, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    let reply = try await request(.queueDeclare(method), by: who, &turn)
    guard case .queueDeclareOk(let answer) = reply.method else { return }
    let place = virtualHostName(of: who, turn)
    let now = await simulator?.snapshot().virtualHost(named: place)?.queue(answer.queue)
    let type = now?.type ?? method.arguments["x-queue-type"]?.text ?? "classic"
    let isThere = before(turn, who).map { $0.queue(answer.queue) != nil }
    turn.add(
      .queueDeclared(
        method, answer, type: type, isNew: method.passive ? nil : isThere.map { !$0 },
        policies: now?.policies ?? PoliciesInForce()))
  }

  func declare(
    _ method: ExchangeDeclare, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    _ = try await request(.exchangeDeclare(method), by: who, &turn)
    let isThere = before(turn, who).map { $0.exchange(method.exchange) != nil }
    turn.add(.exchangeDeclared(method, isNew: method.passive ? nil : isThere.map { !$0 }))
  }

  func delete(
    _ method: QueueDelete, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    let reply = try await request(.queueDelete(method), by: who, &turn)
    guard case .queueDeleteOk(let answer) = reply.method else { return }
    turn.add(
      .queueDeleted(
        queue(meantBy: method.queue, who, turn), messageCount: answer.messageCount,
        wasThere: before(turn, who).map {
          $0.queue(queue(meantBy: method.queue, who, turn)) != nil
        }))
  }

  func delete(
    _ method: ExchangeDelete, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    _ = try await request(.exchangeDelete(method), by: who, &turn)
    turn.add(
      .exchangeDeleted(
        method.exchange,
        wasThere: before(turn, who).map { $0.exchange(method.exchange) != nil }))
  }

  func bind(
    _ method: Method, _ binding: BindingSnapshot, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    let binding = self.binding(meantBy: binding, who, turn)
    _ = try await request(method, by: who, &turn)
    turn.add(
      .bound(binding, isNew: before(turn, who).map { !$0.bindings.contains(binding) }))
  }

  func unbind(
    _ method: Method, _ binding: BindingSnapshot, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    let binding = self.binding(meantBy: binding, who, turn)
    _ = try await request(method, by: who, &turn)
    turn.add(
      .unbound(binding, wasThere: before(turn, who).map { $0.bindings.contains(binding) }))
  }

  /// The virtual host that this client speaks to, as it was before the command.
  private func before(_ turn: Turn, _ who: ClientChannel) -> VirtualHostSnapshot? {
    turn.before?.virtualHost(named: virtualHostName(of: who, turn))
  }

  /// The queue that a name means: an empty one is the queue that the channel declared last.
  func queue(meantBy name: String, _ who: ClientChannel, _ turn: Turn) -> String {
    guard name.isEmpty else { return name }
    let known = turn.clientsBefore.first { $0.name == who.name }
    return known?.channels.first { $0.number == who.channel }?.declaredQueue ?? name
  }

  /// The binding with the queue that was meant. Where both queue and key are empty, RabbitMQ takes
  /// the queue's name for the key, too, as the specification has it.
  func binding(
    meantBy binding: BindingSnapshot, _ who: ClientChannel, _ turn: Turn
  ) -> BindingSnapshot {
    guard case .queue("") = binding.destination else { return binding }
    var meant = binding
    let name = queue(meantBy: "", who, turn)
    meant.destination = .queue(name)
    if meant.key.isEmpty { meant.key = name }
    return meant
  }

  private func virtualHostName(of who: ClientChannel, _ turn: Turn) -> String {
    let known = turn.clientsBefore.first { $0.name == who.name }
    guard let known, known.isConnected || who.client != ClientChannel.defaultClient else {
      return memory.virtualHost
    }
    return known.identity.virtualHost
  }
}

extension BindingSnapshot {
  init(_ method: QueueBind) {
    self.init(
      source: method.exchange, destination: .queue(method.queue), key: method.routingKey,
      arguments: method.arguments)
  }

  init(_ method: QueueUnbind) {
    self.init(
      source: method.exchange, destination: .queue(method.queue), key: method.routingKey,
      arguments: method.arguments)
  }

  init(_ method: ExchangeBind) {
    self.init(
      source: method.source, destination: .exchange(method.destination),
      key: method.routingKey, arguments: method.arguments)
  }

  init(_ method: ExchangeUnbind) {
    self.init(
      source: method.source, destination: .exchange(method.destination),
      key: method.routingKey, arguments: method.arguments)
  }
}
