import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

extension Shell {
  func carryOut(
    _ command: AMQPCommand, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    switch command {
    case .declareQueue(let method): try await declare(method, by: who, &turn)
    case .declareExchange(let method): try await declare(method, by: who, &turn)
    case .deleteQueue(let method):
      let reply = try await request(.queueDelete(method), by: who, &turn)
      guard case .queueDeleteOk(let answer) = reply.method else { return }
      turn.add(.queueDeleted(method.queue, messageCount: answer.messageCount))
    case .deleteExchange(let method):
      _ = try await request(.exchangeDelete(method), by: who, &turn)
      turn.add(.exchangeDeleted(method.exchange))
    case .bindQueue, .bindExchange, .unbindQueue, .unbindExchange:
      try await bind(command, by: who, &turn)
    case .purgeQueue(let method):
      let reply = try await request(.queuePurge(method), by: who, &turn)
      guard case .queuePurgeOk(let answer) = reply.method else { return }
      turn.add(.purged(queue: method.queue, messageCount: answer.messageCount))
    case .publish(let publication): try await publish(publication, by: who, &turn)
    case .call(let publication): try await call(publication, by: who, &turn)
    case .get(let method): try await get(method, by: who, &turn)
    case .consume(let consumption): try await consume(consumption, by: who, &turn)
    case .cancel(let tag): try await cancel(tag, by: who, &turn)
    case .settle(let settlement): try await settle(settlement, by: who, &turn)
    case .recover(let method):
      _ = try await request(.basicRecover(method), by: who, &turn)
      turn.add(.recovered(who.name))
    case .qos(let method):
      _ = try await request(.basicQos(method), by: who, &turn)
      turn.add(.prefetch(who.name, count: method.prefetchCount, global: method.global))
    case .confirmSelect:
      _ = try await request(.confirmSelect(ConfirmSelect()), by: who, &turn)
      turn.add(.confirmSelected(who.name))
    case .txSelect:
      _ = try await request(.txSelect(TxSelect()), by: who, &turn)
      turn.add(.transactionSelected(who.name))
    case .txCommit:
      _ = try await request(.txCommit(TxCommit()), by: who, &turn)
      turn.add(.committed(who.name))
    case .txRollback:
      _ = try await request(.txRollback(TxRollback()), by: who, &turn)
      turn.add(.rolledBack(who.name))
    case .flow(let method):
      _ = try await request(.channelFlow(method), by: who, &turn)
      turn.add(.flow(who.name, active: method.active))
    }
  }

  // MARK: Topology

  private func declare(
    _ method: QueueDeclare, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    let reply = try await request(.queueDeclare(method), by: who, &turn)
    guard case .queueDeclareOk(let answer) = reply.method else { return }
    let now = await virtualHost()?.queue(answer.queue)
    let before = turn.before?.virtualHost(named: memory.virtualHost)?.queue(answer.queue)
    turn.add(
      .queueDeclared(
        method, answer, type: now?.type ?? method.arguments["x-queue-type"]?.text ?? "classic",
        isNew: method.passive || simulator == nil ? nil : before == nil))
  }

  private func declare(
    _ method: ExchangeDeclare, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    _ = try await request(.exchangeDeclare(method), by: who, &turn)
    let before = turn.before?.virtualHost(named: memory.virtualHost)?.exchange(method.exchange)
    turn.add(
      .exchangeDeclared(
        method, isNew: method.passive || simulator == nil ? nil : before == nil))
  }

  private func bind(
    _ command: AMQPCommand, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    let method: Method
    let binding: BindingSnapshot
    switch command {
    case .bindQueue(let bind):
      method = .queueBind(bind)
      binding = BindingSnapshot(
        source: bind.exchange, destination: .queue(bind.queue), key: bind.routingKey,
        arguments: bind.arguments)
    case .unbindQueue(let unbind):
      method = .queueUnbind(unbind)
      binding = BindingSnapshot(
        source: unbind.exchange, destination: .queue(unbind.queue), key: unbind.routingKey,
        arguments: unbind.arguments)
    case .bindExchange(let bind):
      method = .exchangeBind(bind)
      binding = BindingSnapshot(
        source: bind.source, destination: .exchange(bind.destination), key: bind.routingKey,
        arguments: bind.arguments)
    case .unbindExchange(let unbind):
      method = .exchangeUnbind(unbind)
      binding = BindingSnapshot(
        source: unbind.source, destination: .exchange(unbind.destination),
        key: unbind.routingKey, arguments: unbind.arguments)
    default:
      return
    }
    _ = try await request(method, by: who, &turn)
    switch command {
    case .bindQueue, .bindExchange:
      let before = turn.before?.virtualHost(named: memory.virtualHost)
      turn.add(.bound(binding, isNew: before.map { !$0.bindings.contains(binding) }))
    default:
      turn.add(.unbound(binding))
    }
  }
}

extension ClientChannel {
  var name: ClientName { ClientName(client) }
}

extension Turn {
  mutating func add(_ answer: Answer) { answers.append(.answer(answer)) }
}

extension BrokerSnapshot {
  func virtualHost(named name: String) -> VirtualHostSnapshot? {
    virtualHosts.first { ExactName($0.name) == ExactName(name) }
  }
}

extension VirtualHostSnapshot {
  func queue(_ name: String) -> QueueSnapshot? {
    queues.first { ExactName($0.name) == ExactName(name) }
  }

  func exchange(_ name: String) -> ExchangeSnapshot? {
    exchanges.first { ExactName($0.name) == ExactName(name) }
  }
}

extension Shell {
  /// The virtual host that commands speak to, as it is now; nil on a real broker.
  func virtualHost() async -> VirtualHostSnapshot? {
    await simulator?.snapshot().virtualHost(named: memory.virtualHost)
  }
}
