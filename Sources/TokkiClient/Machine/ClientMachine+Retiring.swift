internal import AMQPModel

/// The end of a client in good order: no new deliveries, the present ones finished, then closed.
extension ClientMachine {
  mutating func startRetiring() {
    guard !isRetiring else { return }
    isRetiring = true
    for index in channels.indices where channels[index].state == .open {
      for consumer in channels[index].consumers.indices
      where !channels[index].consumers[consumer].isCancelled {
        retireConsumer(consumer, on: index)
      }
    }
    goOnRetiring()
  }

  /// Asks for no more deliveries, and returns those that nobody has begun to work on. Without
  /// acknowledgement nothing can be returned: the worker does it all.
  private mutating func retireConsumer(_ consumer: Int, on index: Int) {
    channels[index].consumers[consumer].isRetiring = true
    let tag = channels[index].consumers[consumer].tag
    ask(.basicCancel(BasicCancel(consumerTag: tag)), on: index)
    guard !channels[index].consumers[consumer].noAck else { return }
    let waiting = channels[index].consumers[consumer].worker?.giveUpWaiting() ?? []
    for delivery in waiting { requeue(delivery.deliveryTag, on: index) }
  }

  mutating func requeue(_ tag: UInt64, on index: Int) {
    ask(.basicNack(BasicNack(deliveryTag: tag, requeue: true)), on: index)
  }

  /// Closes each channel whose work is done, then the connection.
  mutating func goOnRetiring() {
    guard isRetiring, connection == .open else { return }
    for index in channels.indices where channels[index].state == .open {
      guard isAtRest(channels[index]) else { continue }
      ask(.channelClose(ChannelClose(replyCode: 200, replyText: "Goodbye")), on: index)
    }
    if channels.allSatisfy({ $0.state == .closed }) { closeConnection() }
  }

  /// Whether nothing more is to be done or to come on the channel. A broker that blocks the
  /// connection may not confirm for long; it is not waited for.
  private func isAtRest(_ channel: ClientChannel) -> Bool {
    channel.awaiting.isEmpty && channel.consumers.allSatisfy(\.isIdle)
      && (channel.unconfirmed.isEmpty || isBlocked)
  }
}
