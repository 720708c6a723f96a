public import TokkiLanguage

/// A typical mistake in one command, as a beginner makes it. The check of lessons plays them in
/// the place of the solution's lines, to see whether a goal notices.
public enum Mutation: String, Hashable, Sendable, CaseIterable {
  // Queues and exchanges
  case notDurable = "not-durable"
  case classicQueue = "classic-queue"
  case notExclusive = "not-exclusive"
  case notAutoDelete = "not-auto-delete"
  case argumentLeftOut = "argument-left-out"
  case otherType = "other-type"

  // Binding keys
  case starForHash = "star-for-hash"
  case hashForStar = "hash-for-star"
  case otherBindingKey = "other-binding-key"

  // Messages
  case transientMessage = "transient-message"
  case otherKey = "other-key"
  case defaultExchange = "default-exchange"
  case notMandatory = "not-mandatory"
  case propertyLeftOut = "property-left-out"

  // Consumers
  case autoAck = "auto-ack"
  case manualAck = "manual-ack"
  case noPrefetch = "no-prefetch"
  case noWork = "no-work"
  case singleAck = "single-ack"
  case requeued
  case discarded

  // Clients
  case otherClient = "other-client"

  /// What is done wrong, so that it can follow "no goal notices".
  public var words: Localized {
    switch self {
    case .notDurable: Localized("that it is not durable", "durable이 아님")
    case .classicQueue: Localized("a classic queue instead of another", "다른 타입 대신 클래식 큐")
    case .notExclusive: Localized("that it is not exclusive", "exclusive가 아님")
    case .notAutoDelete: Localized("that it is not auto-delete", "auto-delete가 아님")
    case .argumentLeftOut: Localized("an argument left out", "인자를 빠뜨림")
    case .otherType: Localized("another exchange type", "다른 익스체인지 타입")
    case .starForHash: Localized("* for #", "# 대신 *")
    case .hashForStar: Localized("# for *", "* 대신 #")
    case .otherBindingKey: Localized("another binding key", "다른 바인딩 키")
    case .transientMessage: Localized("a transient message", "transient 메시지")
    case .otherKey: Localized("another routing key", "다른 라우팅 키")
    case .defaultExchange: Localized("the default exchange instead", "대신 기본 익스체인지")
    case .notMandatory: Localized("that it is not mandatory", "mandatory가 아님")
    case .propertyLeftOut: Localized("a property or header left out", "속성이나 헤더를 빠뜨림")
    case .autoAck: Localized("auto-ack", "자동 ack")
    case .manualAck: Localized("manual acks", "수동 ack")
    case .noPrefetch: Localized("a prefetch count left out", "prefetch를 빠뜨림")
    case .noWork: Localized("a consumer that neither works nor acks", "일도 ack도 하지 않는 컨슈머")
    case .singleAck: Localized("a single ack for several", "여럿 대신 하나만 ack")
    case .requeued: Localized("back to the queue instead of discarded", "버리는 대신 큐로 되돌림")
    case .discarded: Localized("discarded instead of back to the queue", "큐로 되돌리는 대신 버림")
    case .otherClient: Localized("another client", "다른 클라이언트")
    }
  }

  /// The command with that mistake in it, once for each place where it can be made; empty where
  /// it cannot.
  func variants(of command: Command) -> [Command] {
    guard case .amqp(let amqp, by: let client) = command else { return [] }
    if self == .otherClient {
      guard client.client != ClientChannel.defaultClient else { return [] }
      return [.amqp(amqp, by: ClientChannel(channel: client.channel))]
    }
    return variants(of: amqp).map { Command.amqp($0, by: client) }
  }

  private func variants(of command: AMQPCommand) -> [AMQPCommand] {
    switch command {
    case .declareQueue(let method): return variants(of: method).map(AMQPCommand.declareQueue)
    case .declareExchange(let method): return variants(of: method).map(AMQPCommand.declareExchange)
    case .bindQueue(let method):
      return keys(instead: method.routingKey).map { key in
        var other = method
        other.routingKey = key
        return .bindQueue(other)
      }
    case .bindExchange(let method):
      return keys(instead: method.routingKey).map { key in
        var other = method
        other.routingKey = key
        return .bindExchange(other)
      }
    case .publish(let publication): return variants(of: publication).map(AMQPCommand.publish)
    case .call(let publication): return variants(of: publication).map(AMQPCommand.call)
    case .consume(let consumption): return variants(of: consumption).map(AMQPCommand.consume)
    case .get(var method):
      guard self == (method.noAck ? .manualAck : .autoAck) else { return [] }
      method.noAck.toggle()
      return [.get(method)]
    case .settle(let settlement): return variants(of: settlement).map(AMQPCommand.settle)
    case .deleteQueue, .deleteExchange, .unbindQueue, .unbindExchange, .purgeQueue, .cancel,
      .recover, .qos, .confirmSelect, .txSelect, .txCommit, .txRollback, .flow:
      return []
    }
  }
}
