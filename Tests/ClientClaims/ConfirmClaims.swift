import AMQPModel
import TokkiClient

extension ClientClaim {
  static let confirmClaims = [
    ClientClaim("each publish is confirmed, be it waited for or not") { stage in
      let queue = try await stage.queue()
      let confirms = stage.channel.confirms()
      try await stage.channel.confirmPublishes()
      try await stage.channel.publish(Content(text: "1"), routingKey: queue)
      var deferred: [PublishConfirmation] = []
      for number in 2...50 {
        let confirmation = try await stage.channel.publishDeferringConfirm(
          Content(text: "\(number)"), routingKey: queue)
        deferred += [confirmation].compactMap(\.self)
      }
      try claim(deferred.map(\.publishNumber), is: Array(2...50))
      for confirmation in deferred { try claim(try await confirmation.wait(), is: true) }
      try claim(deferred.allSatisfy { $0.isAcknowledged == true }, "not all acknowledged")
      try claim(
        try await confirms.first(50).map(\.publishNumber).sorted(), is: Array(1...50))
    },
    ClientClaim("a queue that is full says no") { stage in
      let queue = stage.name("r")
      try await stage.channel.declareQueue(
        queue, arguments: ["x-max-length": .int32(1), "x-overflow": "reject-publish"])
      try await stage.channel.confirmPublishes()
      var answers: [Bool] = []
      for _ in 1...2 {
        answers.append(try await stage.channel.publishConfirmed(Content(), routingKey: queue))
      }
      try claim(answers, is: [true, false])
    },
    ClientClaim("without confirms there is nothing to wait for") { stage in
      let queue = try await stage.queue()
      let confirmation = try await stage.channel.publishDeferringConfirm(
        Content(), routingKey: queue)
      try claim(confirmation == nil, "a confirmation")
      try claim(
        try await stage.channel.publishConfirmed(Content(), routingKey: queue), is: true)
    },
    ClientClaim("a publish to an exchange that is missing fails with its channel") { stage in
      try await stage.channel.confirmPublishes()
      let failure = try await refusal {
        _ = try await stage.channel.publishConfirmed(
          Content(), to: stage.name("missing"), routingKey: "")
      }
      guard case .channelClosed(let reason) = failure else { throw failure }
      try claim(reason.code, is: 404)
      try claim(reason.during, is: BasicPublish.id)
    },
  ]
}
