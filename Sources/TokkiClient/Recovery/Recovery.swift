internal import AMQPModel
internal import DequeModule

/// A lost connection on its way back: when the next attempt is due, and, once the broker is
/// there again, what is still to be restored. One step at a time goes out, so that a refusal
/// says what was refused.
struct Recovery: Hashable, Sendable {
  /// The number of the present attempt, from 1.
  var attempt = 0
  /// When it is due, or, with the connection there, when what was refused is tried again.
  var due: Int64?
  /// How often the rest was tried on this connection.
  var round = 0
  /// Exchanges, queues, bindings.
  var topology: Deque<TopologyStep> = []
  /// What must wait for its channel to be open.
  var channels: Deque<UInt16> = []
  /// What is still to be done on the first of the channels; nil: not planned yet.
  var channelSteps: Deque<ChannelStep>?
  /// The channel that was opened for the topology alone, if none had to be.
  var ownChannel: UInt16?
  /// Refused for now.
  var topologyLater: [TopologyStep] = []
  var channelsLater: [UInt16] = []
  /// Whether a step is out and unanswered.
  var isWaiting = false

  var isDone: Bool { topology.isEmpty && channels.isEmpty }
}

/// One thing to be done on a channel that is being restored.
struct ChannelStep: Hashable, Sendable {
  var method: Method
  var plan: WorkPlan?
}

/// What was set up on a channel whose connection is lost.
struct ChannelSetup: Hashable, Sendable {
  /// For consumers to come.
  var prefetch: BasicQos?
  /// For the channel as a whole.
  var globalPrefetch: BasicQos?
  var confirms = false
  var isTransactional = false
  var consumers: [ClientChannel.Consumer] = []

  /// What sets it up again. Each consumer gets the prefetch that it had.
  var steps: [ChannelStep] {
    var steps: [Method] = []
    if let globalPrefetch { steps.append(.basicQos(globalPrefetch)) }
    if confirms { steps.append(.confirmSelect(ConfirmSelect())) }
    if isTransactional { steps.append(.txSelect(TxSelect())) }
    var result = steps.map { ChannelStep(method: $0) }
    var current: BasicQos?
    for consumer in consumers {
      if consumer.prefetch != current {
        result.append(ChannelStep(method: .basicQos(consumer.prefetch ?? BasicQos())))
        current = consumer.prefetch
      }
      var consume = consumer.consume
      consume.noWait = false
      result.append(ChannelStep(method: .basicConsume(consume), plan: consumer.worker?.plan))
    }
    if prefetch != current {
      result.append(ChannelStep(method: .basicQos(prefetch ?? BasicQos())))
    }
    return result
  }

  /// Leaves out what the broker refuses.
  mutating func forget(_ method: Method) {
    switch method {
    case .basicQos(let qos):
      if qos == globalPrefetch { globalPrefetch = nil }
      if qos == prefetch { prefetch = nil }
      for index in consumers.indices where consumers[index].prefetch == qos {
        consumers[index].prefetch = nil
      }
    case .confirmSelect: confirms = false
    case .txSelect: isTransactional = false
    case .basicConsume(let consume):
      consumers.removeAll { $0.consume.consumerTag == consume.consumerTag }
    default: break
    }
  }

  mutating func rename(queue old: String, to new: String) {
    for index in consumers.indices where consumers[index].queue.isExactly(old) {
      consumers[index].consume.queue = new
    }
  }
}
