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
    case .deleteQueue(let method): try await delete(method, by: who, &turn)
    case .deleteExchange(let method): try await delete(method, by: who, &turn)
    case .bindQueue(let method):
      try await bind(.queueBind(method), BindingSnapshot(method), by: who, &turn)
    case .bindExchange(let method):
      try await bind(.exchangeBind(method), BindingSnapshot(method), by: who, &turn)
    case .unbindQueue(let method):
      try await unbind(.queueUnbind(method), BindingSnapshot(method), by: who, &turn)
    case .unbindExchange(let method):
      try await unbind(.exchangeUnbind(method), BindingSnapshot(method), by: who, &turn)
    case .purgeQueue(let method):
      let reply = try await request(.queuePurge(method), by: who, &turn)
      guard case .queuePurgeOk(let answer) = reply.method else { return }
      turn.add(
        .purged(queue: queue(meantBy: method.queue, who, turn), messageCount: answer.messageCount))
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
