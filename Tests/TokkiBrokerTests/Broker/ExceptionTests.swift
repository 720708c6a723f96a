import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Exceptions") struct ExceptionTests {
  static let refused: [(Method, String)] = [
    (
      .basicPublish(BasicPublish(exchange: "x")),
      "channel.close 404 NOT_FOUND - no exchange 'x' in vhost '/'"
    ),
    (
      .basicPublish(BasicPublish(immediate: true)),
      "connection.close 540 NOT_IMPLEMENTED - immediate=true"
    ),
    (
      .basicPublish(BasicPublish(exchange: "amq.rabbitmq.trace")),
      "channel.close 403 ACCESS_REFUSED - cannot publish to internal exchange "
        + "'amq.rabbitmq.trace' in vhost '/'"
    ),
    (
      .basicConsume(BasicConsume(queue: "q")),
      "channel.close 404 NOT_FOUND - no queue 'q' in vhost '/'"
    ),
    (
      .basicGet(BasicGet()),
      "channel.close 404 NOT_FOUND - no previously declared queue"
    ),
    (
      .basicAck(BasicAck(deliveryTag: 7)),
      "channel.close 406 PRECONDITION_FAILED - unknown delivery tag 7"
    ),
    (
      .basicRecover(BasicRecover(requeue: false)),
      "connection.close 540 NOT_IMPLEMENTED - requeue=false"
    ),
    (
      .basicQos(BasicQos(prefetchSize: 1)),
      "connection.close 540 NOT_IMPLEMENTED - prefetch_size!=0 (1)"
    ),
    (
      .queueDeclare(QueueDeclare(queue: "amq.q")),
      "channel.close 403 ACCESS_REFUSED - queue name 'amq.q' contains reserved prefix 'amq.*'"
    ),
    (
      .queueDeclare(QueueDeclare(queue: "q", arguments: ["x-queue-type": "stream"])),
      "connection.close 540 NOT_IMPLEMENTED - queues of type 'stream' are not simulated: "
        + "queue 'q' in vhost '/'"
    ),
    (
      .exchangeDelete(ExchangeDelete(exchange: "amq.direct")),
      "channel.close 403 ACCESS_REFUSED - deletion of system exchange 'amq.direct' in vhost '/' "
        + "not allowed"
    ),
    (
      .queueBind(QueueBind(queue: "q", exchange: "")),
      "channel.close 403 ACCESS_REFUSED - operation not permitted on the default exchange"
    ),
    (
      .channelOpen(ChannelOpen()),
      "connection.close 504 CHANNEL_ERROR - second 'channel.open' seen"
    ),
    (
      .channelFlow(ChannelFlow(active: false)),
      "connection.close 540 NOT_IMPLEMENTED - active=false"
    ),
    (
      .queueDeclareOk(QueueDeclareOk()),
      "connection.close 503 COMMAND_INVALID - unimplemented method"
    ),
  ]

  @Test("A method that breaks a rule closes the channel or the connection", arguments: refused)
  func closes(method: Method, text: String) {
    var peers = Peers()
    let channel = peers.join()
    peers.send(method, on: channel)
    let zero = ChannelAddress(connection: channel.connection, channel: 0)
    #expect(peers.heard(on: channel) + peers.heard(on: zero) == [text])
  }

  @Test("A closed channel ignores everything until the close is confirmed") func closed() {
    var peers = Peers()
    let channel = peers.join()
    _ = peers.ask(.basicGet(BasicGet(queue: "missing")), on: channel)
    #expect(peers.ask(.queueDeclare(QueueDeclare(queue: "q")), on: channel) == [])
    #expect(peers.queue("q") == nil)
    peers.send(.channelCloseOk(ChannelCloseOk()), on: channel)
    #expect(peers.ask(.channelOpen(ChannelOpen()), on: channel) == ["channel.open-ok"])
  }

  @Test("A refused method changes nothing but the close itself") func allOrNothing() {
    var peers = Peers()
    let channel = peers.join()
    let other = peers.join()
    peers.declare("q", on: channel)
    peers.publish("1", to: "q", on: channel)
    peers.send(.basicGet(BasicGet(queue: "q")), on: channel)
    let before = peers.queue("q")
    _ = peers.ask(.queueDeclare(QueueDeclare(queue: "q", durable: true)), on: other)
    #expect(peers.queue("q") == before)
    _ = peers.ask(.basicAck(BasicAck(deliveryTag: 9)), on: channel)
    #expect(peers.ready("q") == ["1"])
    #expect(peers.queue("q")?.ready.first?.redelivered == true)
  }

  @Test("A method on a channel that is not open ends the connection") func unopened() {
    var peers = Peers()
    let channel = peers.join()
    let unopened = ChannelAddress(connection: channel.connection, channel: 9)
    peers.send(.basicQos(BasicQos()), on: unopened)
    let zero = ChannelAddress(connection: channel.connection, channel: 0)
    #expect(
      peers.heard(on: zero) == [
        "connection.close 504 CHANNEL_ERROR - expected 'channel.open'"
      ])
    #expect(peers.ended == [])
    peers.send(.connectionCloseOk(ConnectionCloseOk()), on: zero)
    #expect(peers.ended == [channel.connection])
  }

  @Test("A long text is cut as RabbitMQ cuts it") func long() {
    let exception = AMQPException(.notFound, String(repeating: "한", count: 100))
    #expect(exception.text.utf8.count <= 255)
    #expect(exception.text.hasSuffix("한..."))
  }
}
