import AMQPModel
import SeededRandom
import Testing

@testable import TokkiBroker

@Suite("A refused step") struct RefusedStepTests {
  /// What the method would have left if it had only been the close that RabbitMQ answers with.
  private func closed(
    _ before: Peers, on address: ChannelAddress, _ effects: [Effect]
  ) -> Peers? {
    for effect in effects {
      guard case .send(let method, _, let to) = effect, to.connection == address.connection
      else { continue }
      var peers = before
      if case .channelClose = method {
        peers.send(.channelClose(ChannelClose(replyCode: 200, replyText: "")), on: to)
        return peers
      }
      if case .connectionClose = method {
        peers.send(
          .connectionClose(ConnectionClose(replyCode: 200, replyText: "")),
          on: ChannelAddress(connection: address.connection, channel: 0))
        return peers
      }
    }
    return nil
  }

  @Test("Changes nothing but what the close itself does", arguments: UInt64(1)...40)
  func changesNothing(seed: UInt64) {
    var hostile = HostileArguments(random: SeededGenerator(seed: seed))
    var refusals = 0
    for profile in Profile.all {
      var peers = Peers(profile: profile, seed: seed)
      var channels = (0..<3).map { _ in peers.join() }
      for number in 0..<300 {
        let index = Int.random(in: 0..<channels.count, using: &hostile.random)
        let address = channels[index]
        var method = hostile.random.pick(Method.all) ?? .channelOpen(ChannelOpen())
        method.visit(&hostile)
        let before = peers
        peers.send(method, Content(properties: hostile.properties(), text: "m"), on: address)
        // A commit that finds a queue full has done a part: so does RabbitMQ's.
        if case .txCommit = method { continue }
        guard let expected = closed(before, on: address, peers.step.effects) else { continue }
        refusals += 1
        #expect(
          peers.broker.snapshot().virtualHosts == expected.broker.snapshot().virtualHosts,
          "seed \(seed), profile \(profile.name), step \(number): \(method)")
        channels[index] = peers.join()
      }
    }
    #expect(refusals > 100)
  }
}
