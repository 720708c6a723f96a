import AMQPModel
import TokkiClient

extension ClientClaim {
  static let concurrencyClaims = [
    ClientClaim("tasks that share a channel get the answers to their own requests") { stage in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<20 {
          group.addTask {
            for round in 0..<5 {
              let name = stage.name("\(task)-\(round)")
              let state = try await stage.channel.declareQueue(name, exclusive: true)
              try claim(state.name, is: name)
              try await stage.put(name, key: name)
              let message = try await stage.channel.get(name)
              try claim(message?.body, is: Array(name.utf8))
              try await message?.acknowledge()
            }
          }
        }
        try await group.waitForAll()
      }
    },
    ClientClaim("tasks that share a channel wait for the confirms of their own publishes") {
      stage in
      let full = stage.name("r")
      try await stage.channel.declareQueue(
        full, arguments: ["x-max-length": .int32(1), "x-overflow": "reject-publish"])
      let open = try await stage.queue()
      try await stage.channel.confirmPublishes()
      try await stage.put("a", key: full)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<20 {
          group.addTask {
            for _ in 0..<5 {
              let queue = task.isMultiple(of: 2) ? full : open
              let isAcknowledged = try await stage.channel.publishConfirmed(
                Content(), routingKey: queue)
              try claim(isAcknowledged, is: queue == open)
            }
          }
        }
        try await group.waitForAll()
      }
    },
    ClientClaim("an exception in one task's channel does not disturb another's") { stage in
      let queue = try await stage.queue()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<10 {
          group.addTask {
            let channel = try await stage.connection.openChannel()
            if task.isMultiple(of: 2) {
              let failure = try await refusal {
                _ = try await channel.inspectQueue(stage.name("missing"))
              }
              guard case .channelClosed = failure else { throw failure }
            } else {
              for _ in 0..<10 { _ = try await channel.inspectQueue(queue) }
              try await channel.close()
            }
          }
        }
        try await group.waitForAll()
      }
    },
    ClientClaim("workers share a queue, and every message is done once") { stage in
      let queue = try await stage.queue()
      let done = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<3 {
          let channel = try await stage.connection.openChannel()
          try await channel.limitPrefetch(to: 1)
          let deliveries = try await channel.consume(queue)
          group.addTask {
            var bodies: [String] = []
            for try await message in deliveries {
              bodies.append(String(decoding: message.body, as: UTF8.self))
              try await message.acknowledge()
            }
            return bodies
          }
        }
        for number in 0..<30 {
          try await stage.put("\(number)", key: queue)
        }
        while try await stage.channel.inspectQueue(queue).messageCount > 0 { await Task.yield() }
        try await stage.connection.stopConsuming()
        return try await group.reduce(into: []) { $0 += $1 }
      }
      try claim(done.sorted(), is: (0..<30).map { "\($0)" }.sorted())
    },
  ]
}
