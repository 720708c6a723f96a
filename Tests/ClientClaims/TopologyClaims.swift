import AMQPModel
import TokkiClient

extension ClientClaim {
  static let topologyClaims = [
    ClientClaim("a queue's declaration tells its name and its counts") { stage in
      let queue = try await stage.queue()
      try await stage.put("a", key: queue)
      let state = try await stage.channel.declareQueue(queue)
      try claim(state, is: QueueState(name: queue, messageCount: 1))
      try claim(try await stage.channel.inspectQueue(queue), is: state)
      try claim(try await stage.channel.purgeQueue(queue), is: 1)
      try claim(try await stage.channel.deleteQueue(queue), is: 0)
      try claim(try await stage.channel.deleteQueue(queue), is: 0)
    },
    ClientClaim("a queue without a name gets one") { stage in
      let state = try await stage.channel.declareQueue(exclusive: true)
      try claim(state.name.hasPrefix("amq.gen-"), "the name is \(state.name)")
      try await stage.put("a", key: state.name)
      let message = try await stage.channel.get("")
      try claim(message?.body, is: Array("a".utf8))
    },
    ClientClaim("messages go by exchanges and bindings, and not once those are removed") { stage in
      let (x, y) = (stage.name("x"), stage.name("y"))
      let queue = try await stage.queue()
      try await stage.channel.declareExchange(x, type: "topic")
      try await stage.channel.declareExchange(y, type: "fanout", durable: true)
      try await stage.channel.checkExchange(x)
      try await stage.channel.bindExchange(y, to: x, routingKey: "a.*")
      try await stage.channel.bindQueue(queue, to: y)
      try await stage.put("1", exchange: x, key: "a.b")
      try await stage.put("2", exchange: x, key: "b.a")
      try claim(try await stage.channel.inspectQueue(queue).messageCount, is: 1)
      try await stage.channel.unbindQueue(queue, from: y)
      try await stage.put("3", exchange: x, key: "a.b")
      try await stage.channel.bindQueue(queue, to: y)
      try await stage.channel.unbindExchange(y, from: x, routingKey: "a.*")
      try await stage.put("4", exchange: x, key: "a.b")
      try claim(try await stage.channel.inspectQueue(queue).messageCount, is: 1)
      try await stage.channel.deleteExchange(x)
      let failure = try await refusal { try await stage.channel.checkExchange(x) }
      guard case .channelClosed(let reason) = failure else { throw failure }
      try claim(reason.code, is: 404)
      try claim(reason.during, is: ExchangeDeclare.id)
    },
    ClientClaim("a deletion may be conditional") { stage in
      let queue = try await stage.queue()
      try await stage.put("a", key: queue)
      let failure = try await refusal {
        try await stage.channel.deleteQueue(queue, ifEmpty: true)
      }
      guard case .channelClosed(let reason) = failure else { throw failure }
      try claim(reason.code, is: 406)
    },
    ClientClaim("without waiting, the same is done") { stage in
      let (queue, x) = (stage.name("q"), stage.name("x"))
      let channel = stage.channel
      try await channel.declareExchange(x, type: "fanout", noWait: true)
      try await channel.declareQueue(queue, noWait: true)
      try await channel.bindQueue(queue, to: x, noWait: true)
      try await channel.confirmPublishes(noWait: true)
      try claim(
        try await channel.publishConfirmed(Content(text: "a"), to: x, routingKey: ""), is: true)
      try claim(try await channel.inspectQueue(queue).messageCount, is: 1)
      let deliveries = try await channel.consume(queue, noAck: true, noWait: true)
      try claim(try await deliveries.first(1).map(\.body), is: [Array("a".utf8)])
      try await channel.cancel(deliveries.consumerTag, noWait: true)
      try claim(try await deliveries.first(1).count, is: 0)
      try claim(try await channel.inspectQueue(queue).consumerCount, is: 0)
    },
  ]
}
