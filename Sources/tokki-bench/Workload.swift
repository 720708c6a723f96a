import AMQPModel

/// What is declared before the clock starts, and what is published after.
struct Workload {
  let name: String
  /// Each publish goes to the next queue's consumer, or to all of them, as the bindings say.
  var queues: [String]
  var exchange = ""
  var bindings: [QueueBind] = []
  /// Routing keys, taken in turn.
  var keys: [String]
  /// Publishes of one run.
  var count: Int
}

extension Workload {
  static let all = [oneQueue, fanout, topicKnownKeys, topicNewKeys]

  /// The default exchange and one consumer.
  private static let oneQueue = Workload(
    name: "one queue", queues: ["orders"], keys: ["orders"], count: 500_000)

  private static let fanout: Workload = {
    let queues = (0..<10).map { "copy-\($0)" }
    return Workload(
      name: "fanout to 10 queues", queues: queues, exchange: "amq.fanout",
      bindings: queues.map { QueueBind(queue: $0, exchange: "amq.fanout") }, keys: [""],
      count: 50_000)
  }()

  private static let topicKnownKeys = topic(
    name: "topic, 10000 bindings, 1000 keys in turn",
    keys: (0..<1000).map { "region-\($0 % 100).order-\($0 % 50).placed" }, count: 200_000)

  /// More keys than the broker remembers the routes of.
  private static let topicNewKeys = topic(
    name: "topic, 10000 bindings, each key new",
    keys: (0..<100_000).map { "region-\($0 % 100).order-\($0 % 50).placed.\($0)" },
    count: 100_000)

  /// 100 queues with 100 bindings each.
  private static func topic(name: String, keys: [String], count: Int) -> Workload {
    let queues = (0..<100).map { "region-\($0)" }
    let bindings = (0..<10_000).map { number in
      let pattern = number < 100 ? "region-\(number).#" : "other-\(number).*.#.end"
      return QueueBind(
        queue: queues[number % 100], exchange: "amq.topic", routingKey: pattern)
    }
    return Workload(
      name: name, queues: queues, exchange: "amq.topic", bindings: bindings, keys: keys,
      count: count)
  }
}
