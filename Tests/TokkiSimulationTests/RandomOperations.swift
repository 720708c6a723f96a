import AMQPModel
import SeededRandom
import TokkiClient

/// Something that the owner of a simulation can do.
enum Operation: Hashable, Sendable {
  case request(Method, Content?, ClientName, UInt16, WorkPlan?)
  case kill(ClientName)
  case close(ClientName)
  case retire(ClientName)
  case advance(Int64)
  case restart
}

extension Operation {
  private static let queues = ["a", "b", "c"]
  private static let exchanges = ["", "fan", "top", "amq.direct", "missing"]
  private static let keys = ["a", "b", "c", "a.b", "#"]
  private static let clients: [ClientName] = ["you", "w1", "w2"]

  /// One at random: mostly sensible, sometimes an exception.
  static func random(using generator: inout SeededGenerator) -> Operation {
    let client = pick(clients, &generator)
    let channel = UInt16.random(in: 1...2, using: &generator)
    let request: Method
    var content: Content?
    var plan: WorkPlan?
    switch Int.random(in: 0..<25, using: &generator) {
    case 0: return .kill(client)
    case 1: return .close(client)
    case 2: return .restart
    case 24: return .retire(client)
    case 3...5: return .advance(Int64.random(in: 0...2500, using: &generator))
    case 6, 7: request = declare(&generator)
    case 8: request = .exchangeDeclare(exchange(&generator))
    case 9, 10:
      request = .queueBind(
        QueueBind(
          queue: pick(queues, &generator), exchange: pick(exchanges, &generator),
          routingKey: pick(keys, &generator)))
    case 11...15:
      request = .basicPublish(
        BasicPublish(
          exchange: pick(exchanges, &generator), routingKey: pick(keys, &generator),
          mandatory: .random(using: &generator)))
      content = message(&generator)
    case 16, 17:
      request = .basicConsume(
        BasicConsume(queue: pick(queues, &generator), noAck: .random(using: &generator)))
      plan = Bool.random(using: &generator) ? WorkPlan(duration: .dots) : nil
    case 18: request = .basicGet(BasicGet(queue: pick(queues, &generator)))
    case 19: request = .basicAck(BasicAck(deliveryTag: 0, multiple: true))
    case 20:
      let tag = UInt64.random(in: 1...3, using: &generator)
      request = .basicReject(BasicReject(deliveryTag: tag, requeue: .random(using: &generator)))
    case 21: request = .basicQos(BasicQos(prefetchCount: .random(in: 0...2, using: &generator)))
    case 22: request = .basicRecover(BasicRecover(requeue: true))
    default: request = .confirmSelect(ConfirmSelect())
    }
    return .request(request, content, client, channel, plan)
  }

  private static func pick<Element>(
    _ elements: [Element], _ generator: inout SeededGenerator
  ) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private static func declare(_ generator: inout SeededGenerator) -> Method {
    let name = pick(queues, &generator)
    let arguments: [String: FieldTable] = [
      "a": ["x-message-ttl": 1500, "x-dead-letter-exchange": "fan"],
      "b": ["x-max-length": 2, "x-dead-letter-exchange": "", "x-dead-letter-routing-key": "c"],
      "c": ["x-queue-type": "quorum"],
    ]
    return .queueDeclare(
      QueueDeclare(queue: name, durable: true, arguments: arguments[name] ?? FieldTable()))
  }

  private static func exchange(_ generator: inout SeededGenerator) -> ExchangeDeclare {
    pick(
      [
        ExchangeDeclare(exchange: "fan", type: "fanout"),
        ExchangeDeclare(exchange: "top", type: "topic", durable: true),
      ], &generator)
  }

  private static func message(_ generator: inout SeededGenerator) -> Content {
    var properties = BasicProperties()
    if Bool.random(using: &generator) { properties.deliveryMode = 2 }
    if Bool.random(using: &generator) { properties.expiration = "700" }
    return Content(properties: properties, text: pick(["x", "y.", "z.."], &generator))
  }
}
