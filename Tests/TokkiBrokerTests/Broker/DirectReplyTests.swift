import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Direct reply-to") struct DirectReplyTests {
  @Test("A reply goes straight to the channel that asked") func reply() throws {
    var peers = Peers()
    let client = peers.join()
    let server = peers.join()
    peers.declare("rpc", on: server)
    peers.consume("rpc", tag: "s", noAck: true, on: server)
    peers.consume("amq.rabbitmq.reply-to", tag: "r", noAck: true, on: client)
    var properties = BasicProperties()
    properties.replyTo = "amq.rabbitmq.reply-to"
    peers.publish("question", to: "rpc", properties: properties, on: client)
    let request = try #require(peers.contents(on: server).first)
    let replyTo = try #require(request.properties.replyTo)
    #expect(replyTo.hasPrefix("amq.rabbitmq.reply-to."))
    _ = peers.heard(on: client)
    peers.publish("answer", to: replyTo, on: server)
    #expect(peers.heard(on: client) == ["deliver r 1 \"answer\""])
  }

  @Test("A client without a reply consumer cannot ask for direct replies") func noConsumer() {
    var peers = Peers()
    let channel = peers.join()
    var properties = BasicProperties()
    properties.replyTo = "amq.rabbitmq.reply-to"
    peers.publish("question", to: "rpc", properties: properties, on: channel)
    #expect(
      peers.heard(on: channel) == [
        "channel.close 406 PRECONDITION_FAILED - fast reply consumer does not exist"
      ])
  }
}
