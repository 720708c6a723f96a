import AMQPModel
import TokkiClient
import TokkiLanguage

/// Makes a program of a run's steps, by what clients sent and learned in them.
struct ProgramPlanner {
  var program = Program()
  private(set) var part = Program.Part(line: "")
  private var names = VariableNames()
  /// What there is at this moment of the run.
  var state = RunState()
  /// The one of commands that name none.
  var virtualHost = "/"
  /// Channels on which something went out that nobody has answered.
  private var unheard: [Int] = []
  /// Whether steps are only followed, not written.
  private(set) var isSilent = false
  /// What has been connected and opened in what is written.
  private(set) var written = (connections: Set<Int>(), channels: Set<Int>())

  /// - Parameter start: how many steps are left out; what they left behind is set up first.
  static func program(of steps: [RecordedStep], from start: Int = 0) -> Program {
    var planner = ProgramPlanner()
    planner.isSilent = start > 0
    for (index, step) in steps.enumerated() {
      if index == start, start > 0 { planner.takeUp(after: start) }
      planner.read(step, number: index + 1)
    }
    if start > 0, start >= steps.count { planner.takeUp(after: start) }
    planner.end()
    return planner.program
  }

  private mutating func read(_ step: RecordedStep, number: Int) {
    part = Program.Part(number: number, line: step.line)
    var news = StepNews()
    if case .simulation(.advance(let time)) = step.command {
      append(.wait(time.milliseconds))
    }
    note(step.command)
    let own = WorkersDoing(step.reports, state)
    for (index, report) in step.reports.enumerated() where !own.contains(index) {
      read(report, step, &news)
    }
    tell(news)
    finishPart()
  }

  mutating func finishPart() {
    if !isSilent { program.parts.append(part) }
  }

  /// Adds an action; before it whatever it has to come after.
  mutating func append(_ action: Action) {
    if isSilent { return }
    let heard = action.channel
    for channel in unheard where action.mustFollowOthers && channel != heard {
      if state.isOpen(channel) { part.actions.append(.flush(channel: channel)) }
    }
    if action.mustFollowOthers || action.showsArrival {
      unheard.removeAll { $0 != heard || action.showsArrival }
    }
    note(action)
    if let heard {
      program.channels[heard].isUsed = program.channels[heard].isUsed || action.usesChannel
      if action.isAnswered { unheard.removeAll { $0 == heard } }
      if action.isUnheard, !unheard.contains(heard) { unheard.append(heard) }
    }
    part.actions.append(action)
  }

  private mutating func note(_ action: Action) {
    if case .connect(let connection, _, _, _, nil) = action {
      written.connections.insert(connection)
    } else if case .open(let channel, _) = action {
      written.channels.insert(channel)
    }
  }

  /// Nobody has answered the worker's last acknowledgement.
  mutating func leaveUnheard(_ worker: Program.Consumer) {
    guard !isSilent, !worker.method.noAck, !unheard.contains(worker.channel) else { return }
    unheard.append(worker.channel)
  }

  /// The broker has answered for all that was sent on the channel.
  mutating func heard(_ channel: Int) { unheard.removeAll { $0 == channel } }

  /// Notes that the broker refused the last thing done there; false where nothing was.
  mutating func fail(_ failure: Failure, channel: Int?, connection: Int?) -> Bool {
    guard
      let index = part.actions.lastIndex(where: {
        channel != nil && $0.channel == channel
          || channel == nil
            && ($0.channel.map { program.channels[$0].connection } ?? $0.connection) == connection
      })
    else { return isSilent }
    unheard.removeAll { $0 == part.actions[index].channel }
    return part.actions[index].fail(failure)
  }

  /// Sets up what the steps before have left: connections, channels, consumers.
  private mutating func takeUp(after count: Int) {
    isSilent = false
    part = Program.Part(line: "")
    append(
      .comment(
        Localized(
          "The program begins after step \(count): it expects the broker as it was then.",
          "이 프로그램은 \(count)단계 다음부터 시작합니다. 브로커가 그때의 상태라고 가정합니다.")))
    for connection in state.openConnections { takeUp(connection) }
    program.parts.append(part)
  }

  private mutating func takeUp(_ connection: RunState.Connection) {
    let known = connection.identity
    append(
      .connect(
        connection.number, virtualHost: known.virtualHost == "/" ? nil : known.virtualHost,
        user: known.user == "guest" ? nil : known.user, isAnew: false, failure: nil))
    for channel in state.openChannels(of: connection.number) {
      append(.open(channel: channel.number, isAnew: false))
      for method in channel.settings { append(.ask(method, channel: channel.number, failure: nil)) }
      for consumer in channel.consumers {
        if let qos = consumer.prefetch {
          append(.ask(.basicQos(qos), channel: channel.number, failure: nil))
        }
        append(.consume(consumer.number, channel: channel.number, failure: nil))
        if let count = state.takeUp(consumer.number, on: channel.number), count > 0 {
          append(.receive(consumer: consumer.number, count: count))
        }
      }
    }
  }

  private mutating func end() {
    guard !state.openConnections.isEmpty else { return }
    part = Program.Part(line: "")
    unheard.removeAll()
    append(
      .comment(
        Localized(
          "The run ends here. What is not acknowledged goes back to its queue.",
          "실행은 여기서 끝납니다. ack하지 않은 메시지는 큐로 돌아갑니다.")))
    for connection in state.openConnections { append(.close(connection: connection.number)) }
    program.parts.append(part)
  }

  // MARK: Names

  func title(_ client: ClientName) -> String? {
    client.text == ClientChannel.defaultClient ? nil : client.text
  }

  mutating func newConnection(_ client: ClientName) -> Int {
    let variable = names.name("connection", of: title(client))
    program.connections.append(Program.Connection(client: client, variable: variable))
    return program.connections.count - 1
  }

  mutating func newChannel(_ number: UInt16, of connection: Int) -> Int {
    let role = number == 1 ? "channel" : "channel\(number)"
    let variable = names.name(role, of: title(program.connections[connection].client))
    program.channels.append(
      Program.Channel(connection: connection, number: number, variable: variable))
    return program.channels.count - 1
  }

  mutating func newConsumer(_ method: BasicConsume, _ plan: WorkPlan?, on channel: Int) -> Int {
    let client = program.connections[program.channels[channel].connection].client
    let variable = names.name("consumer", of: title(client))
    program.consumers.append(
      Program.Consumer(
        channel: channel, variable: variable, method: method, plan: plan, title: client.text))
    return program.consumers.count - 1
  }

  mutating func newTaken(by client: ClientName) -> Int {
    var taken = Program.Taken(variable: names.name("message", of: title(client)))
    taken.isWritten = !isSilent
    program.taken.append(taken)
    return program.taken.count - 1
  }

  mutating func newQueueName() -> Variable { names.name("queueName", of: nil) }

  mutating func changeLast(_ change: (inout Action) -> Void) {
    guard !isSilent, !part.actions.isEmpty else { return }
    change(&part.actions[part.actions.count - 1])
  }

  /// Changes the last action on that channel.
  mutating func changeLast(on channel: Int, _ change: (inout Action) -> Void) {
    guard let index = part.actions.lastIndex(where: { $0.channel == channel }) else { return }
    change(&part.actions[index])
  }
}
