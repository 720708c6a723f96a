import AMQPModel
import TokkiClient

extension ClientClaim {
  static let consumerClaims = [
    ClientClaim("deliveries come in order, and those acknowledged do not come again") { stage in
      let queue = try await stage.queue()
      try await stage.put("1", "2", "3", key: queue)
      let deliveries = try await stage.channel.consume(queue, tag: "t")
      try claim(deliveries.consumerTag, is: "t")
      let messages = try await deliveries.first(3)
      try claim(messages.map { String(decoding: $0.body, as: UTF8.self) }, is: ["1", "2", "3"])
      try claim(messages.map(\.deliveryTag), is: [1, 2, 3])
      try claim(messages.map(\.consumerTag), is: ["t", "t", "t"])
      try await messages[1].acknowledge(multiple: true)
      try await stage.channel.close()
      let other = try await stage.connection.openChannel()
      let last = try await other.get(queue)
      try claim(last?.body, is: Array("3".utf8))
      try claim(last?.isRedelivered, is: true)
      try claim(last?.remaining, is: 0)
    },
    ClientClaim("with a prefetch of one the next delivery waits for the ack") { stage in
      let queue = try await stage.queue()
      try await stage.channel.limitPrefetch(to: 1)
      try await stage.put("a", "b", key: queue)
      let deliveries = try await stage.channel.consume(queue)
      let first = try await deliveries.first(1)
      try claim(try await stage.channel.inspectQueue(queue).messageCount, is: 1)
      try await first.first?.acknowledge()
      try claim(try await deliveries.first(1).map(\.body), is: [Array("b".utf8)])
    },
    ClientClaim("a cancelled consumer's sequence ends behind what has arrived") { stage in
      let queue = try await stage.queue()
      try await stage.put("a", "b", key: queue)
      let deliveries = try await stage.channel.consume(queue)
      try claim(try await deliveries.first(1).count, is: 1)
      try await stage.channel.limitPrefetch(to: 1)
      try await stage.connection.stopConsuming()
      try claim(try await deliveries.first(9).map(\.body), is: [Array("b".utf8)])
      try claim(try await stage.channel.inspectQueue(queue).consumerCount, is: 0)
    },
    ClientClaim("with its queue a consumer is cancelled, and its tag is told") { stage in
      let queue = try await stage.queue()
      let cancellations = stage.channel.cancellations()
      let deliveries = try await stage.channel.consume(queue, tag: "gone")
      try await stage.channel.deleteQueue(queue)
      try claim(try await deliveries.first(1).count, is: 0)
      try claim(try await cancellations.first(1), is: ["gone"])
    },
    ClientClaim("a tag in use is refused without asking the broker") { stage in
      let queue = try await stage.queue()
      let deliveries = try await stage.channel.consume(queue, tag: "twice")
      let failure = try await refusal {
        _ = try await stage.channel.consume(queue, tag: "twice")
      }
      guard case .refused = failure else { throw failure }
      try claim(stage.channel.isClosed, is: false)
      try await stage.channel.cancel(deliveries.consumerTag)
    },
    ClientClaim("a consumer that nobody reads any more is cancelled") { stage in
      let queue = try await stage.queue()
      try await stage.put("a", key: queue)
      do {
        let deliveries = try await stage.channel.consume(queue, noAck: true)
        try claim(try await deliveries.first(1).count, is: 1)
      }
      while try await stage.channel.inspectQueue(queue).consumerCount > 0 { await Task.yield() }
    },
    ClientClaim("a consumer may have its queue for itself") { stage in
      let queue = try await stage.queue()
      let deliveries = try await stage.channel.consume(queue, exclusive: true)
      let other = try await stage.connection.openChannel()
      let failure = try await refusal { _ = try await other.consume(queue) }
      guard case .channelClosed(let reason) = failure else { throw failure }
      try claim(reason.code, is: 403)
      try await stage.channel.cancel(deliveries.consumerTag)
    },
  ]
}
