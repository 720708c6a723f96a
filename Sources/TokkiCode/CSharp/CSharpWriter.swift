import AMQPModel
import TokkiClient
import TokkiLanguage

/// Programs with RabbitMQ.Client 7.
struct CSharpWriter: ProgramWriter {
  let program: Program
  let language: Language
  let commentMark = "//"
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
    text.add("//\n//     dotnet new console && dotnet add package RabbitMQ.Client --version 7.*")
    text.add("//     dotnet run")
    text.add(
      """
      using System.Text;
      using System.Threading.Channels;
      using RabbitMQ.Client;
      using RabbitMQ.Client.Events;
      using RabbitMQ.Client.Exceptions;
      """)
    if features.returns { text.add("\nvar returned = Channel.CreateUnbounded<string>();") }
  }

  mutating func end() { helpers() }

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
      let call = "await \(name(channel)).QueueDeclareAsync(\(arguments))"
      text.add("var \(variable.camelCase) = (\(call)).QueueName;")
      text.add("Console.WriteLine($\"the queue is {\(variable.camelCase)}\");")
    case .publish(let publish): write(publish)
    case .consume(let number, let channel, let failure): consume(number, channel, failure)
    case .receive(let consumer, let count), .finish(let consumer, let count):
      let verb = program.consumers[consumer].plan == nil ? "ReceiveAsync" : "FinishAsync"
      text.add("await \(program.consumers[consumer].variable.camelCase).\(verb)(\(count));")
    case .returned(_, let count): text.add("await ShowReturnedAsync(returned.Reader, \(count));")
    case .get(let get, let taken, let channel, let failure): write(get, taken, channel, failure)
    case .settle(let method, let settled, let channel, let failure):
      settle(method, settled, channel, failure)
    case .flush(let channel): text.add("await FlushAsync(\(name(channel)));")
    case .closeChannel(let channel): text.add("await \(name(channel)).CloseAsync();")
    case .close(let connection):
      text.add("await \(program.connections[connection].variable.camelCase).CloseAsync();")
    case .kill(let connection):
      text.add("await KillAsync(\(quoted(program.connections[connection].client.text)));")
    case .wait(let milliseconds): text.add("await WaitAsync(\(milliseconds));")
    }
  }

  /// What is refused stands in a block that expects it.
  private mutating func expecting(
    _ failure: Failure?, _ write: (inout CSharpWriter) -> Void
  ) {
    guard let failure else { return write(&self) }
    comment(failure)
    text.add("await ExpectErrorAsync(\(failure.code), async () =>\n{")
    text.depth += 1
    write(&self)
    text.depth -= 1
    text.add("});")
  }

  private mutating func connect(
    _ number: Int, _ host: String?, _ user: String?, _ isAnew: Bool, _ failure: Failure?
  ) {
    let connection = program.connections[number]
    var arguments = [quoted(connection.client.text)]
    if let host { arguments.append("virtualHost: \(quoted(host))") }
    if let user { arguments.append("user: \(quoted(user))") }
    let call = "await ConnectAsync(\(arguments.joined(separator: ", ")));"
    expecting(failure) { writer in
      let head =
        failure != nil ? "" : (isAnew ? "" : "var ") + "\(connection.variable.camelCase) = "
      writer.text.add(head + call)
    }
  }

  private mutating func open(_ number: Int, _ isAnew: Bool) {
    let connection = connection(of: number).variable.camelCase
    let options =
      channel(number).isConfirming
      ? "new CreateChannelOptions(publisherConfirmationsEnabled: true, "
        + "publisherConfirmationTrackingEnabled: true)" : ""
    text.add(
      (isAnew ? "" : "var ")
        + "\(name(number)) = await \(connection).CreateChannelAsync(\(options));")
    guard channel(number).hasReturns, !channel(number).isConfirming else { return }
    text.add(
      """
      \(name(number)).BasicReturnAsync += async (_, message) =>
          await returned.Writer.WriteAsync($"{message.ReplyCode} {message.ReplyText}");
      """)
  }

  private mutating func write(_ publish: Action.Publish) {
    let channel = name(publish.channel)
    if publish.method.immediate {
      comment(
        "RabbitMQ.Client cannot publish with immediate. RabbitMQ would refuse it with 540.",
        "RabbitMQ.Client에는 immediate 옵션이 없습니다. RabbitMQ라면 540으로 거절합니다.")
      return text.add("await \(connection(of: publish.channel).variable.camelCase).CloseAsync();")
    }
    expecting(publish.failure) { writer in
      if publish.count > 1 {
        writer.text.add("for (var i = 0; i < \(publish.count); i++)\n{")
        writer.text.depth += 1
      }
      let isWatched = publish.isConfirmed
      if isWatched { writer.text.add("try\n{") }
      if isWatched { writer.text.depth += 1 }
      writer.call(
        "await \(channel).BasicPublishAsync(",
        [
          "exchange: \(writer.name(of: publish.method.exchange))",
          "routingKey: \(writer.name(of: publish.method.routingKey))",
          "mandatory: \(publish.method.mandatory)",
          "basicProperties: \(writer.properties(publish.content.properties))",
          "body: \(writer.body(publish.content))",
        ])
      if isWatched {
        writer.text.depth -= 1
        writer.text.add("}\ncatch (PublishException error)\n{")
        let note =
          writer.features.returns ? "await returned.Writer.WriteAsync(error.Message);" : ""
        writer.text.add(
          note.isEmpty ? "    Console.WriteLine(error.Message);\n}" : "    \(note)\n}")
      }
      if publish.count > 1 {
        writer.text.depth -= 1
        writer.text.add("}")
      }
      if publish.failure != nil { writer.text.add("await FlushAsync(\(channel));") }
    }
  }

  private mutating func consume(_ number: Int, _ channel: Int, _ failure: Failure?) {
    let consumer = program.consumers[number]
    let method = consumer.method
    let variable = consumer.variable.camelCase
    if let plan = consumer.plan {
      let arguments =
        "\(quoted(consumer.title)), \(name(channel)), \(method.noAck), \(plan.reply != nil)"
      text.add("var \(variable) = new Worker(\(arguments), async (body, ending) =>\n{")
      text.depth += 1
      work(plan)
      text.depth -= 1
      text.add("});")
    } else {
      text.add("var \(variable) = new Receiver(\(quoted(consumer.title)), \(name(channel)));")
    }
    expecting(failure) {
      $0.call(
        "await \($0.name(channel)).BasicConsumeAsync(",
        [
          "queue: \($0.name(of: method.queue))", "autoAck: \(method.noAck)",
          "consumerTag: \($0.quoted(method.consumerTag))", "noLocal: \(method.noLocal)",
          "exclusive: \(method.exclusive)", "arguments: \($0.table(method.arguments))",
          "consumer: \(variable).Consumer",
        ])
    }
  }

  private mutating func work(_ plan: WorkPlan) {
    switch plan.duration {
    case .dots:
      comment("A second for each dot.", "점 하나에 1초씩 걸립니다.")
      text.add("await WaitAsync(1000 * body.Count(letter => letter == '.'), ending);")
    case .fixed(0): text.add("await Task.CompletedTask;")
    case .fixed(let milliseconds): text.add("await WaitAsync(\(milliseconds), ending);")
    }
    switch plan.reply {
    case .fib:
      text.add(
        "return Encoding.UTF8.GetBytes(Fib(int.Parse(Encoding.UTF8.GetString(body))).ToString());")
    case .echo: text.add("return body;")
    case .upper:
      text.add(
        "return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).ToUpperInvariant());")
    case nil: text.add("return Array.Empty<byte>();")
    }
  }

  private mutating func write(
    _ get: BasicGet, _ taken: Int?, _ channel: Int, _ failure: Failure?
  ) {
    let arguments = "\(name(of: get.queue)), \(get.noAck)"
    if failure != nil {
      expecting(failure) { $0.text.add("await \($0.name(channel)).BasicGetAsync(\(arguments));") }
    } else if let taken {
      let isKept = program.taken[taken].isSettled
      let variable = program.taken[taken].variable.camelCase
      text.add(
        "\(isKept ? "var \(variable) = " : "")await GetAsync(\(name(channel)), \(arguments));")
    } else {
      text.add("await GetNothingAsync(\(name(channel)), \(arguments));")
    }
  }

  private mutating func settle(
    _ method: Method, _ settled: Action.Settled, _ channel: Int, _ failure: Failure?
  ) {
    let known: String? =
      switch settled {
      case .received(let consumer, let index):
        "\(program.consumers[consumer].variable.camelCase).Received[\(index)].DeliveryTag"
      case .taken(let number): "\(program.taken[number].variable.camelCase).DeliveryTag"
      case .tag: nil
      }
    expecting(failure) { writer in
      let ch = writer.name(channel)
      func tag(_ number: UInt64) -> String { known ?? "\(number)" }
      switch method {
      case .basicAck(let ack):
        writer.text.add(
          "await \(ch).BasicAckAsync(\(tag(ack.deliveryTag)), multiple: \(ack.multiple));")
      case .basicNack(let nack):
        let rest = "multiple: \(nack.multiple), requeue: \(nack.requeue)"
        writer.text.add("await \(ch).BasicNackAsync(\(tag(nack.deliveryTag)), \(rest));")
      case .basicReject(let reject):
        writer.text.add(
          "await \(ch).BasicRejectAsync(\(tag(reject.deliveryTag)), requeue: \(reject.requeue));")
      default: break
      }
      if failure != nil { writer.text.add("await FlushAsync(\(ch));") }
    }
  }

  private mutating func ask(_ method: Method, _ channel: Int, _ failure: Failure?) {
    if case .confirmSelect = method {
      return comment(
        "The channel was opened with publisher confirms.",
        "이 채널은 처음부터 퍼블리셔 컨펌(publisher confirm)을 쓰도록 열었습니다.")
    }
    guard let (verb, arguments) = parts(of: method) else {
      return comment(
        "RabbitMQ.Client 7 has no \(method.name).",
        "RabbitMQ.Client 7에는 \(method.name) 메서드가 없습니다.")
    }
    expecting(failure) { $0.call("await \($0.name(channel)).\(verb)(", arguments) }
  }
}
