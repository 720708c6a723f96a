import AMQPModel
import TokkiLanguage
import TokkiShell

/// What a command of a transcript brought about, as goals for a lesson. Whether they are open at
/// the start and met in the end is found by trying.
struct GoalProposals {
  let words: DraftWords

  /// What the command itself is for.
  func goals(of command: Command, _ outcome: Outcome) -> [DraftGoal] {
    if let refused = refusal(in: outcome) { return [refused] }
    switch command {
    case .amqp(let amqp, by: let client): return goals(of: amqp, by: client.client, outcome)
    case .connection(let command): return goals(of: command)
    case .simulation(.kill(let client)):
      return [
        DraftGoal("\(client)-gone", words.connectionGone(client), [absent(.connection(client))])
      ]
    case .operate(let command): return goals(of: command)
    case .simulation(.advance), .simulation(.restart), .broker, .look, .expect, .history, .lesson,
      .help, .set, .exit, .watch:
      return []
    }
  }

  private func goals(
    of command: AMQPCommand, by client: String, _ outcome: Outcome
  ) -> [DraftGoal] {
    switch command {
    case .declareQueue(let method): return [goal(of: method)].compactMap(\.self)
    case .declareExchange(let method): return [goal(of: method)].compactMap(\.self)
    case .deleteQueue(let method):
      return [gone(method.queue, words.queueGone(method.queue), .queue(method.queue))]
    case .deleteExchange(let method):
      return [
        gone(method.exchange, words.exchangeGone(method.exchange), .exchange(method.exchange))
      ]
    case .bindQueue(let method):
      guard !method.queue.isEmpty else { return [] }
      return [
        bound(method.exchange, method.queue, method.routingKey, method.arguments, isQueue: true)
      ]
    case .bindExchange(let method):
      return [
        bound(
          method.source, method.destination, method.routingKey, method.arguments, isQueue: false)
      ]
    case .unbindQueue(let method):
      return [unbound(method.exchange, method.queue, method.routingKey)]
    case .unbindExchange(let method):
      return [unbound(method.source, method.destination, method.routingKey)]
    case .purgeQueue(let method):
      let purged = Expectation(
        .removed, [text(.queue, method.queue), text(.reason, "purged")])
      return [DraftGoal("\(method.queue)-purged", words.purged(method.queue), [purged])]
    case .publish(let publication), .call(let publication):
      return [goal(of: publication, by: client, outcome)]
    case .get(let method): return [got(from: method.queue, by: client, outcome)].compactMap(\.self)
    case .consume(let consumption): return [goal(of: consumption, by: client)]
    case .cancel(let consumer):
      let name = consumer ?? client
      return [gone(name, words.consumerGone(name), .consumer(name))]
    case .settle(let settlement): return [goal(of: settlement, by: client)]
    case .recover, .qos, .confirmSelect, .txSelect, .txCommit, .txRollback, .flow: return []
    }
  }

  private func goals(of command: ConnectionCommand) -> [DraftGoal] {
    switch command {
    case .openConnection(let client, _, _, _):
      [
        DraftGoal(
          "\(client)-connected", words.connected(client), [exists(.connection(client))])
      ]
    case .closeConnection(let client):
      [gone(client, words.connectionGone(client), .connection(client))]
    case .addVirtualHost(let name):
      [DraftGoal(name, words.virtualHost(name), [exists(.virtualHost(name))])]
    case .deleteVirtualHost(let name): [gone(name, words.gone(name), .virtualHost(name))]
    case .openChannel, .closeChannel, .useVirtualHost: []
    }
  }

  private func goals(of command: OperatorCommand) -> [DraftGoal] {
    switch command {
    case .setPolicy(let terms, _):
      let subject: ExpectedObject =
        terms.isOperator ? .operatorPolicy(terms.name) : .policy(terms.name)
      return [DraftGoal(terms.name, words.policy(terms.name), [exists(subject)])]
    case .clearPolicy(let name, let isOperator, _):
      return [gone(name, words.gone(name), isOperator ? .operatorPolicy(name) : .policy(name))]
    case .addUser(let name, _, _):
      return [DraftGoal(name, words.user(name), [exists(.user(name))])]
    case .deleteUser(let name): return [gone(name, words.gone(name), .user(name))]
    case .setPermissions(_, let user, _):
      return [DraftGoal(user, words.permissions(user), [exists(.permissions(user: user))])]
    case .clearPermissions(let user, _):
      return [gone(user, words.gone(user), .permissions(user: user))]
    case .changePassword, .setUserTags, .setTopicPermissions, .clearTopicPermissions,
      .setVirtualHostLimits, .clearVirtualHostLimits, .setUserLimits, .clearUserLimits:
      return []
    }
  }

  /// An AMQP exception is what such a command is for.
  private func refusal(in outcome: Outcome) -> DraftGoal? {
    for case .exception(let exception) in outcome.parts {
      let closed = Expectation(
        .closed,
        [
          Predicate(.measure(.code, Comparison(.equal, Int64(exception.code)))),
          text(.client, exception.client.text),
        ])
      return DraftGoal("refused", words.refused(exception.code), [closed])
    }
    return nil
  }

  // MARK: Expectations

  func exists(_ subject: ExpectedObject) -> Expectation {
    Expectation(subject, [Predicate(.exists)])
  }

  func absent(_ subject: ExpectedObject) -> Expectation {
    Expectation(subject, [Predicate(.exists, isNegated: true)])
  }

  func text(_ aspect: Fact.Aspect, _ value: String) -> Predicate {
    Predicate(.text(aspect, .equals(value)))
  }

  private func gone(_ name: String, _ label: String, _ subject: ExpectedObject) -> DraftGoal {
    DraftGoal("\(name)-gone", label, [absent(subject)])
  }
}
