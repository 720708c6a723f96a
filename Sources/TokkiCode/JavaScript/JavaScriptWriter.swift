import AMQPModel
import TokkiClient
import TokkiLanguage

/// Programs with amqplib.
struct JavaScriptWriter: ProgramWriter {
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
    text.add("//\n//     npm install amqplib && node run.js")
    text.add("\"use strict\";\n\nconst amqp = require(\"amqplib\");")
    text.add("\nasync function main() {")
    text.depth = 1
  }

  var usesTransactions: Bool { program.channels.contains(where: \.isTransactional) }

  mutating func end() {
    text.depth = 0
    text.add("}")
    helpers()
    // A worker that was killed may still be at work.
    let exit = features.works ? ".finally(() => process.exit())" : ""
    text.add("\nmain().catch((error) => {\n  console.error(error);\n  process.exit(1);\n})\(exit);")
  }

  // MARK: Actions

  mutating func write(_ action: Action) {
    switch action {
    case .comment(let words): comment(words[language])
    case .connect(let number, let host, let user, let isAnew, let failure):
      connect(number, host, user, isAnew, failure)
    case .open(let channel, let isAnew):
      let connection = connection(of: channel).variable.camelCase
      let confirms = self.channel(channel).isConfirming ? ", true" : ""
      let call = "\(name(channel)) = await openChannel(\(connection)\(confirms));"
      text.add((isAnew ? "" : "let ") + call)
    case .ask(let method, let channel, let failure): ask(method, channel, failure)
    case .declareNamedByBroker(let method, let variable, let channel):
      let call = "await \(name(channel)).assertQueue(\"\", \(options(method)))"
      text.add("const \(variable.camelCase) = (\(call)).queue;")
      text.add("console.log(`the queue is ${\(variable.camelCase)}`);")
    case .publish(let publish): write(publish)
    case .consume(let number, let channel, let failure): consume(number, channel, failure)
    case .receive(let consumer, let count), .finish(let consumer, let count):
      let verb = program.consumers[consumer].plan == nil ? "receive" : "finish"
      text.add("await \(program.consumers[consumer].variable.camelCase).\(verb)(\(count));")
    case .returned(_, let count): text.add("await showReturned(\(count));")
    case .get(let get, let taken, let channel, let failure): write(get, taken, channel, failure)
    case .settle(let method, let settled, let channel, let failure):
      settle(method, settled, channel, failure)
    case .flush(let channel): text.add("await flush(\(name(channel)));")
    case .closeChannel(let channel): text.add("await \(name(channel)).close();")
    case .close(let connection):
      text.add("await close(\(program.connections[connection].variable.camelCase));")
    case .kill(let connection):
      text.add("await kill(\(program.connections[connection].variable.camelCase));")
    case .wait(let milliseconds): text.add("await wait(\(milliseconds));")
    }
  }

  /// What is refused is given to what expects it.
  private mutating func expecting(
    _ failure: Failure?, on channel: Int, isAnswered: Bool, _ calls: [String]
  ) {
    guard let failure else {
      for call in calls { text.add((isAnswered ? "await " : "") + call + ";") }
      return
    }
    comment(failure)
    let place =
      failure.closesConnection ? connection(of: channel).variable.camelCase : name(channel)
    if isAnswered, !failure.closesConnection {
      text.add("await expectError(\(failure.code), \(calls.joined(separator: ", ")));")
    } else {
      let code = failure.code
      text.add(
        "await expectError(\(code), errorOf(\(place), () => \(calls.joined(separator: ", "))));")
    }
  }

  private mutating func connect(
    _ number: Int, _ host: String?, _ user: String?, _ isAnew: Bool, _ failure: Failure?
  ) {
    let connection = program.connections[number]
    var arguments = [quoted(connection.client.text)]
    if host != nil || user != nil { arguments.append(host.map(quoted) ?? "undefined") }
    if let user { arguments.append(quoted(user)) }
    let call = "connect(\(arguments.joined(separator: ", ")))"
    if let failure {
      comment(failure)
      return text.add("await expectError(\(failure.code), \(call));")
    }
    text.add((isAnew ? "" : "let ") + "\(connection.variable.camelCase) = await \(call);")
  }

  private mutating func write(_ publish: Action.Publish) {
    let channel = name(publish.channel)
    if publish.method.immediate {
      comment(
        "amqplib cannot publish with immediate. RabbitMQ would refuse it with 540.",
        "amqplib에는 immediate 옵션이 없습니다. RabbitMQ라면 540으로 거절합니다.")
      return text.add("await close(\(connection(of: publish.channel).variable.camelCase));")
    }
    if publish.count > 1 {
      text.add("for (let i = 0; i < \(publish.count); i++) {")
      text.depth += 1
    }
    var arguments = [
      name(of: publish.method.exchange), name(of: publish.method.routingKey),
      body(publish.content),
    ]
    let options = properties(publish.content.properties, mandatory: publish.method.mandatory)
    if let options { arguments.append(options) }
    expecting(
      publish.failure, on: publish.channel, isAnswered: false,
      ["\(channel).publish(\(arguments.joined(separator: ", ")))"])
    if publish.isConfirmed { text.add("await showConfirm(\(channel));") }
    if publish.count > 1 {
      text.depth -= 1
      text.add("}")
    }
  }

  private mutating func consume(_ number: Int, _ channel: Int, _ failure: Failure?) {
    let consumer = program.consumers[number]
    let method = consumer.method
    let variable = consumer.variable.camelCase
    var callback = "() => {}"
    if let plan = consumer.plan {
      let arguments = [
        quoted(consumer.title), name(channel), "\(method.noAck)", "\(plan.reply != nil)",
      ]
      text.add(
        "const \(variable) = new Worker(\(arguments.joined(separator: ", ")), async (body) => {")
      text.depth += 1
      work(plan)
      text.depth -= 1
      text.add("});")
      callback = "(message) => \(variable).take(message)"
    } else if isUsed(consumer: number) {
      text.add("const \(variable) = new Consumer(\(quoted(consumer.title)));")
      callback = "(message) => \(variable).take(message)"
    }
    var options: [String] = []
    if !method.consumerTag.isEmpty { options.append("consumerTag: \(quoted(method.consumerTag))") }
    if method.noAck { options.append("noAck: true") }
    if method.noLocal { options.append("noLocal: true") }
    if method.exclusive { options.append("exclusive: true") }
    if !method.arguments.isEmpty { options.append("arguments: \(table(method.arguments))") }
    let rest = options.isEmpty ? "" : ", { \(options.joined(separator: ", ")) }"
    let call = "\(name(channel)).consume(\(name(of: method.queue)), \(callback)\(rest))"
    expecting(failure, on: channel, isAnswered: true, [call])
  }

  private mutating func work(_ plan: WorkPlan) {
    switch plan.duration {
    case .dots:
      comment("A second for each dot.", "점 하나에 1초씩 걸립니다.")
      text.add("await wait(1000 * (body.toString().split(\".\").length - 1));")
    case .fixed(0): break
    case .fixed(let milliseconds): text.add("await wait(\(milliseconds));")
    }
    switch plan.reply {
    case .fib: text.add("return Buffer.from(fib(body.toString()).toString());")
    case .echo: text.add("return body;")
    case .upper: text.add("return Buffer.from(body.toString().toUpperCase());")
    case nil: break
    }
  }

  private mutating func write(
    _ get: BasicGet, _ taken: Int?, _ channel: Int, _ failure: Failure?
  ) {
    let noAck = get.noAck ? ", { noAck: true }" : ""
    let queue = name(of: get.queue)
    if failure != nil {
      expecting(
        failure, on: channel, isAnswered: true, ["\(name(channel)).get(\(queue)\(noAck))"])
    } else if let taken {
      let isKept = program.taken[taken].isSettled
      let variable = program.taken[taken].variable.camelCase
      text.add(
        "\(isKept ? "const \(variable) = " : "")await get(\(name(channel)), \(queue)\(noAck));")
    } else {
      text.add("await getNothing(\(name(channel)), \(queue)\(noAck));")
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
    func message(_ tag: UInt64) -> String { known ?? "{ fields: { deliveryTag: \(tag) } }" }
    let ch = name(channel)
    let call: String
    switch method {
    case .basicAck(let ack):
      call = "\(ch).ack(\(message(ack.deliveryTag))\(ack.multiple ? ", true" : ""))"
    case .basicNack(let nack):
      call = "\(ch).nack(\(message(nack.deliveryTag)), \(nack.multiple), \(nack.requeue))"
    case .basicReject(let reject):
      call = "\(ch).reject(\(message(reject.deliveryTag)), \(reject.requeue))"
    default: return
    }
    expecting(failure, on: channel, isAnswered: false, [call])
  }

  private mutating func ask(_ method: Method, _ channel: Int, _ failure: Failure?) {
    if case .confirmSelect = method, failure == nil {
      return comment(
        "The channel was opened with publisher confirms.",
        "이 채널은 처음부터 퍼블리셔 컨펌(publisher confirm)을 쓰도록 열었습니다.")
    }
    guard let call = call(of: method) else {
      return comment(
        "amqplib has no \(method.name).", "amqplib에는 \(method.name) 메서드가 없습니다.")
    }
    expecting(failure, on: channel, isAnswered: true, ["\(name(channel)).\(call)"])
  }
}
