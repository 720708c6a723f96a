import AMQPModel
import TokkiClient
import TokkiLanguage

/// Programs with pika.
struct PythonWriter: ProgramWriter {
  let program: Program
  let language: Language
  let commentMark = "#"
  var text = CodeText(unit: "    ")
  let features: Features

  init(program: Program, language: Language) {
    self.program = program
    self.language = language
    features = Features(program)
  }

  mutating func begin() {
    comment(opening[language])
    comment(aboutVariables[language])
    text.add("#\n#     pip install pika && python3 run.py")
    if features.hasFloats {
      comment(
        "pika writes no floating-point numbers into field tables: they are decimals here.",
        "pika는 필드 테이블에 실수를 쓰지 못해 decimal로 보냅니다.")
    }
    for name in imports { text.add("import \(name)") }
    text.add("\nimport pika\n\n")
    text.add("def main():")
    text.depth = 1
    if program.parts.isEmpty { text.add("pass") }
  }

  private var imports: [String] {
    var names = ["os"]
    if features.receives { names.append("collections") }
    if features.failsAnswering || features.failsSilently { names.append("contextlib") }
    if features.hasTimestamps { names.append("datetime") }
    if features.hasDecimals || features.hasFloats { names.append("decimal") }
    if features.works { names += ["queue", "threading"] }
    if features.kills { names.append("socket") }
    names.append("time")
    return names.sorted()
  }

  mutating func end() {
    text.depth = 0
    helpers()
    text.add("\n\nif __name__ == \"__main__\":\n    main()")
  }

  // MARK: Actions

  mutating func write(_ action: Action) {
    switch action {
    case .comment(let words): comment(words[language])
    case .connect(let number, let host, let user, _, let failure):
      connect(number, host, user, failure)
    case .open(let channel, _):
      text.add("\(name(channel)) = \(connection(of: channel).variable.snakeCase).channel()")
      if self.channel(channel).hasReturns {
        text.add("\(name(channel)).add_on_return_callback(on_return)")
      }
    case .ask(let method, let channel, let failure): ask(method, channel, failure)
    case .declareNamedByBroker(let method, let variable, let channel):
      let arguments = declaration(method).joined(separator: ", ")
      let call = "\(name(channel)).queue_declare(\(arguments))"
      text.add("\(variable.snakeCase) = \(call).method.queue")
      text.add("print(f\"the queue is {\(variable.snakeCase)}\")")
    case .publish(let publish): write(publish)
    case .consume(let number, let channel, let failure): consume(number, channel, failure)
    case .receive(let consumer, let count), .finish(let consumer, let count):
      let verb = program.consumers[consumer].plan == nil ? "receive" : "finish"
      text.add("\(program.consumers[consumer].variable.snakeCase).\(verb)(\(count))")
    case .returned(_, let count): text.add("show_returned(\(count))")
    case .get(let get, let taken, let channel, let failure): write(get, taken, channel, failure)
    case .settle(let method, let settled, let channel, let failure):
      settle(method, settled, channel, failure)
    case .flush(let channel): text.add("flush(\(name(channel)))")
    case .closeChannel(let channel): text.add("\(name(channel)).close()")
    case .close(let connection):
      text.add("close(\(program.connections[connection].variable.snakeCase))")
    case .kill(let connection):
      text.add("kill(\(program.connections[connection].variable.snakeCase))")
    case .wait(let milliseconds): text.add("wait(\(seconds(milliseconds)))")
    }
  }

  /// What is refused stands in a block that expects it.
  private mutating func expecting(
    _ failure: Failure?, _ write: (inout PythonWriter) -> Void
  ) {
    guard let failure else { return write(&self) }
    comment(failure)
    text.add("with expect_error(\(failure.code)):")
    text.depth += 1
    write(&self)
    text.depth -= 1
  }

  private mutating func connect(
    _ number: Int, _ host: String?, _ user: String?, _ failure: Failure?
  ) {
    let connection = program.connections[number]
    var arguments = [quoted(connection.client.text)]
    if let host { arguments.append("virtual_host=\(quoted(host))") }
    if let user { arguments.append("user=\(quoted(user))") }
    expecting(failure) { writer in
      writer.text.add(
        (failure == nil ? "\(connection.variable.snakeCase) = " : "")
          + "connect(\(arguments.joined(separator: ", ")))")
    }
  }

  func seconds(_ milliseconds: Int64) -> String {
    milliseconds % 1000 == 0 ? "\(milliseconds / 1000)" : "\(Double(milliseconds) / 1000)"
  }

  private mutating func write(_ publish: Action.Publish) {
    if publish.method.immediate { return missing("pika", "immediate", publish) }
    expecting(publish.failure) { writer in
      if publish.count > 1 {
        writer.text.add("for _ in range(\(publish.count)):")
        writer.text.depth += 1
      }
      let channel = writer.name(publish.channel)
      let confirms = writer.channel(publish.channel).isConfirming && writer.features.confirms
      let head = confirms ? "publish(" : "\(channel).basic_publish("
      var arguments = confirms ? [channel] : []
      arguments += [
        "exchange=\(writer.name(of: publish.method.exchange))",
        "routing_key=\(writer.name(of: publish.method.routingKey))",
        "body=\(writer.body(publish.content))",
      ]
      if let properties = writer.properties(publish.content.properties) {
        arguments.append("properties=\(properties)")
      }
      if publish.method.mandatory { arguments.append("mandatory=True") }
      writer.call(head, arguments)
      if publish.count > 1 { writer.text.depth -= 1 }
      if publish.failure != nil { writer.text.add("flush(\(channel))") }
    }
  }

  /// What the client cannot do.
  private mutating func missing(_ client: String, _ what: String, _ publish: Action.Publish) {
    comment(
      "\(client) cannot publish with \(what). RabbitMQ would refuse it: "
        + (publish.failure?.text ?? "540"),
      "\(client)에는 \(what) 옵션이 없습니다. RabbitMQ라면 거절합니다: " + (publish.failure?.text ?? "540"))
    let connection = program.channels[publish.channel].connection
    text.add("close(\(program.connections[connection].variable.snakeCase))")
  }

  private mutating func consume(_ number: Int, _ channel: Int, _ failure: Failure?) {
    let consumer = program.consumers[number]
    let method = consumer.method
    let variable = consumer.variable.snakeCase
    if let plan = consumer.plan {
      work(plan, variable)
      let replies =
        (method.noAck ? ", auto_ack=True" : "") + (plan.reply == nil ? "" : ", replies=True")
      text.add("\(variable) = Worker(\(quoted(consumer.title)), \(variable)_work\(replies))")
    } else if isUsed(consumer: number) {
      text.add("\(variable) = Consumer(\(quoted(consumer.title)))")
    }
    let callback =
      consumer.plan == nil && !isUsed(consumer: number)
      ? "lambda *message: None" : "\(variable).on_message"
    var arguments = ["queue=\(name(of: method.queue))", "on_message_callback=\(callback)"]
    if method.noAck { arguments.append("auto_ack=True") }
    if method.exclusive { arguments.append("exclusive=True") }
    if !method.consumerTag.isEmpty {
      arguments.append("consumer_tag=\(quoted(method.consumerTag))")
    }
    if !method.arguments.isEmpty { arguments.append("arguments=\(table(method.arguments))") }
    expecting(failure) { $0.call("\($0.name(channel)).basic_consume(", arguments) }
  }

  private mutating func work(_ plan: WorkPlan, _ variable: String) {
    text.add("\ndef \(variable)_work(body):")
    text.depth += 1
    switch plan.duration {
    case .dots:
      comment("A second for each dot.", "점 하나에 1초씩 걸립니다.")
      text.add("time.sleep(body.count(b\".\") * TIME_SCALE)")
    case .fixed(0): break
    case .fixed(let milliseconds):
      text.add("time.sleep(\(seconds(milliseconds)) * TIME_SCALE)")
    }
    switch plan.reply {
    case .fib: text.add("return str(fib(int(body))).encode()")
    case .echo: text.add("return body")
    case .upper: text.add("return body.decode().upper().encode()")
    case nil: if plan.duration == .fixed(0) { text.add("pass") }
    }
    text.depth -= 1
    text.add("")
  }

  private mutating func write(
    _ get: BasicGet, _ taken: Int?, _ channel: Int, _ failure: Failure?
  ) {
    let autoAck = get.noAck ? ", auto_ack=True" : ""
    if failure != nil {
      expecting(failure) { writer in
        writer.text.add(
          "\(writer.name(channel)).basic_get(\(writer.name(of: get.queue))\(autoAck))")
      }
    } else if let taken {
      let isKept = program.taken[taken].isSettled
      let variable = program.taken[taken].variable.snakeCase
      text.add(
        "\(isKept ? "\(variable) = " : "")get(\(name(channel)), \(name(of: get.queue))\(autoAck))")
    } else {
      text.add("get_nothing(\(name(channel)), \(name(of: get.queue))\(autoAck))")
    }
  }

  private mutating func settle(
    _ method: Method, _ settled: Action.Settled, _ channel: Int, _ failure: Failure?
  ) {
    let known: String? =
      switch settled {
      case .received(let consumer, let index):
        "\(program.consumers[consumer].variable.snakeCase).received[\(index)].method.delivery_tag"
      case .taken(let number): "\(program.taken[number].variable.snakeCase).delivery_tag"
      case .tag: nil
      }
    expecting(failure) { writer in
      let ch = writer.name(channel)
      switch method {
      case .basicAck(let ack):
        let multiple = ack.multiple ? ", multiple=True" : ""
        writer.text.add("\(ch).basic_ack(\(known ?? "\(ack.deliveryTag)")\(multiple))")
      case .basicNack(let nack):
        let multiple = nack.multiple ? ", multiple=True" : ""
        let requeue = "requeue=\(nack.requeue ? "True" : "False")"
        writer.text.add(
          "\(ch).basic_nack(\(known ?? "\(nack.deliveryTag)")\(multiple), \(requeue))")
      case .basicReject(let reject):
        let requeue = "requeue=\(reject.requeue ? "True" : "False")"
        writer.text.add("\(ch).basic_reject(\(known ?? "\(reject.deliveryTag)"), \(requeue))")
      default: break
      }
      if failure != nil { writer.text.add("flush(\(ch))") }
    }
  }

  mutating func ask(_ method: Method, _ channel: Int, _ failure: Failure?) {
    let ch = name(channel)
    if let (verb, arguments) = parts(of: method) {
      expecting(failure) { $0.call("\(ch).\(verb)(", arguments) }
    } else {
      comment(method.name)
    }
  }
}
