import AMQPModel
import TokkiClient
import TokkiLanguage

/// Programs with RabbitMQ's Java client.
struct JavaWriter: ProgramWriter {
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

  /// A backslash before a u means something to Java in comments too.
  mutating func comment(_ words: String) {
    text.comment(
      commentMark,
      words.split(separator: "\\", omittingEmptySubsequences: false)
        .joined(separator: "\\\\"))
  }

  mutating func begin() {
    comment(opening[language])
    comment(aboutVariables[language])
    text.add("//\n//     java -cp amqp-client.jar:slf4j-api.jar Run.java")
    text.add(
      """
      import com.rabbitmq.client.AMQP;
      import com.rabbitmq.client.Channel;
      import com.rabbitmq.client.Connection;
      import com.rabbitmq.client.ConnectionFactory;
      import com.rabbitmq.client.Delivery;
      import com.rabbitmq.client.GetResponse;
      import com.rabbitmq.client.Method;
      import com.rabbitmq.client.ShutdownSignalException;
      import com.rabbitmq.client.impl.LongStringHelper;
      import java.io.IOException;
      import java.math.BigDecimal;
      import java.math.BigInteger;
      import java.net.Socket;
      import java.nio.charset.StandardCharsets;
      import java.util.ArrayList;
      import java.util.Arrays;
      import java.util.Date;
      import java.util.LinkedHashMap;
      import java.util.List;
      import java.util.Map;
      import java.util.concurrent.BlockingQueue;
      import java.util.concurrent.ConcurrentHashMap;
      import java.util.concurrent.LinkedBlockingQueue;
      import java.util.concurrent.Semaphore;
      import java.util.concurrent.TimeUnit;

      public class Run {
      """)
    text.depth = 1
    text.add("public static void main(String[] arguments) throws Exception {")
    text.depth = 2
  }

  mutating func end() {
    if features.kills { text.add("System.exit(0);") }
    text.depth = 1
    text.add("}")
    helpers()
    text.depth = 0
    text.add("}")
    keepUsedImports()
  }

  /// Imports come first, when nobody knows yet what is used.
  private mutating func keepUsedImports() {
    let body = text.lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
    let unused = text.lines.filter { line in
      guard line.hasPrefix("import ") else { return false }
      let name = line.dropLast().split(separator: ".").last.map(String.init) ?? ""
      return !Self.mentions(body, name)
    }
    text.remove(unused)
  }

  private static func mentions(_ body: String, _ name: String) -> Bool {
    body.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == name }
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
      text.add("String \(variable.camelCase) = \(declaration(method, channel)).getQueue();")
      text.add("System.out.println(\"the queue is \" + \(variable.camelCase));")
    case .publish(let publish): write(publish)
    case .consume(let number, let channel, let failure): consume(number, channel, failure)
    case .receive(let consumer, let count), .finish(let consumer, let count):
      let verb = program.consumers[consumer].plan == nil ? "receive" : "finish"
      text.add("\(program.consumers[consumer].variable.camelCase).\(verb)(\(count));")
    case .returned(_, let count): text.add("showReturned(\(count));")
    case .get(let get, let taken, let channel, let failure): write(get, taken, channel, failure)
    case .settle(let method, let settled, let channel, let failure):
      settle(method, settled, channel, failure)
    case .flush(let channel): text.add("flush(\(name(channel)));")
    case .closeChannel(let channel): text.add("\(name(channel)).close();")
    case .close(let connection):
      text.add("\(program.connections[connection].variable.camelCase).close();")
    case .kill(let connection):
      text.add("kill(\(quoted(program.connections[connection].client.text)));")
    case .wait(let milliseconds): text.add("pause(\(milliseconds));")
    }
  }

  /// What is refused stands in a block that expects it.
  mutating func expecting(_ failure: Failure?, _ write: (inout JavaWriter) -> Void) {
    guard let failure else { return write(&self) }
    comment(failure)
    text.add("try {")
    text.depth += 1
    write(&self)
    text.add("throw new AssertionError(\"expected \(failure.code)\");")
    text.depth -= 1
    text.add("} catch (IOException | ShutdownSignalException error) {")
    text.add("    expectError(\(failure.code), error);\n}")
  }

  private mutating func connect(
    _ number: Int, _ host: String?, _ user: String?, _ isAnew: Bool, _ failure: Failure?
  ) {
    let connection = program.connections[number]
    var arguments = [quoted(connection.client.text)]
    if features.hasVirtualHosts { arguments.append(host.map(quoted) ?? "null") }
    if features.hasUsers { arguments.append(user.map(quoted) ?? "null") }
    let call = "connect(\(arguments.joined(separator: ", ")));"
    expecting(failure) { writer in
      if failure != nil { return writer.text.add(call) }
      writer.text.add(
        (isAnew ? "" : "Connection ") + "\(connection.variable.camelCase) = \(call)")
    }
  }

  private mutating func open(_ number: Int, _ isAnew: Bool) {
    let connection = connection(of: number).variable.camelCase
    text.add((isAnew ? "" : "Channel ") + "\(name(number)) = \(connection).createChannel();")
    guard channel(number).hasReturns else { return }
    text.add(
      "\(name(number)).addReturnListener((code, reason, exchange, key, properties, body) ->")
    text.add("    RETURNED.add(code + \" \" + reason + \" \" + text(body)));")
  }

  private mutating func write(_ publish: Action.Publish) {
    expecting(publish.failure) { writer in
      let channel = writer.name(publish.channel)
      if publish.count > 1 {
        writer.text.add("for (int i = 0; i < \(publish.count); i++) {")
        writer.text.depth += 1
      }
      let exchange = writer.name(of: publish.method.exchange)
      let key = writer.name(of: publish.method.routingKey)
      var arguments = [exchange, key]
      if publish.method.mandatory || publish.method.immediate {
        arguments.append("\(publish.method.mandatory)")
      }
      if publish.method.immediate { arguments.append("true") }
      arguments.append(writer.properties(publish.content.properties))
      arguments.append(writer.body(publish.content))
      writer.call("\(channel).basicPublish(", arguments)
      if publish.isConfirmed {
        writer.text.add("if (!\(channel).waitForConfirms(10_000)) {")
        writer.text.add("    System.out.println(\"RabbitMQ did not take the message\");\n}")
      }
      if publish.count > 1 {
        writer.text.depth -= 1
        writer.text.add("}")
      }
      if publish.failure != nil { writer.text.add("flush(\(channel));") }
    }
  }

  private mutating func consume(_ number: Int, _ channel: Int, _ failure: Failure?) {
    let consumer = program.consumers[number]
    let method = consumer.method
    let variable = consumer.variable.camelCase
    var callback = "(tag, message) -> { }"
    if let plan = consumer.plan {
      let arguments =
        "\(quoted(consumer.title)), \(name(channel)), \(method.noAck), \(plan.reply != nil)"
      text.add("Worker \(variable) = new Worker(\(arguments), body -> {")
      text.depth += 1
      work(plan)
      text.depth -= 1
      text.add("});")
      callback = "(tag, message) -> \(variable).take(message)"
    } else if isUsed(consumer: number) {
      text.add("Receiver \(variable) = new Receiver(\(quoted(consumer.title)));")
      callback = "(tag, message) -> \(variable).take(message)"
    }
    var arguments = [name(of: method.queue), "\(method.noAck)"]
    let isPlain =
      method.consumerTag.isEmpty && !method.noLocal && !method.exclusive
      && method.arguments.isEmpty
    if !isPlain {
      arguments += [
        quoted(method.consumerTag), "\(method.noLocal)", "\(method.exclusive)",
        table(method.arguments),
      ]
    }
    expecting(failure) {
      $0.call("\($0.name(channel)).basicConsume(", arguments + [callback, "tag -> { }"])
    }
  }

  private mutating func work(_ plan: WorkPlan) {
    switch plan.duration {
    case .dots:
      comment("A second for each dot.", "점 하나에 1초씩 걸립니다.")
      text.add("pause(1000 * text(body).chars().filter(letter -> letter == '.').count());")
    case .fixed(0): break
    case .fixed(let milliseconds): text.add("pause(\(milliseconds));")
    }
    switch plan.reply {
    case .fib:
      text.add(
        "return Long.toString(fib(Integer.parseInt(text(body)))).getBytes(StandardCharsets.UTF_8);")
    case .echo: text.add("return body;")
    case .upper: text.add("return text(body).toUpperCase().getBytes(StandardCharsets.UTF_8);")
    case nil: text.add("return null;")
    }
  }

  private mutating func write(
    _ get: BasicGet, _ taken: Int?, _ channel: Int, _ failure: Failure?
  ) {
    let arguments = "\(name(of: get.queue)), \(get.noAck)"
    if failure != nil {
      expecting(failure) { $0.text.add("\($0.name(channel)).basicGet(\(arguments));") }
    } else if let taken {
      let isKept = program.taken[taken].isSettled
      let variable = program.taken[taken].variable.camelCase
      text.add("\(isKept ? "GetResponse \(variable) = " : "")get(\(name(channel)), \(arguments));")
    } else {
      text.add("getNothing(\(name(channel)), \(arguments));")
    }
  }

  private mutating func settle(
    _ method: Method, _ settled: Action.Settled, _ channel: Int, _ failure: Failure?
  ) {
    let known: String? =
      switch settled {
      case .received(let consumer, let index):
        "\(program.consumers[consumer].variable.camelCase).tag(\(index))"
      case .taken(let number):
        "\(program.taken[number].variable.camelCase).getEnvelope().getDeliveryTag()"
      case .tag: nil
      }
    expecting(failure) { writer in
      let ch = writer.name(channel)
      switch method {
      case .basicAck(let ack):
        writer.text.add("\(ch).basicAck(\(known ?? "\(ack.deliveryTag)L"), \(ack.multiple));")
      case .basicNack(let nack):
        writer.text.add(
          "\(ch).basicNack(\(known ?? "\(nack.deliveryTag)L"), \(nack.multiple), \(nack.requeue));")
      case .basicReject(let reject):
        writer.text.add(
          "\(ch).basicReject(\(known ?? "\(reject.deliveryTag)L"), \(reject.requeue));")
      default: break
      }
      if failure != nil { writer.text.add("flush(\(ch));") }
    }
  }

  private mutating func ask(_ method: Method, _ channel: Int, _ failure: Failure?) {
    guard let (verb, arguments) = parts(of: method) else { return comment(method.name) }
    expecting(failure) { $0.call("\($0.name(channel)).\(verb)(", arguments) }
  }
}
