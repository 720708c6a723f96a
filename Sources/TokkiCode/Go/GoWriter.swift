import AMQPModel
import TokkiClient
import TokkiLanguage

/// Programs with amqp091-go.
struct GoWriter: ProgramWriter {
  let program: Program
  let language: Language
  let commentMark = "//"
  var text = CodeText(unit: "\t")
  let features: Features

  init(program: Program, language: Language) {
    self.program = program
    self.language = language
    features = Features(program)
  }

  mutating func begin() {
    comment(opening[language])
    comment(aboutVariables[language])
    text.add("//")
    text.add("//\tgo mod init run && go get github.com/rabbitmq/amqp091-go && go run .")
    text.add("package main\n\nimport (")
    text.depth = 1
    for name in imports { text.add("\"\(name)\"") }
    if features.connects { text.add("\namqp \"github.com/rabbitmq/amqp091-go\"") }
    text.depth = 0
    text.add(")\n\nfunc main() {")
    text.depth = 1
    if needsContext { text.add("ctx := context.Background()") }
  }

  private var needsContext: Bool {
    program.actions.contains { if case .publish = $0 { true } else { false } }
  }

  private var imports: [String] {
    var names = ["log"]
    if features.worksByDots { names.append("bytes") }
    if needsContext || !features.replies.isEmpty { names.append("context") }
    if features.failsAnswering || features.failsSilently { names.append("errors") }
    if features.kills { names.append("net") }
    if features.connects || usesTime { names.append("os") }
    if features.replies.contains(.fib) || usesTime { names.append("strconv") }
    if features.replies.contains(.upper) { names.append("strings") }
    if needsTimePackage { names.append("time") }
    return names.sorted()
  }

  var usesTime: Bool { features.waits || features.works }

  private var needsTimePackage: Bool {
    usesTime || features.receives || features.returns || features.takes || features.kills
      || features.failsSilently || features.hasTimestamps
  }

  mutating func end() {
    text.depth = 0
    text.add("}")
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
    case .declareNamedByBroker(let method, let name, let channel):
      call("\(name.camelCase) := must(", declaring: declaration(method, channel), ")).Name")
      text.add("log.Printf(\"the queue is %s\", \(name.camelCase))")
    case .publish(let publish): write(publish)
    case .consume(let number, let channel, let failure): consume(number, channel, failure)
    case .receive(let consumer, let count), .finish(let consumer, let count):
      let verb = program.consumers[consumer].plan == nil ? "receive" : "finish"
      text.add("\(program.consumers[consumer].variable.camelCase).\(verb)(\(count))")
    case .returned(let channel, let count):
      text.add("showReturned(\(returns(channel)), \(count))")
    case .get(let get, let taken, let channel, let failure): write(get, taken, channel, failure)
    case .settle(let method, let settled, let channel, let failure):
      settle(method, settled, channel, failure)
    case .flush(let channel): text.add("flush(\(name(channel)))")
    case .closeChannel(let channel): text.add("check(\(name(channel)).Close())")
    case .close(let connection):
      text.add("\(program.connections[connection].variable.camelCase).Close()")
    case .kill(let connection):
      text.add("kill(\(quoted(program.connections[connection].client.text)))")
    case .wait(let milliseconds): text.add("wait(\(duration(milliseconds)))")
    }
  }

  private mutating func connect(
    _ number: Int, _ host: String?, _ user: String?, _ isAnew: Bool, _ failure: Failure?
  ) {
    let connection = program.connections[number]
    var arguments = [quoted(connection.client.text)]
    if features.hasVirtualHosts { arguments.append(host.map(quoted) ?? "\"\"") }
    if features.hasUsers { arguments.append(user.map(quoted) ?? "\"\"") }
    let call = "connect(\(arguments.joined(separator: ", ")))"
    if let failure {
      comment(failure)
      text.add("expectError(\(failure.code), errorOf(\(call)))")
      return
    }
    text.add("\(connection.variable.camelCase) \(isAnew ? "=" : ":=") must(\(call))")
  }

  private mutating func open(_ number: Int, _ isAnew: Bool) {
    let connection = connection(of: number).variable.camelCase
    text.add("\(name(number)) \(isAnew ? "=" : ":=") must(\(connection).Channel())")
    if !channel(number).isUsed { text.add("_ = \(name(number))") }
    guard channel(number).hasReturns else { return }
    let count = max(1, returnedCount(on: number))
    text.add(
      "\(returns(number)) \(isAnew ? "=" : ":=") "
        + "\(name(number)).NotifyReturn(make(chan amqp.Return, \(count)))")
  }

  private mutating func write(_ publish: Action.Publish) {
    let isLoop = publish.count > 1
    if let failure = publish.failure { awaitClose(publish.channel, failure) }
    if isLoop {
      text.add("for i := 0; i < \(publish.count); i++ {")
      text.depth += 1
    }
    let arguments: [(String, String)] = [
      ("ctx", ""), (name(of: publish.method.exchange), "exchange"),
      (name(of: publish.method.routingKey), "routing key"),
      ("\(publish.method.mandatory)", "mandatory"),
      ("\(publish.method.immediate)", "immediate"), (message(publish.content), ""),
    ]
    let channel = name(publish.channel)
    if publish.isConfirmed {
      call(
        "if !must(\(channel).PublishWithDeferredConfirmWithContext(", arguments, ")).Wait() {")
      text.add("\tlog.Print(\"RabbitMQ did not take the message\")\n}")
    } else {
      call("check(\(channel).PublishWithContext(", arguments, "))")
    }
    if isLoop {
      text.depth -= 1
      text.add("}")
    }
    if let failure = publish.failure { expectClose(failure) }
  }

  /// What comes instead of an answer is listened for before.
  mutating func awaitClose(_ channel: Int, _ failure: Failure) {
    comment(failure)
    text.add("{")
    text.depth += 1
    text.add("closed := \(name(channel)).NotifyClose(make(chan *amqp.Error, 1))")
  }

  mutating func expectClose(_ failure: Failure) {
    text.add("expectClose(closed, \(failure.code))")
    text.depth -= 1
    text.add("}")
  }

  private mutating func consume(_ number: Int, _ channel: Int, _ failure: Failure?) {
    let consumer = program.consumers[number]
    let method = consumer.method
    let arguments: [(String, String)] = [
      (name(of: method.queue), "queue"), (quoted(method.consumerTag), "consumer tag"),
      ("\(method.noAck)", "auto-ack"), ("\(method.exclusive)", "exclusive"),
      ("\(method.noLocal)", "no-local"), ("false", "no-wait"),
      (table(method.arguments), "arguments"),
    ]
    let head = "\(name(channel)).Consume("
    if let failure {
      comment(failure)
      call("expectError(\(failure.code), errorOf(\(head)", arguments, ")))")
      return
    }
    let assigned = isUsed(consumer: number) ? "\(consumer.variable.camelCase) := " : ""
    guard let plan = consumer.plan else {
      let title = quoted(consumer.title)
      if assigned.isEmpty {
        call("must(\(head)", arguments, "))")
      } else {
        call(
          "\(assigned)&consumer{name: \(title), deliveries: must(\(head)", arguments, "))}")
      }
      return
    }
    call(
      "\(assigned)startWorker(\(quoted(consumer.title)), must(\(head)", arguments,
      ")), \(method.noAck), func(message amqp.Delivery) error {")
    text.depth += 1
    work(plan, channel)
    if plan.reply == nil { text.add("return nil") }
    text.depth -= 1
    text.add("})")
  }

  private mutating func work(_ plan: WorkPlan, _ channel: Int) {
    switch plan.duration {
    case .dots:
      comment("A second for each dot.", "점 하나에 1초씩 걸립니다.")
      text.add(
        "wait(time.Duration(bytes.Count(message.Body, []byte(\".\"))) * time.Second)")
    case .fixed(0): break
    case .fixed(let milliseconds): text.add("wait(\(duration(milliseconds)))")
    }
    guard let reply = plan.reply else { return }
    switch reply {
    case .fib:
      text.add("number, err := strconv.Atoi(string(message.Body))")
      text.add("if err != nil {\n\treturn err\n}")
      text.add("answer := []byte(strconv.Itoa(fib(number)))")
    case .echo: text.add("answer := message.Body")
    case .upper: text.add("answer := []byte(strings.ToUpper(string(message.Body)))")
    }
    text.add(
      """
      return \(name(channel)).PublishWithContext(context.Background(), "", message.ReplyTo, \
      false, false,
      \tamqp.Publishing{CorrelationId: message.CorrelationId, Body: answer})
      """)
  }

  private mutating func write(
    _ get: BasicGet, _ taken: Int?, _ channel: Int, _ failure: Failure?
  ) {
    let arguments = "\(name(channel)), \(name(of: get.queue)), \(get.noAck)"
    if let failure {
      comment(failure)
      text.add("{\n\t_, _, err := \(name(channel)).Get(\(name(of: get.queue)), \(get.noAck))")
      text.add("\texpectError(\(failure.code), err)\n}")
    } else if let taken {
      let isKept = program.taken[taken].isSettled
      let variable = program.taken[taken].variable.camelCase
      text.add("\(isKept ? "\(variable) := " : "")get(\(arguments))")
    } else {
      text.add("getNothing(\(arguments))")
    }
  }

  private mutating func settle(
    _ method: Method, _ settled: Action.Settled, _ channel: Int, _ failure: Failure?
  ) {
    if let failure { awaitClose(channel, failure) }
    let message: String
    var tag = ""
    switch settled {
    case .received(let consumer, let index):
      message = "\(program.consumers[consumer].variable.camelCase).received[\(index)]"
    case .taken(let number): message = program.taken[number].variable.camelCase
    case .tag:
      message = name(channel)
      tag = ", "
    }
    switch method {
    case .basicAck(let ack):
      if !tag.isEmpty { tag = "\(ack.deliveryTag)\(tag)" }
      text.add("check(\(message).Ack(\(tag)\(ack.multiple)))")
    case .basicNack(let nack):
      if !tag.isEmpty { tag = "\(nack.deliveryTag)\(tag)" }
      text.add("check(\(message).Nack(\(tag)\(nack.multiple), \(nack.requeue)))")
    case .basicReject(let reject):
      if !tag.isEmpty { tag = "\(reject.deliveryTag)\(tag)" }
      text.add("check(\(message).Reject(\(tag)\(reject.requeue)))")
    default: break
    }
    if let failure { expectClose(failure) }
  }
}
