import AMQPModel
import Testing
import TokkiClient
import TokkiSimulation

/// A connection that outlives restarts of its broker, and a durable queue `q`.
private func openRecovering(
  _ policy: RecoveryPolicy = RecoveryPolicy()
) async throws -> (Simulation, AMQPConnection, AMQPChannel) {
  let simulation = Simulation(recovery: policy)
  let connection = try await AMQPConnection.open(over: simulation, as: "w1")
  let channel = try await connection.openChannel()
  try await channel.declareQueue("q", durable: true)
  return (simulation, connection, channel)
}

private func persistent(_ text: String) -> Content {
  var properties = BasicProperties()
  properties.deliveryMode = 2
  return Content(properties: properties, text: text)
}

@Suite(.timeLimit(.minutes(15))) struct RecoveredConnectionTests {
  @Test func aConsumersSequenceGoesOnAndWhatWasNotAckedComesAgain() async throws {
    let (simulation, connection, channel) = try await openRecovering()
    let recoveries = connection.recoveries()
    var deliveries = try await channel.consume("q").makeAsyncIterator()
    try await channel.publish(persistent("a"), routingKey: "q")
    let before = try #require(await deliveries.next())
    _ = await simulation.restart()
    _ = await simulation.advance(byMilliseconds: 2000)
    let again = try #require(await deliveries.next())
    #expect(again.body == Array("a".utf8))
    #expect(again.isRedelivered)
    await #expect(
      throws: AMQPFailure.refused(.staleDelivery("w1", deliveryTag: before.deliveryTag))
    ) { try await before.acknowledge() }
    try await again.acknowledge()
    #expect(try await channel.inspectQueue("q").messageCount == 0)
    var notices: [RecoveryNotice] = []
    for await notice in recoveries {
      notices.append(notice)
      if notice == .recovered { break }
    }
    let reason = CloseReason(
      code: 320,
      text: "CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'",
      during: MethodID(classID: 0, methodID: 0))
    #expect(notices.first == .lost(.connectionClosed(reason)))
    #expect(notices.count == 3)
  }

  @Test func confirmsAndPrefetchHoldAfterwards() async throws {
    let (simulation, _, channel) = try await openRecovering()
    try await channel.confirmPublishes()
    try await channel.limitPrefetch(to: 1)
    #expect(try await channel.publishConfirmed(persistent("a"), routingKey: "q"))
    _ = await simulation.restart()
    _ = await simulation.advance(byMilliseconds: 2000)
    let confirmation = try #require(
      try await channel.publishDeferringConfirm(persistent("b"), routingKey: "q"))
    #expect(confirmation.publishNumber == 2)
    #expect(try await confirmation.wait())
    var deliveries = try await channel.consume("q").makeAsyncIterator()
    #expect(try await deliveries.next()?.body == Array("a".utf8))
    #expect(try await channel.inspectQueue("q").messageCount == 1)
  }

  @Test func aConsumerThatTheBrokerRefusesEndsWithTheReason() async throws {
    let (simulation, connection, channel) = try await openRecovering(RecoveryPolicy(patience: 0))
    let other = try await AMQPConnection.open(over: simulation, as: "owner")
    let owner = try await other.openChannel()
    try await owner.declareQueue("transient", durable: false)
    var deliveries = try await channel.consume("transient").makeAsyncIterator()
    try await other.close()
    _ = await simulation.restart()
    _ = await simulation.advance(byMilliseconds: 60_000)
    do {
      _ = try await deliveries.next()
      Issue.record("the consumer is there")
    } catch {
      guard case .notRestored(let reason) = error else { throw error }
      #expect(reason.code == 404)
    }
    #expect(!connection.isClosed)
    #expect(!channel.isClosed)
  }

  @Test func withoutRecoveryALossIsTheEnd() async throws {
    let simulation = Simulation()
    let connection = try await AMQPConnection.open(over: simulation, as: "w1")
    let channel = try await connection.openChannel()
    try await channel.declareQueue("q", durable: true)
    var deliveries = try await channel.consume("q").makeAsyncIterator()
    _ = await simulation.restart()
    await #expect(throws: AMQPFailure.self) { _ = try await deliveries.next() }
    await #expect(throws: AMQPFailure.self) { try await channel.recover() }
    #expect(connection.isClosed)
  }
}
