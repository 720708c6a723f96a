import AMQPProtocol
import Foundation
import MethodJSON
import Testing
import TokkiBroker

@Suite("Bytes that no client should send")
struct BrokenTrafficTests {
  /// How many pieces of broken traffic; `TOKKI_BROKEN_TRAFFIC` asks for more.
  private static let count =
    ProcessInfo.processInfo.environment["TOKKI_BROKEN_TRAFFIC"].flatMap { Int($0) } ?? 20_000

  @Test(
    "neither stop the server nor make it hold more than a message",
    arguments: 0..<4 as Range<UInt64>)
  func survives(_ seed: UInt64) throws {
    var traffic = BrokenTraffic(seed: seed, try .ofScenarios())
    var sent = 0
    var connections = 0
    while sent < Self.count / 4 {
      let profile = connections % 2 == 0 ? Profile.rabbitMQ40 : .rabbitMQ310
      var player = WirePlayer(profile: profile)
      connections += 1
      var answers = player.receive([traffic.opening()])
      for _ in 0..<100 where !player.isClosed {
        answers += player.receive(traffic.pieces(of: traffic.next()))
        answers += player.pass(milliseconds: traffic.milliseconds())
        sent += 1
        #expect(player.machine.heldBytes < 200_000, "seed \(seed), connection \(connections)")
      }
      let unread = answers.contains { $0["bytes"] != nil }
      #expect(!unread, "seed \(seed), connection \(connections): \(answers)")
    }
    #expect(connections > 10, "seed \(seed)")
  }
}
