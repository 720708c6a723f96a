import AMQPModel
import AMQPProtocol
import Testing

@Suite struct HeartbeatTests {
  /// A server whose client has agreed on heartbeats every ten seconds, and is let in.
  private func connected() -> ConnectedPair {
    var pair = ConnectedPair { $0.heartbeat = 10 }
    pair.exchange()
    pair.server.send(.connectionOpenOk(ConnectionOpenOk()), nil, channel: 0)
    pair.exchange()
    return pair
  }

  private static let beat: [UInt8] = [8, 0, 0, 0, 0, 0, 0, 0xCE]

  /// What happens until then, with the time of each: `beat` or what the server has heard.
  private func watch(_ server: inout ServerConnection, until end: Int64) -> [String] {
    var seen: [String] = []
    while let deadline = server.nextDeadline, deadline <= end {
      server.advance(to: deadline)
      if server.takeOutput() == Self.beat { seen.append("\(deadline) beat") }
      seen += server.takeInputs().map { "\(deadline) \($0)" }
    }
    return seen
  }

  @Test func aSilentPeerIsGoneAfterThreeIntervalsAtMost() {
    var server = connected().server
    #expect(
      watch(&server, until: 60_000) == [
        "5000 beat", "10000 beat", "15000 beat", "20000 beat", "25000 beat",
        "30000 failed(AMQPProtocol.ServerConnection.Failure.missedHeartbeats)",
      ])
    #expect(server.isOver)
  }

  @Test func aPeerThatBeatsStays() {
    var server = connected().server
    for second in Int64(1)...10 {
      _ = watch(&server, until: second * 19_000)
      server.receive(Self.beat, at: second * 19_000)
    }
    #expect(!server.isOver)
  }

  @Test func noBeatIsSentWhereSomethingElseWas() {
    var server = connected().server
    _ = watch(&server, until: 5000)
    server.send(.channelOpenOk(ChannelOpenOk()), nil, channel: 1)
    _ = server.takeOutput()
    #expect(watch(&server, until: 15_000) == ["15000 beat"])
  }

  @Test func whileNobodyReadsSilenceMeansNothing() {
    var server = connected().server
    server.setReading(false, at: 0)
    #expect(watch(&server, until: 100_000).allSatisfy { $0.hasSuffix("beat") })
    server.setReading(true, at: 100_000)
    #expect(watch(&server, until: 129_999).allSatisfy { $0.hasSuffix("beat") })
    #expect(!server.isOver)
    _ = watch(&server, until: 130_000)
    #expect(server.isOver)
  }
}
