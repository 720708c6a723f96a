import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Consumer timeout") struct ConsumerTimeoutTests {
  private static let minute: Int64 = 60_000

  private static func holding(arguments: FieldTable = [:]) -> (Peers, ChannelAddress) {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", arguments: arguments, on: channel)
    peers.publish("m", to: "q", on: channel)
    peers.consume("q", tag: "c", on: channel)
    _ = peers.heard(on: channel)
    return (peers, channel)
  }

  @Test("After thirty minutes the channel is closed, and the message is ready") func default30() {
    var (peers, channel) = Self.holding()
    #expect(peers.broker.nextDeadline == Instant(milliseconds: 30 * Self.minute))
    peers.advance(by: 30 * Self.minute - 1)
    #expect(peers.heard(on: channel) == [])
    peers.advance(by: 1)
    #expect(
      peers.heard(on: channel) == [
        """
        channel.close 406 PRECONDITION_FAILED - delivery acknowledgement on channel 1 timed out. \
        Timeout value used: 1800000 ms. This timeout value can be configured, see consumers doc \
        guide to learn more
        """
      ])
    #expect(peers.queue("q")?.ready.count == 1)
    #expect(peers.broker.nextDeadline == nil)
  }

  @Test("The channel looks every minute, from when it had something to settle") func ticks() {
    for (limit, closing) in [(1, 1), (60_000, 1), (60_001, 2), (1_830_000, 31)] {
      let (peers, _) = Self.holding(arguments: ["x-consumer-timeout": .int64(Int64(limit))])
      let due = Instant(milliseconds: Int64(closing) * Self.minute)
      #expect(peers.broker.nextDeadline == due, "\(limit)")
    }
  }

  @Test("What is acknowledged is waited for no longer") func acknowledged() {
    var (peers, channel) = Self.holding()
    peers.ack(1, on: channel)
    #expect(peers.broker.nextDeadline == nil)
  }

  @Test("A broker configured without limit waits for ever") func unlimited() {
    var (peers, _) = Self.holding()
    peers.broker.configuration.consumerTimeout = nil
    #expect(peers.broker.nextDeadline == nil)
  }

  @Test("No limit is too long to be counted") func longest() {
    let limits: [Int64] = [.max, .max - 1, .max / 2]
    for limit in limits {
      var (peers, _) = Self.holding(arguments: ["x-consumer-timeout": .int64(limit)])
      peers.broker.configuration.channelTickInterval = 1
      peers.advance(by: 1000)
      #expect(peers.broker.now == Instant(milliseconds: 1000))
    }
  }
}
