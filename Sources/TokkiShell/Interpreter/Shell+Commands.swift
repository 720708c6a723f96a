import AMQPModel
import TokkiBroker
import TokkiClient
public import TokkiLanguage

extension Shell {
  /// Carries out a command.
  ///
  /// - Parameter line: how it was written; it names the step that `undo` goes back over.
  public func run(_ command: Command, line: String) async -> Outcome {
    await enter()
    defer { release() }
    let line = withoutPasswords(line)
    var turn = Turn(line: line)
    var outcome = Outcome(line: line)
    let early = await partsOfNews()
    real?.beginCommand()
    if command.mayChange {
      turn.before = await simulator?.snapshot()
      turn.clientsBefore = await clients()
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
    let interruption = turn.interruption.map {
      Interruption($0.work, line: withoutPasswords($0.command.description))
    }
    let done = (
      command: turn.interruption?.command ?? command, line: interruption?.line ?? line
    )
    if command.isComparable, outcome.status != .refused { memory.lines.append(done.line) }
    if command.isStepOfProgram, outcome.status != .refused { record(done.command, turn) }
    // What came while the shell only looked came before its answer.
    let meanwhile = command.mayChange ? [] : await partsOfNews()
    outcome.parts = early + meanwhile + (await parts(of: turn))
    let isNews = !early.isEmpty || !meanwhile.isEmpty
    // Behind all that happened, where it is seen.
    if let interruption { outcome.parts.append(.answer(.interrupted(interruption))) }
    if command.mayBeSeen || isNews { outcome.parts += await changes() }
    outcome.at = await simulator?.now().milliseconds
    return outcome
  }

  /// What clients learned without a command: on a real broker, deliveries come at any time.
  /// nil if nothing did. Waits for a command that is under way, whose outcome tells first.
  public func news() async -> Outcome? {
    await enter()
    defer { release() }
    let parts = await partsOfNews()
    return parts.isEmpty ? nil : Outcome(line: "", at: nil, parts: parts + (await changes()))
  }

  /// What nobody has told yet. A simulation alone does nothing by itself.
  private func partsOfNews() async -> [Outcome.Part] {
    var turn = Turn(line: "")
    turn.reports = await takeReports()
    guard !turn.reports.isEmpty else { return [] }
    recordNews(turn.reports)
    turn.clientsBefore = await clients()
    return await parts(of: turn)
  }

  private func carryOut(
    _ command: Command, _ turn: inout Turn
  ) async throws(Stop) -> Outcome.Status {
    switch command {
    case .amqp(let command, let by): try await carryOut(command, by: by, &turn)
    case .connection(let command): try await carryOut(command, &turn)
    case .operate(let command): try await carryOut(command, &turn)
    case .broker(let command): return try await carryOut(command, &turn)
    case .simulation(let command): try await carryOut(command, &turn)
    case .look(let command): turn.answers.append(try await look(command))
    case .watch(let command): turn.answers += try await carryOut(command)
    case .history(let command): turn.answers.append(.answer(try await go(command)))
    case .help(let topic): turn.answers.append(.help(topic))
    case .lesson: throw .refused(.noLesson)
    case .set(.language(let language)):
      configuration.language = language
      turn.answers.append(.answer(.languageSet))
    case .expect(let expectation):
      let verdict = await judge(expectation)
      if real != nil, !verdict.isMet, Task.isCancelled { throw .refused(.givenUp) }
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
    guard let simulator else { return }
    memories.mark(memory)
    await simulator.mark(turn.line)
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
    let greeting = try await connectFirst(name, &turn)
    turn.reports += greeting
    try refuse(method, by: name, in: greeting, &turn)
    let answer = try await send(
      method, content: content, by: name, channel: who.channel, plan: plan)
    let reports = noted(answer ?? [])
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
    guard let name = exception.object else { return [] }
    let host = turn.before?.virtualHost(named: memory.virtualHost)
    let known = real?.ledger.host(memory.virtualHost)
    return switch exception.rule {
    case .noQueue:
      EditDistance.nearest(
        to: name, among: host?.queues.map(\.name) ?? known?.queues.map(\.name) ?? [])
    case .noExchange:
      EditDistance.nearest(
        to: name, among: host?.exchanges.map(\.name) ?? known?.exchanges.map(\.name) ?? [])
    default: []
    }
  }

  /// Whether the client will choose its virtual host with its next request: `you` always goes
  /// where `use vhost` said; others keep the one that they had.
  private func isNew(_ name: ClientName) async -> Bool {
    let known = await clients().first { $0.name == name }
    guard let known else { return true }
    return !known.isConnected && name.text == ClientChannel.defaultClient
  }

  /// Connects a client that would not find the way by itself: into another virtual host than the
  /// usual one, or as the user of a real broker's URI.
  private func connectFirst(
    _ name: ClientName, _ turn: inout Turn
  ) async throws(Stop) -> [ClientReport] {
    guard real != nil || memory.virtualHost != "/", await isNew(name) else { return [] }
    return try await connect(name, as: identity(virtualHost: memory.virtualHost), &turn)
  }

  /// The usual user in that virtual host.
  func identity(virtualHost: String) -> ClientIdentity {
    ClientIdentity(user: real?.client.uri.user ?? "guest", virtualHost: virtualHost)
  }

  /// A refused connection stops the command as the exception that it is.
  func connect(
    _ name: ClientName, as identity: ClientIdentity, _ turn: inout Turn
  ) async throws(Stop) -> [ClientReport] {
    do throws(Stop) {
      let reports = try await ask { try await $0.connect(name, as: identity) }
      return noted(reports ?? [])
    } catch {
      guard case .refused(.brokerRefused(let code, let text)) = error else { throw error }
      turn.exception = ExceptionAnswer(
        client: name, channel: 0, code: code, text: text, method: ConnectionOpen.name,
        closesConnection: true)
      throw .exception
    }
  }

  /// Stops where the broker answered with an exception.
  func refuse(
    _ method: Method, by name: ClientName, in reports: [ClientReport], _ turn: inout Turn
  ) throws(Stop) {
    guard reports.contains(where: { $0.client == name && $0.isException }) else { return }
    _ = try reply(to: method, by: name, in: reports, &turn)
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
  /// Whether the broker closed a channel or the connection.
  var isException: Bool { ExceptionAnswer(self) != nil }

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
    case .channelZero, .notARequest, .notOpen, .tooLong: self = .channelZero
    case .refused(let code, let text): self = .brokerRefused(code: code, text: text)
    case .untrusted(let reason): self = .untrusted(reason: reason)
    case .notAMQP(let reason): self = .notAMQP(reason: reason)
    case .cancelled: self = .givenUp
    case .staleDelivery(let name, let tag):
      self = .nothingToSettle(name.text, deliveryTag: tag)
    case .closing(let name): self = .closing(name.text)
    case .unreachable(let reason): self = .unreachable(reason: reason)
    }
  }
}

extension Command {
  /// Whether it is worth running on two brokers.
  fileprivate var isComparable: Bool {
    switch self {
    case .amqp, .connection, .operate, .simulation, .expect: true
    case .broker, .look, .watch, .history, .lesson, .help, .set, .exit: false
    }
  }

  /// Whether a program for a real client does it too.
  fileprivate var isStepOfProgram: Bool {
    if case .expect = self { false } else { isComparable }
  }

  /// Whether it is about methods, for which there may be an error.
  fileprivate var isAMQP: Bool {
    switch self {
    case .amqp, .connection: true
    case .operate, .broker, .simulation, .look, .watch, .expect, .history, .lesson, .help, .set,
      .exit:
      false
    }
  }

  /// Whether it may change anything but the shell itself; the rest looks, or goes back.
  fileprivate var mayChange: Bool {
    switch self {
    case .amqp, .connection, .operate, .broker, .simulation: true
    case .look, .watch, .expect, .history, .lesson, .help, .set, .exit: false
    }
  }
}
