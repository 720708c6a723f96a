internal import AMQPModel

extension ClientMachine {
  /// When the next worker of this client will be done, in milliseconds.
  var nextWorkDone: Int64? {
    var earliest: Int64?
    for channel in channels {
      for consumer in channel.consumers {
        guard let deadline = consumer.worker?.deadline else { continue }
        earliest = min(earliest ?? deadline, deadline)
      }
    }
    return earliest
  }

  /// Finishes the work that is due, once for each worker, in the order of the consumers; a worker
  /// that goes on has a new deadline.
  mutating func work() {
    for index in channels.indices {
      for consumer in channels[index].consumers.indices {
        guard let done = channels[index].consumers[consumer].worker?.finish(at: now) else {
          continue
        }
        finish(done, channel: index, consumer: consumer)
        startWork(channel: index, consumer: consumer)
      }
      dropIdleCancelled(on: index)
    }
  }

  mutating func startWork(channel index: Int, consumer: Int) {
    guard let next = channels[index].consumers[consumer].worker?.start(at: now),
      let until = channels[index].consumers[consumer].worker?.deadline
    else { return }
    tell(channels[index].number, .workStarted(next, until: until))
  }

  /// Replies if the plan says so, then acknowledges.
  private mutating func finish(_ delivery: Delivery, channel index: Int, consumer: Int) {
    let number = channels[index].number
    let noAck = channels[index].consumers[consumer].noAck
    let plan = channels[index].consumers[consumer].worker?.plan
    do throws(WorkImpossible) {
      if let reply = plan?.reply { try publish(reply, to: delivery, on: index) }
      tell(number, .workFinished(delivery))
      if !noAck { ask(.basicAck(BasicAck(deliveryTag: delivery.deliveryTag)), on: index) }
    } catch {
      tell(number, .workFailed(delivery, error.failure))
      let reject = BasicReject(deliveryTag: delivery.deliveryTag, requeue: false)
      if !noAck { ask(.basicReject(reject), on: index) }
    }
  }

  private mutating func publish(
    _ reply: WorkPlan.Reply, to delivery: Delivery, on index: Int
  ) throws(WorkImpossible) {
    guard let replyTo = delivery.content.properties.replyTo else {
      throw WorkImpossible(failure: .noReplyTo)
    }
    let answer = try reply.answer(to: delivery.content)
    ask(.basicPublish(BasicPublish(exchange: "", routingKey: replyTo)), answer, on: index)
  }

  /// What can be seen of the client now.
  public var snapshot: ClientSnapshot {
    var snapshot = ClientSnapshot(name: name, identity: identity, isConnected: isConnected)
    for channel in channels where channel.state == .open {
      var seen = ClientSnapshot.Channel(
        number: channel.number, unsettled: Array(channel.unsettled),
        unconfirmedCount: channel.publishCount == nil ? nil : channel.unconfirmed.count)
      seen.declaredQueue = channel.declaredQueue
      snapshot.channels.append(seen)
      for consumer in channel.consumers where consumer.noAck {
        snapshot.atRiskCount += consumer.worker?.unfinishedCount ?? 0
      }
      for consumer in channel.consumers where !consumer.isCancelled {
        var seen = ClientSnapshot.Consumer(
          tag: consumer.tag, queue: consumer.queue, channel: channel.number,
          noAck: consumer.noAck, plan: consumer.worker?.plan)
        seen.working = consumer.worker?.current
        seen.workingUntil = consumer.worker?.deadline
        snapshot.consumers.append(seen)
      }
    }
    return snapshot
  }
}
