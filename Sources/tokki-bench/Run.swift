import AMQPModel
import TokkiBroker

/// One broker under one workload: each publish is routed, delivered and acknowledged before the
/// next.
struct Run {
  struct Outcome {
    var published: Int
    var acknowledged: Int
    /// Of processor time.
    var seconds: Double
  }

  private var broker = Broker(isTracing: false)
  private var step = Step()
  private let workload: Workload
  private let publisher = ChannelAddress(connection: ConnectionID(number: 1), channel: 1)
  private let consumer = ChannelAddress(connection: ConnectionID(number: 2), channel: 1)

  init(_ workload: Workload) {
    self.workload = workload
    for (name, channel) in [("publisher", publisher), ("consumer", consumer)] {
      let connection = broker.connect(
        name: name, user: "guest", clientProperties: FieldTable(), into: &step)
      call(.connectionOpen(ConnectionOpen()), ChannelAddress(connection: connection, channel: 0))
      call(.channelOpen(ChannelOpen()), channel)
    }
    for queue in workload.queues {
      call(.queueDeclare(QueueDeclare(queue: queue, durable: true)), consumer)
      call(.basicConsume(BasicConsume(queue: queue, consumerTag: queue)), consumer)
    }
    for binding in workload.bindings { call(.queueBind(binding), consumer) }
  }

  private mutating func call(_ method: Method, _ channel: ChannelAddress) {
    step.clear()
    broker.receive(method, on: channel, into: &step)
  }

  mutating func measure() -> Outcome {
    let content = Content(text: "a short message")
    var acknowledged = 0
    var tags: [UInt64] = []
    let start = ProcessorClock.now
    for number in 0..<workload.count {
      let key = workload.keys[number % workload.keys.count]
      let publish = BasicPublish(exchange: workload.exchange, routingKey: key)
      step.clear()
      broker.receive(.basicPublish(publish), content: content, on: publisher, into: &step)
      tags.removeAll(keepingCapacity: true)
      for effect in step.effects {
        if case .send(.basicDeliver(let delivery), _, _) = effect {
          tags.append(delivery.deliveryTag)
        }
      }
      for tag in tags {
        step.clear()
        broker.receive(.basicAck(BasicAck(deliveryTag: tag)), on: consumer, into: &step)
        acknowledged += 1
      }
    }
    return Outcome(
      published: workload.count, acknowledged: acknowledged,
      seconds: ProcessorClock.now - start)
  }
}
