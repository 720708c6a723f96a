import AMQPModel
import TokkiLanguage
import TokkiShell

/// Goals of commands for queues, exchanges, bindings and consumers.
extension GoalProposals {
  func goal(of method: QueueDeclare) -> DraftGoal? {
    guard !method.queue.isEmpty, !method.passive else { return nil }
    var predicates: [Predicate] = []
    if method.durable { predicates.append(Predicate(.quality(.durable))) }
    if method.exclusive { predicates.append(Predicate(.quality(.exclusive))) }
    if method.autoDelete { predicates.append(Predicate(.quality(.autoDelete))) }
    for argument in method.arguments.entries {
      if argument.name == "x-queue-type", let type = argument.value.text {
        predicates.append(text(.type, type))
      } else {
        predicates.append(Predicate(.argument(argument.name, .equals(argument.value))))
      }
    }
    if predicates.isEmpty { predicates = [Predicate(.exists)] }
    return DraftGoal(
      method.queue, words.queue(method), [Expectation(.queue(method.queue), predicates)])
  }

  func goal(of method: ExchangeDeclare) -> DraftGoal? {
    guard !method.passive else { return nil }
    var predicates = [text(.type, method.type)]
    if method.durable { predicates.append(Predicate(.quality(.durable))) }
    if method.autoDelete { predicates.append(Predicate(.quality(.autoDelete))) }
    if method.isInternal { predicates.append(Predicate(.quality(.isInternal))) }
    predicates += method.arguments.entries.map { argument in
      Predicate(.argument(argument.name, .equals(argument.value)))
    }
    return DraftGoal(
      method.exchange, words.exchange(method.exchange, type: method.type),
      [Expectation(.exchange(method.exchange), predicates)])
  }

  func bound(
    _ source: String, _ destination: String, _ key: String, _ arguments: FieldTable, isQueue: Bool
  ) -> DraftGoal {
    var predicates = arguments.entries.map { argument in
      Predicate(.argument(argument.name, .equals(argument.value)))
    }
    if predicates.isEmpty { predicates = [Predicate(.exists)] }
    let binding = ExpectedObject.binding(source: source, destination: destination, key: key)
    return DraftGoal(
      "\(destination)-bound",
      words.bound(source, destination, key, isQueue: isQueue),
      [Expectation(binding, predicates)])
  }

  func unbound(_ source: String, _ destination: String, _ key: String) -> DraftGoal {
    let binding = ExpectedObject.binding(source: source, destination: destination, key: key)
    return DraftGoal(
      "\(destination)-unbound", words.unbound(source, destination), [absent(binding)])
  }

  func goal(of consumption: Consumption, by client: String) -> DraftGoal {
    let tag = consumption.method.consumerTag
    let name = tag.isEmpty ? client : tag
    var predicates: [Predicate] = []
    if !consumption.method.queue.isEmpty {
      predicates.append(text(.queue, consumption.method.queue))
    }
    predicates.append(Predicate(.quality(.autoAck), isNegated: !consumption.method.noAck))
    if let count = consumption.prefetchCount {
      predicates.append(Predicate(.measure(.prefetch, Comparison(.equal, Int64(count)))))
    }
    if consumption.method.exclusive { predicates.append(Predicate(.quality(.exclusive))) }
    predicates += consumption.method.arguments.entries.map { argument in
      Predicate(.argument(argument.name, .equals(argument.value)))
    }
    return DraftGoal(
      name, words.consumes(name, consumption.method.queue),
      [Expectation(.consumer(name), predicates)])
  }

  /// What the queues hold in the end.
  func counts(in picture: Outcome) -> [DraftGoal] {
    picture.parts.flatMap { part -> [DraftGoal] in
      guard case .picture(let topology) = part else { return [] }
      return topology.queues.compactMap { queue in
        guard let ready = queue.readyCount, let unacked = queue.unackedCount,
          !queue.name.hasPrefix("amq.")
        else { return nil }
        let holds = Expectation(
          .queue(queue.name),
          [
            Predicate(.measure(.ready, Comparison(.equal, Int64(ready)))),
            Predicate(.measure(.unacked, Comparison(.equal, Int64(unacked)))),
          ])
        return DraftGoal(
          "\(queue.name)-holds", words.holds(queue.name, ready: ready, unacked: unacked), [holds])
      }
    }
  }
}
