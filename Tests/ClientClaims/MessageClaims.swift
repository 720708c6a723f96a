import AMQPModel
import TokkiClient

extension ClientClaim {
  static let messageClaims = [
    ClientClaim("a message comes as it went, and is settled") { stage in
      let queue = try await stage.queue()
      var properties = BasicProperties()
      properties.contentType = "text/plain"
      properties.headers = ["n": .int32(1)]
      properties.deliveryMode = 2
      let content = Content(properties: properties, text: "안녕")
      try claim(try await stage.publisher.publishConfirmed(content, routingKey: queue), is: true)
      guard let message = try await stage.channel.get(queue) else {
        throw Unmet(description: "no message")
      }
      try claim(message.content, is: content)
      try claim(message.routingKey, is: queue)
      try claim(message.remaining, is: 0)
      try claim(message.isRedelivered, is: false)
      try claim(message.consumerTag, is: nil)
      try await message.acknowledge()
      try claim(try await stage.channel.get(queue) == nil, "the queue is not empty")
    },
    ClientClaim("what is refused comes again if it is to be requeued") { stage in
      let queue = try await stage.queue()
      try await stage.put("a", key: queue)
      try await stage.channel.get(queue)?.refuse(requeue: true)
      let second = try await stage.channel.get(queue)
      try claim(second?.isRedelivered, is: true)
      try await second?.reject(requeue: true)
      _ = try await stage.channel.get(queue)
      try await stage.channel.recover()
      let last = try await stage.channel.get(queue)
      try claim(last?.isRedelivered, is: true)
      try await last?.reject(requeue: false)
      try claim(try await stage.channel.get(queue) == nil, "the queue is not empty")
    },
    ClientClaim("a transaction counts from its commit on") { stage in
      let queue = try await stage.queue()
      let other = try await stage.connection.openChannel()
      try await stage.channel.selectTransactions()
      try await stage.channel.publish(Content(text: "a"), routingKey: queue)
      try claim(try await other.inspectQueue(queue).messageCount, is: 0)
      try await stage.channel.rollback()
      try await stage.channel.publish(Content(text: "b"), routingKey: queue)
      try await stage.channel.commit()
      try claim(try await other.get(queue, noAck: true)?.body, is: Array("b".utf8))
      try claim(try await other.get(queue) == nil, "what was rolled back is there")
      let failure = try await refusal { try await stage.channel.confirmPublishes() }
      guard case .channelClosed(let reason) = failure else { throw failure }
      try claim(reason.code, is: 406)
    },
    ClientClaim("a mandatory message that no queue takes comes back before its confirm") { stage in
      let returns = stage.channel.returns()
      try await stage.channel.confirmPublishes()
      let isAcknowledged = try await stage.channel.publishConfirmed(
        Content(text: "a"), routingKey: stage.name("nowhere"), mandatory: true)
      try claim(isAcknowledged, is: true)
      let returned = try await returns.first(1)
      try claim(returned.first?.replyCode, is: ReplyCode.noRoute.rawValue)
      try claim(returned.first?.content, is: Content(text: "a"))
    },
    ClientClaim("the broker delivers as it is told to") { stage in
      try claim(try await stage.channel.setFlow(active: true), is: true)
    },
  ]
}
