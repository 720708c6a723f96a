import AMQPModel
import TokkiBroker
import TokkiClient
public import TokkiLanguage

extension Shell {
  /// Carries out a command.
  ///
  /// - Parameter line: how it was written; it names the step that `undo` goes back over.
  public func run(_ command: Command, line: String) async -> Outcome {
    var turn = Turn(line: line)
    var outcome = Outcome(line: line)
    if command.mayChange {
      turn.before = await simulator?.snapshot()
      turn.clientsBefore = await client.clients()
    }
    do throws(Stop) {
      outcome.status = try await carryOut(command, &turn)
    } catch {
      switch error {
      case .refused(let refusal):
        outcome.status = .refused
        turn.answers.append(.refusal(refusal))
      case .exception:
        outcome.status = .exception
      }
    }
    if command.isAMQP, outcome.status != .refused { memory.lastError = turn.exception }
    outcome.parts = await parts(of: turn)
    outcome.at = await simulator?.now().milliseconds
    return outcome
  }

  /// What clients learned without a command: on a real broker, deliveries come at any time.
  /// nil if nothing did.
  public func news() async -> Outcome? {
    var turn = Turn(line: "")
    turn.clientsBefore = await client.clients()
    turn.reports = await client.reports()
    let parts = await parts(of: turn)
    return parts.isEmpty ? nil : Outcome(line: "", at: nil, parts: parts)
  }

  private func carryOut(
    _ command: Command, _ turn: inout Turn
  ) async throws(Stop) -> Outcome.Status {
    switch command {
    case .amqp(let command, let by): try await carryOut(command, by: by, &turn)
    case .connection(let command): try await carryOut(command, &turn)
    case .simulation(let command): try await carryOut(command, &turn)
    case .look(let command): turn.answers.append(try await look(command))
    case .history(let command): turn.answers.append(.answer(try await go(command)))
    case .help(let topic): turn.answers.append(.help(topic))
    case .lesson: throw .refused(.noLesson)
    case .set(.language(let language)):
      configuration.language = language
      turn.answers.append(.answer(.languageSet))
    case .expect(let expectation):
      let verdict = await evaluate(expectation)
      turn.answers.append(.verdict(verdict))
      return verdict.isMet ? .done : .unmet
    case .exit:
      turn.answers.append(.answer(.left))
      return .exit
    }
    return .done
  }

  // MARK: Requests

  /// Keeps the state before the command for undo, once a command.
  func beginStep(_ turn: inout Turn) async {
    guard !turn.isMarked else { return }
    turn.isMarked = true
    memories.mark(memory)
    await simulator?.mark(turn.line)
  }

  /// Sends one method and waits for its answer. An exception stops the command.
  func request(
    _ method: Method, content: Content? = nil, by who: ClientChannel, plan: WorkPlan? = nil,
    _ turn: inout Turn
  ) async throws(Stop) -> Reply {
    await beginStep(&turn)
    let name = ClientName(who.client)
    turn.requester = name
    if method.name == BasicPublish.name || method.name == TxCommit.name { turn.publisher = name }
    var reports: [ClientReport] = []
    do {
      if memory.virtualHost != "/", await isNew(name) {
        let identity = ClientIdentity(virtualHost: memory.virtualHost)
        reports += try await client.connect(name, as: identity)
      }
      reports += try await client.request(
        method, content: content, by: name, channel: who.channel, plan: plan
      ).reports
    } catch {
      throw .refused(Refusal(error))
    }
    if let own = reports.firstIndex(where: { $0.isPublish(by: name, on: who.channel) }),
      method.name == BasicPublish.name
    {
      turn.ownPublishes.insert(turn.reports.count + own)
    }
    turn.reports += reports
    return try reply(to: method, by: name, in: reports, &turn)
  }

  /// Names of things that are there, and that may have been meant.
  private func nearest(to exception: ExceptionAnswer, _ turn: Turn) -> [String] {
    guard let name = exception.object,
      let host = turn.before?.virtualHost(named: memory.virtualHost)
    else { return [] }
    return switch exception.rule {
    case .noQueue: EditDistance.nearest(to: name, among: host.queues.map(\.name))
    case .noExchange: EditDistance.nearest(to: name, among: host.exchanges.map(\.name))
    default: []
    }
  }

  /// Whether the client will choose its virtual host with its next request: `you` always goes
  /// where `use vhost` said; others keep the one that they had.
  private func isNew(_ name: ClientName) async -> Bool {
    let known = await client.clients().first { $0.name == name }
    guard let known else { return true }
    return !known.isConnected && name.text == ClientChannel.defaultClient
  }

  private func reply(
    to method: Method, by name: ClientName, in reports: [ClientReport], _ turn: inout Turn
  ) throws(Stop) -> Reply {
    var reply = Reply()
    for report in reports where report.client == name {
      if case .replied(let answer, let content) = report.fact {
        if case .channelOpenOk = answer, method.name != ChannelOpen.name { continue }
        reply = Reply(method: answer, content: content)
      } else if var exception = ExceptionAnswer(report) {
        exception.queueForExchange = turn.before?.virtualHost(named: memory.virtualHost)
          .flatMap { QueueForExchange(exception, to: method, in: $0) }
        if exception.queueForExchange == nil {
          exception.nearest = nearest(to: exception, turn)
        }
        turn.exception = exception
      }
    }
    if turn.exception != nil { throw .exception }
    return reply
  }
}

extension ClientReport {
  fileprivate func isPublish(by name: ClientName, on channel: UInt16) -> Bool {
    guard case .sent(.basicPublish, _) = fact else { return false }
    return client == name && self.channel == channel
  }
}

extension Refusal {
  /// What the client said, in the shell's terms.
  init(_ error: any Error) {
    guard let error = error as? ClientError else {
      self = .unreachable(reason: "\(error)")
      return
    }
    switch error {
    case .noSuchClient(let name): self = .noSuchClient(name.text, known: [])
    case .alreadyConnected(let name, let identity):
      self = .alreadyConnected(name.text, virtualHost: identity.virtualHost)
    case .nothingToSettle(let name, let tag):
      self = .nothingToSettle(name.text, deliveryTag: tag)
    case .channelZero, .notARequest, .notOpen: self = .channelZero
    case .staleDelivery(let name, let tag):
      self = .nothingToSettle(name.text, deliveryTag: tag)
    case .closing(let name): self = .unreachable(reason: "\(name) is being closed")
    case .unreachable(let reason): self = .unreachable(reason: reason)
    }
  }
}

extension Command {
  /// Whether it is about methods, for which there may be an error.
  fileprivate var isAMQP: Bool {
    switch self {
    case .amqp, .connection: true
    case .simulation, .look, .expect, .history, .lesson, .help, .set, .exit: false
    }
  }

  /// Whether it may change anything but the shell itself; the rest looks, or goes back.
  fileprivate var mayChange: Bool {
    switch self {
    case .amqp, .connection, .simulation: true
    case .look, .expect, .history, .lesson, .help, .set, .exit: false
    }
  }
}
