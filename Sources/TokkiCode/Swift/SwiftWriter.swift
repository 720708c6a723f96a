import AMQPModel
import TokkiClient
import TokkiLanguage

/// Programs with Tokki's own client, `AMQPConnection` over a `NetworkClient`.
struct SwiftWriter: ProgramWriter {
  let program: Program
  let language: Language
  let commentMark = "//"
  var text = CodeText(unit: "  ")
  let features: Features

  init(program: Program, language: Language) {
    self.program = program
    self.language = language
    features = Features(program)
  }

  mutating func begin() {
    comment(opening[language])
    comment(aboutVariables[language])
    comment(
      "Package.swift: depend on tokki's library products TokkiClient and TokkiNIO.",
      "Package.swift에서 tokki 패키지의 TokkiClient와 TokkiNIO 라이브러리를 씁니다.")
    text.add("import AMQPModel\nimport Foundation\nimport TokkiClient\nimport TokkiNIO\n")
    text.add("@main\nstruct Run {\n  static func main() async throws {")
    text.depth = 2
    text.add(
      """
      let address = ProcessInfo.processInfo.environment["AMQP_URL"]
      let uri = try AMQPURI(address ?? "amqp://guest:guest@localhost:5672/")
      let client = NetworkClient(NetworkConfiguration(uri))
      """)
    if keepsDeliveries { text.add("var unread: [Deliveries] = []") }
  }

  /// Whether there are consumers whose messages nobody looks at.
  private var keepsDeliveries: Bool {
    program.actions.contains { action in
      guard case .consume(let number, _, nil) = action else { return false }
      return program.consumers[number].plan == nil && !isUsed(consumer: number)
    }
  }

  mutating func end() {
    let kept = program.actions.compactMap { action -> String? in
      guard case .consume(let number, _, nil) = action,
        program.consumers[number].plan != nil || isUsed(consumer: number)
      else { return nil }
      return program.consumers[number].variable.camelCase
    }
    for name in kept + (keepsDeliveries ? ["unread"] : []) {
      text.add("withExtendedLifetime(\(name)) {}")
    }
    text.add("_ = await client.shutdown()")
    text.depth = 0
    text.add("  }\n}")
    helpers()
  }

  // MARK: Actions

  mutating func write(_ action: Action) {
    switch action {
    case .comment(let words): comment(words[language])
    case .connect(let number, let host, let user, let isAnew, let failure):
      connect(number, host, user, isAnew, failure)
    case .open(let channel, let isAnew): open(channel, isAnew)
    case .ask(let method, let channel, let failure): ask(method, channel, failure)
    case .declareNamedByBroker(let method, let variable, let channel):
      let arguments = declaration(method).joined(separator: ", ")
      let call = "try await \(name(channel)).declareQueue(\(arguments))"
      text.add("let \(variable.camelCase) = \(call).name")
      text.add("print(\"the queue is \\(\(variable.camelCase))\")")
    case .publish(let publish): write(publish)
    case .consume(let number, let channel, let failure): consume(number, channel, failure)
    case .receive(let consumer, let count):
      text.add("try await \(program.consumers[consumer].variable.camelCase).receive(\(count))")
    case .finish(let consumer, let count):
      text.add("await \(program.consumers[consumer].variable.camelCase).finish(\(count))")
    case .returned(let channel, let count):
      text.add("await showReturned(&\(name(channel))Returns, \(count))")
    case .get(let get, let taken, let channel, let failure): write(get, taken, channel, failure)
    case .settle(let method, let settled, let channel, let failure):
      settle(method, settled, channel, failure)
    case .flush(let channel): text.add("try await flush(\(name(channel)))")
    case .closeChannel(let channel): text.add("try await \(name(channel)).close()")
    case .close(let connection):
      text.add("try await \(program.connections[connection].variable.camelCase).close()")
    case .kill(let connection):
      let title = quoted(program.connections[connection].client.text)
      text.add("_ = try await client.kill(ClientName(\(title)))")
      text.add("try await Task.sleep(for: .milliseconds(300))  // RabbitMQ notices")
    case .wait(let milliseconds): text.add("try await wait(\(duration(milliseconds)))")
    }
  }

  func duration(_ milliseconds: Int64) -> String {
    milliseconds % 1000 == 0
      ? ".seconds(\(milliseconds / 1000))" : ".milliseconds(\(milliseconds))"
  }

  /// What is refused stands in a block that expects it.
  private mutating func expecting(
    _ failure: Failure?, on channel: Int?, isAnswered: Bool = true,
    _ write: (inout SwiftWriter) -> Void
  ) {
    guard let failure else { return write(&self) }
    comment(failure)
    let closings = channel.map { ", \(name($0)).closings()" } ?? ""
    text.add("try await expectError(\(failure.code)\(isAnswered ? "" : closings)) {")
    text.depth += 1
    write(&self)
    text.depth -= 1
    text.add("}")
  }

  private mutating func connect(
    _ number: Int, _ host: String?, _ user: String?, _ isAnew: Bool, _ failure: Failure?
  ) {
    let connection = program.connections[number]
    var identity = ""
    if host != nil || user != nil {
      let who = user.map(quoted) ?? "uri.user ?? \"guest\""
      let place = host.map(quoted) ?? "uri.virtualHost"
      let password =
        user == nil
        ? ""
        : ", password: Password(ProcessInfo.processInfo.environment[\"AMQP_PASSWORD\"] ?? \"\")"
      identity = ", identity: ClientIdentity(user: \(who), virtualHost: \(place)\(password))"
    }
    let title = quoted(connection.client.text)
    let call = "try await AMQPConnection.open(over: client, as: ClientName(\(title))\(identity))"
    expecting(failure, on: nil) { writer in
      let head =
        failure != nil
        ? "_ = "
        : (isAnew ? "" : "\(writer.isOpenedAnew(connection: number) ? "var" : "let") ")
          + "\(connection.variable.camelCase) = "
      writer.text.add(head + call)
    }
  }

  private func isOpenedAnew(connection: Int) -> Bool {
    program.actions.contains {
      if case .connect(connection, _, _, true, _) = $0 { true } else { false }
    }
  }

  private func isOpenedAnew(channel: Int) -> Bool {
    program.actions.contains { if case .open(channel, true) = $0 { true } else { false } }
  }

  private mutating func open(_ number: Int, _ isAnew: Bool) {
    let connection = connection(of: number).variable.camelCase
    let call = "try await \(connection).openChannel()"
    guard channel(number).isUsed else { return text.add("_ = \(call)") }
    let word = isAnew ? "" : isOpenedAnew(channel: number) ? "var " : "let "
    text.add("\(word)\(name(number)) = \(call)")
    guard channel(number).hasReturns else { return }
    text.add(
      (isAnew ? "" : "var ")
        + "\(name(number))Returns = \(name(number)).returns().makeAsyncIterator()")
  }

  private mutating func write(_ publish: Action.Publish) {
    expecting(publish.failure, on: publish.channel, isAnswered: false) { writer in
      if publish.count > 1 {
        writer.text.add("for _ in 1...\(publish.count) {")
        writer.text.depth += 1
      }
      var arguments = [writer.message(publish.content)]
      if !publish.method.exchange.isEmpty {
        arguments.append("to: \(writer.name(of: publish.method.exchange))")
      }
      arguments.append("routingKey: \(writer.name(of: publish.method.routingKey))")
      if publish.method.mandatory { arguments.append("mandatory: true") }
      if publish.method.immediate { arguments.append("immediate: true") }
      let verb = publish.isConfirmed ? "publishConfirmed" : "publish"
      let call = "try await \(writer.name(publish.channel)).\(verb)"
      if publish.isConfirmed {
        writer.call("showConfirm(\(call)(", arguments, "))")
      } else {
        writer.call("\(call)(", arguments, ")")
      }
      if publish.count > 1 {
        writer.text.depth -= 1
        writer.text.add("}")
      }
    }
  }

  private mutating func consume(_ number: Int, _ channel: Int, _ failure: Failure?) {
    let consumer = program.consumers[number]
    let method = consumer.method
    let variable = consumer.variable.camelCase
    var arguments = [name(of: method.queue)]
    if !method.consumerTag.isEmpty { arguments.append("tag: \(quoted(method.consumerTag))") }
    if method.noAck { arguments.append("noAck: true") }
    if method.exclusive { arguments.append("exclusive: true") }
    if method.noLocal { arguments.append("noLocal: true") }
    if !method.arguments.isEmpty { arguments.append("arguments: \(table(method.arguments))") }
    let call = "try await \(name(channel)).consume(\(arguments.joined(separator: ", ")))"
    let title = quoted(consumer.title)
    if failure != nil {
      expecting(failure, on: channel) { $0.text.add("_ = \(call)") }
    } else if let plan = consumer.plan {
      let facts =
        "\(title), \(name(channel)), \(call), noAck: \(method.noAck), replies: \(plan.reply != nil)"
      let needsBody = plan.reply != nil || plan.duration == .dots
      text.add("let \(variable) = Worker(\(facts)) { \(needsBody ? "body" : "_") in")
      text.depth += 1
      work(plan)
      text.depth -= 1
      text.add("}")
    } else if isUsed(consumer: number) {
      text.add("let \(variable) = Receiver(\(title), \(call))")
    } else {
      text.add("unread.append(\(call))")
    }
  }

  private mutating func work(_ plan: WorkPlan) {
    switch plan.duration {
    case .dots:
      comment("A second for each dot.", "점 하나에 1초씩 걸립니다.")
      text.add("try await wait(.seconds(body.count { $0 == UInt8(ascii: \".\") }))")
    case .fixed(0): break
    case .fixed(let milliseconds): text.add("try await wait(\(duration(milliseconds)))")
    }
    switch plan.reply {
    case .fib: text.add("return Array(String(try fib(body)).utf8)")
    case .echo: text.add("return body")
    case .upper:
      text.add("return Array(String(decoding: body, as: UTF8.self).uppercased().utf8)")
    case nil: text.add("return []")
    }
  }

  private mutating func write(
    _ get: BasicGet, _ taken: Int?, _ channel: Int, _ failure: Failure?
  ) {
    let noAck = get.noAck ? ", noAck: true" : ""
    let queue = name(of: get.queue)
    if failure != nil {
      expecting(failure, on: channel) { writer in
        writer.text.add("_ = try await \(writer.name(channel)).get(\(queue)\(noAck))")
      }
    } else if let taken {
      let isKept = program.taken[taken].isSettled
      let variable = program.taken[taken].variable.camelCase
      text.add(
        "\(isKept ? "let \(variable)" : "_") = try await get(\(name(channel)), \(queue)\(noAck))")
    } else {
      text.add("try await getNothing(\(name(channel)), \(queue)\(noAck))")
    }
  }

  private mutating func settle(
    _ method: Method, _ settled: Action.Settled, _ channel: Int, _ failure: Failure?
  ) {
    let known: String? =
      switch settled {
      case .received(let consumer, let index):
        "\(program.consumers[consumer].variable.camelCase).received[\(index)]"
      case .taken(let number): program.taken[number].variable.camelCase
      case .tag: nil
      }
    expecting(failure, on: channel, isAnswered: false) { writer in
      let subject = known ?? writer.name(channel)
      func arguments(_ tag: UInt64, _ others: [String]) -> String {
        ((known == nil ? ["\(tag)"] : []) + others).joined(separator: ", ")
      }
      let call: String
      switch method {
      case .basicAck(let ack):
        let others = ack.multiple ? ["multiple: true"] : []
        call = "acknowledge(\(arguments(ack.deliveryTag, others)))"
      case .basicNack(let nack):
        let others = (nack.multiple ? ["multiple: true"] : []) + ["requeue: \(nack.requeue)"]
        call = "refuse(\(arguments(nack.deliveryTag, others)))"
      case .basicReject(let reject):
        call = "reject(\(arguments(reject.deliveryTag, ["requeue: \(reject.requeue)"])))"
      default: return
      }
      writer.text.add("try await \(subject).\(call)")
    }
  }

  private mutating func ask(_ method: Method, _ channel: Int, _ failure: Failure?) {
    guard let (verb, arguments) = parts(of: method) else { return comment(method.name) }
    let discards = verb == "inspectQueue"
    expecting(failure, on: channel) { writer in
      writer.call(
        "\(discards ? "_ = " : "")try await \(writer.name(channel)).\(verb)(", arguments, ")")
    }
  }
}
