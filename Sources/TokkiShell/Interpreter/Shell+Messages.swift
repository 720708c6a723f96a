import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// Publishing, and what consumers do with what they get.
extension Shell {
  func publish(
    _ publication: Publication, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    var publication = publication
    let count = max(1, publication.count)
    for number in 1...count {
      if number > 1, Task.isCancelled {
        publication.count = number - 1
        turn.interruption = (
          .published(publication.count, of: count), .amqp(.publish(publication), by: who)
        )
        break
      }
      _ = try await request(
        .basicPublish(publication.method), content: publication.content, by: who, &turn)
      // If the broker objects, it does so to the first one.
      if number == 1 { try await awaitObjections(by: who, &turn) }
    }
    if publication.count > 1 { try await awaitObjections(by: who, &turn) }
    await awaitConfirms(by: who, &turn)
    guard simulator == nil else { return }
    var answer = PublishAnswer(
      client: who.name, method: publication.method, content: publication.content,
      count: publication.count)
    answer.isHeldBack = isTransactional(who, turn)
    turn.answers.append(.published(answer))
  }

  private static let directReplyTo = "amq.rabbitmq.reply-to"

  /// A remote procedure call: a consumer for the answer, then the request.
  func call(
    _ publication: Publication, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    var publication = publication
    let replyTo = publication.content.properties.replyTo ?? Self.directReplyTo
    publication.content.properties.replyTo = replyTo
    if publication.content.properties.correlationID == nil {
      memory.callCount += 1
      publication.content.properties.correlationID = "call-\(memory.callCount)"
    }
    let consumers = await clients().first { $0.name == who.name }?.consumers ?? []
    if !consumers.contains(where: { $0.queue == replyTo && $0.channel == who.channel }) {
      let consume = BasicConsume(queue: replyTo, noAck: true)
      let reply = try await request(.basicConsume(consume), by: who, &turn)
      if case .basicConsumeOk(let answer) = reply.method {
        turn.add(
          .consuming(
            ConsumerAnswer(
              client: who.name, tag: answer.consumerTag, queue: replyTo, noAck: true)))
      }
    }
    try await publish(publication, by: who, &turn)
  }

  func get(_ method: BasicGet, by who: ClientChannel, _ turn: inout Turn) async throws(Stop) {
    let reply = try await request(.basicGet(method), by: who, &turn)
    guard case .basicGetOk(let answer) = reply.method else {
      turn.add(.nothingToGet(queue: queue(meantBy: method.queue, who, turn)))
      return
    }
    turn.add(
      .got(
        who.name, queue: queue(meantBy: method.queue, who, turn), answer,
        reply.content ?? Content(),
        noAck: method.noAck))
  }

  func consume(
    _ consumption: Consumption, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    if let count = consumption.prefetchCount {
      _ = try await request(.basicQos(BasicQos(prefetchCount: count)), by: who, &turn)
    }
    let plan = WorkPlan(consumption)
    let reply = try await request(
      .basicConsume(consumption.method), by: who, plan: plan, &turn)
    guard case .basicConsumeOk(let ok) = reply.method else { return }
    var answer = ConsumerAnswer(
      client: who.name, tag: ok.consumerTag,
      queue: queue(meantBy: consumption.method.queue, who, turn),
      noAck: consumption.method.noAck)
    answer.prefetchCount = consumption.prefetchCount
    answer.plan = plan
    turn.add(.consuming(answer))
  }

  func cancel(
    _ consumer: String?, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    let (owner, tag) = try find(consumer, of: who, turn)
    _ = try await request(.basicCancel(BasicCancel(consumerTag: tag)), by: owner, &turn)
    turn.add(.cancelled(owner.name, consumerTag: tag))
  }

  /// A consumer by its tag, or the only one of the client of that name; the asking client's own
  /// come first. Without a name, the asking client's only one.
  private func find(
    _ name: String?, of who: ClientChannel, _ turn: Turn
  ) throws(Stop) -> (owner: ClientChannel, tag: String) {
    let all = turn.clientsBefore.flatMap { client in
      client.consumers.map { (client: client.name.text, consumer: $0) }
    }
    let own = all.filter { $0.client == who.client }
    let fitting =
      if let name {
        [own.filter { $0.consumer.tag == name }, all.filter { $0.client == name }]
          .first { !$0.isEmpty } ?? all.filter { $0.consumer.tag == name }
      } else {
        own.filter { $0.consumer.channel == who.channel }
      }
    guard let first = fitting.first else {
      guard let name else { throw .refused(.noConsumer(who.client)) }
      throw .refused(.noSuchConsumer(name, client: who.client))
    }
    guard fitting.count == 1 else {
      throw .refused(.severalConsumers(first.client, tags: fitting.map(\.consumer.tag)))
    }
    return (
      ClientChannel(client: first.client, channel: first.consumer.channel), first.consumer.tag
    )
  }

  func settle(
    _ settlement: Settlement, by who: ClientChannel, _ turn: inout Turn
  ) async throws(Stop) {
    let known = turn.clientsBefore.first { $0.name == who.name }
    let unsettled = known?.channels.first { $0.number == who.channel }?.unsettled ?? []
    if known == nil, who.client != ClientChannel.defaultClient {
      let names = turn.clientsBefore.map(\.name.text)
      throw .refused(.noSuchClient(who.client, known: names))
    }
    let oldest = settlement.multiple ? unsettled.last : unsettled.first
    guard let tag = settlement.deliveryTag ?? oldest?.deliveryTag else {
      let holders = turn.clientsBefore.filter { client in
        client.channels.contains { !$0.unsettled.isEmpty }
      }
      let consumers = known?.consumers.filter { $0.channel == who.channel } ?? []
      if !consumers.isEmpty, consumers.allSatisfy(\.noAck) {
        throw .refused(.settledOnDelivery(who.client))
      }
      throw .refused(
        .nothingToSettle(who.client, deliveryTag: nil, holders: holders.map(\.name.text)))
    }
    let settled = unsettled.filter {
      settlement.multiple ? $0.deliveryTag <= tag : $0.deliveryTag == tag
    }
    let method: Method
    switch settlement.verb {
    case .ack:
      method = .basicAck(BasicAck(deliveryTag: tag, multiple: settlement.multiple))
    case .nack:
      method = .basicNack(
        BasicNack(
          deliveryTag: tag, multiple: settlement.multiple, requeue: settlement.requeue))
    case .reject:
      method = .basicReject(BasicReject(deliveryTag: tag, requeue: settlement.requeue))
    }
    _ = try await request(method, by: who, &turn)
    try await awaitObjections(by: who, &turn)
    var answer = SettledAnswer(
      client: who.name, verb: settlement.verb.rawValue, deliveryTag: tag,
      multiple: settlement.multiple, requeue: settlement.verb == .ack ? nil : settlement.requeue,
      bodies: settled.map(\.content))
    answer.isHeldBack = isTransactional(who, turn)
    turn.add(.settled(answer))
  }

  /// Whether what that channel publishes and settles waits for `tx.commit`.
  private func isTransactional(_ who: ClientChannel, _ turn: Turn) -> Bool {
    if let real {
      return real.ledger.channel(who.channel, of: who.name)?.mode == .transaction
    }
    let connection = turn.before?.connections.first { $0.name == who.name.text }
    return connection?.isTransactional(who.channel) == true
  }
}

extension WorkPlan {
  /// nil where the person at the prompt is the worker.
  init?(_ consumption: Consumption) {
    guard consumption.work != nil || consumption.reply != nil else { return nil }
    let duration: Duration
    switch consumption.work {
    case .dots: duration = .dots
    case .duration(let time): duration = .fixed(time.milliseconds)
    case nil: duration = .fixed(0)
    }
    let reply: Reply?
    switch consumption.reply {
    case .fib: reply = .fib
    case .echo: reply = .echo
    case .upper: reply = .upper
    case nil: reply = nil
    }
    self.init(duration: duration, reply: reply)
  }
}
