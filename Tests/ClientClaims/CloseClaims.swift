import AMQPModel
import TokkiClient

extension ClientClaim {
  static let closeClaims = [
    ClientClaim("an exception ends its channel alone, and all that waits on it") { stage in
      let queue = try await stage.queue()
      let closings = stage.channel.closings()
      let deliveries = try await stage.channel.consume(queue)
      let failure = try await refusal {
        _ = try await stage.channel.inspectQueue(stage.name("missing"))
      }
      guard case .channelClosed(let reason) = failure else { throw failure }
      try claim(reason.code, is: 404)
      try claim(reason.during, is: QueueDeclare.id)
      try claim(reason.text.hasPrefix("NOT_FOUND - no queue"), "the text is \(reason.text)")
      try claim(try await refusal { _ = try await deliveries.first(1) }, is: failure)
      try claim(try await closings.first(2), is: [failure])
      try claim(stage.channel.isClosed, is: true)
      try claim(try await refusal { try await stage.channel.recover() }, is: failure)
      let other = try await stage.connection.openChannel()
      try claim(try await other.inspectQueue(queue).consumerCount, is: 0)
    },
    ClientClaim("a channel whose publish failed is not opened anew behind one's back") { stage in
      for _ in 0..<20 {
        let channel = try await stage.connection.openChannel()
        try await channel.confirmPublishes()
        try await channel.publish(Content(), to: stage.name("missing"), routingKey: "")
        let failure = try await refusal { try await channel.checkExchange("amq.direct") }
        guard case .channelClosed(let reason) = failure else { throw failure }
        try claim(reason.code, is: 404)
      }
    },
    ClientClaim("a channel that this program closes ends well") { stage in
      let queue = try await stage.queue()
      let closings = stage.channel.closings()
      let deliveries = try await stage.channel.consume(queue)
      try await stage.channel.close()
      try await stage.channel.close()
      try claim(try await closings.first(1), is: [])
      try claim(try await deliveries.first(1).count, is: 0)
      try claim(try await refusal { try await stage.channel.recover() }, is: .closed)
      try claim(stage.connection.isClosed, is: false)
    },
    ClientClaim("a connection exception ends everything") { stage in
      let queue = try await stage.queue()
      let closings = stage.connection.closings()
      let other = try await stage.connection.openChannel()
      let deliveries = try await other.consume(queue)
      let failure = try await refusal {
        try await stage.channel.publish(Content(), routingKey: queue, immediate: true)
        try await stage.channel.checkExchange("amq.direct")
      }
      guard case .connectionClosed(let reason) = failure else { throw failure }
      try claim(reason.code, is: 540)
      try claim(try await closings.first(2), is: [failure])
      try claim(try await refusal { _ = try await deliveries.first(1) }, is: failure)
      try claim(
        try await refusal { _ = try await stage.connection.openChannel() }, is: failure)
    },
    ClientClaim("a connection that this program closes ends well") { stage in
      let queue = try await stage.queue()
      let closings = stage.connection.closings()
      let deliveries = try await stage.channel.consume(queue)
      try await stage.connection.close()
      try await stage.connection.close()
      try claim(try await closings.first(1), is: [])
      try claim(try await deliveries.first(1).count, is: 0)
      try claim(try await refusal { try await stage.channel.recover() }, is: .closed)
      try claim(stage.connection.isClosed, is: true)
    },
    ClientClaim("what a killed client waited for is lost") { stage in
      let queue = try await stage.queue()
      let deliveries = try await stage.channel.consume(queue)
      _ = try await stage.client.kill(stage.connection.name)
      let failure = try await refusal { _ = try await deliveries.first(1) }
      try claim(failure, is: .connectionLost(.killed))
    },
    ClientClaim("a virtual host that is not there lets nobody in") { stage in
      let failure = try await refusal {
        _ = try await AMQPConnection.open(
          over: stage.client, as: ClientName(stage.name("stranger")),
          identity: ClientIdentity(virtualHost: stage.name("nowhere")))
      }
      guard case .connectionClosed(let reason) = failure else { throw failure }
      try claim(reason.code, is: 530)
    },
  ]
}
