import AMQPModel

extension Command: CustomStringConvertible {
  /// The canonical text: as short as it can be said, and read back as an equal command.
  public var description: String {
    switch self {
    case .amqp(let command, let client): command.text(by: client)
    case .connection(let command): command.text
    case .operate(let command): command.text
    case .broker(let command): command.text
    case .simulation(let command): command.text
    case .look(let command): command.text
    case .watch(let command): command.text
    case .expect(let expectation): "expect \(expectation)"
    case .history(let command): command.text
    case .lesson(let command): command.text
    case .help(let topic): topic.text
    case .set(.language(let language)): "set language \(language.rawValue)"
    case .exit: "exit"
    }
  }
}

extension ConnectionCommand {
  fileprivate var text: String {
    var line: CanonicalLine
    switch self {
    case .openConnection(let client, let virtualHost, let user, _):
      line = CanonicalLine(.openConnection)
      line.add(client)
      line.add(.virtualHost, virtualHost)
      line.add(.user, user)
    case .closeConnection(let client):
      line = CanonicalLine(.closeConnection)
      line.add(client)
    case .openChannel(let client):
      line = CanonicalLine(.openChannel)
      line.add(client)
    case .closeChannel(let client):
      line = CanonicalLine(.closeChannel)
      line.add(client)
    case .addVirtualHost(let name):
      line = CanonicalLine(.addVirtualHost)
      line.add(name)
    case .deleteVirtualHost(let name):
      line = CanonicalLine(.deleteVirtualHost)
      line.add(name)
    case .useVirtualHost(let name):
      line = CanonicalLine(.useVirtualHost)
      line.add(name)
    }
    return line.text
  }
}

extension BrokerCommand {
  fileprivate var text: String {
    var line: CanonicalLine
    switch self {
    case .connect(let uri):
      line = CanonicalLine(.connect)
      line.add(uri.textWithoutPassword)
    case .disconnect: line = CanonicalLine(.disconnect)
    case .compare(let uri):
      line = CanonicalLine(.compare)
      if let uri { line.add(uri.textWithoutPassword) }
    }
    return line.text
  }
}

extension SimulationCommand {
  fileprivate var text: String {
    switch self {
    case .kill(let client): "kill \(Quoting.word(client))"
    case .advance(let duration): "advance \(duration)"
    case .restart: "restart"
    }
  }
}

extension LookCommand {
  var text: String {
    switch self {
    case .show: return "show"
    case .diagram(let format): return "show --\(format.rawValue)"
    case .timeline(let span): return span.text
    case .trace(let message): return message.text
    case .sequence(let choice): return choice.text
    case .list(let listing):
      let thing = listing.thing.rawValue
      guard case .messages(let queue) = listing else { return "list \(thing)" }
      return "list \(thing) \(Quoting.word(queue))"
    case .explainLast: return "explain"
    case .explainError(let asked):
      return asked.map { "explain error \(Quoting.word($0))" } ?? "explain error"
    case .explainPublish(let exchange, let routingKey, let headers):
      var line = CanonicalLine(.explainPublish)
      line.add(exchange)
      line.add(routingKey)
      line.add(headers: headers)
      return line.text
    case .status: return "status"
    case .concept(let term): return term.map { "concept \(Quoting.word($0))" } ?? "concept"
    case .code(let request):
      var line = CanonicalLine(.code)
      line.add(request.language.rawValue)
      switch request.start {
      case .step(let number): line.add(.from, number: number)
      case .checkpoint(let name): line.add(.from, name)
      case nil: break
      }
      line.add(.to, request.file)
      return line.text
    }
  }
}

extension LookCommand.Listing {
  fileprivate var thing: ListedThing {
    switch self {
    case .queues: .queues
    case .exchanges: .exchanges
    case .bindings: .bindings
    case .consumers: .consumers
    case .connections: .connections
    case .channels: .channels
    case .messages, .allMessages: .messages
    case .virtualHosts: .virtualHosts
    case .policies: .policies
    case .users: .users
    case .permissions: .permissions
    case .topicPermissions: .topicPermissions
    case .limits: .limits
    case .checkpoints: .checkpoints
    }
  }
}

extension HistoryCommand {
  fileprivate var text: String {
    switch self {
    case .undo(let count): count == 1 ? "undo" : "undo \(count)"
    case .redo(let count): count == 1 ? "redo" : "redo \(count)"
    case .checkpoint(let name): "checkpoint \(Quoting.word(name))"
    case .goto(let name): "goto \(Quoting.word(name))"
    case .reset: "reset"
    }
  }
}

extension LessonCommand {
  fileprivate var text: String {
    switch self {
    case .show: "lesson"
    case .list: "lesson list"
    case .listFolder(let folder): "lesson list \(Quoting.word(folder))"
    case .start(let name):
      // A lesson of that name would be taken for another command.
      Grammar.exactForm(["lesson", name]) == nil
        ? "lesson \(Quoting.word(name))" : "lesson \(Quoting.quoted(name))"
    case .startBuiltIn(let name): "lesson \(Quoting.word(name)) --built-in"
    case .next: "next"
    case .hint: "hint"
    case .solution(let confirmed): confirmed ? "solution --yes" : "solution"
    case .skip: "skip"
    case .goal: "goal"
    case .play: "play"
    case .back: "back"
    case .restart: "lesson restart"
    case .forget(let name): name.map { "lesson reset \(Quoting.word($0))" } ?? "lesson reset"
    case .progress: "progress"
    }
  }
}

extension HelpTopic {
  fileprivate var text: String {
    switch self {
    case .overview: "help"
    case .group(let group): "help \(group.rawValue)"
    case .commands(let names):
      if names.count == 1, let name = names.first {
        "help \(name.rawValue)"
      } else {
        "help " + Self.common(names).joined(separator: " ")
      }
    }
  }

  /// The words with which all of them begin.
  private static func common(_ names: [CommandName]) -> [Substring] {
    let words = names.map { $0.rawValue.split(separator: " ") }
    var common = words.first ?? []
    for other in words {
      common = zip(common, other).prefix { $0 == $1 }.map(\.0)
    }
    return common
  }
}
