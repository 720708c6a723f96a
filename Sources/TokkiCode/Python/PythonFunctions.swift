import TokkiLanguage

/// What Python programs have behind `main`: only what they use.
extension PythonWriter {
  mutating func helpers() {
    basics()
    if features.failsAnswering || features.failsSilently { errors() }
    if features.kills { killing() }
    if features.receives { consumers() }
    if features.works { workers() }
    if features.replies.contains(.fib) { fibonacci() }
    if features.takes || features.findsNothing { getting() }
    if features.confirms { confirming() }
    if features.returns { returning() }
    if features.flushes || features.failsSilently { flushing() }
  }

  /// Each `DOC` of the code is replaced by the next of the sentences, as a docstring.
  private mutating func helper(_ docs: [Localized], _ code: String) {
    var parts = code.split(separator: "DOC", omittingEmptySubsequences: false).map(String.init)
    for (index, doc) in docs.enumerated() where index + 1 < parts.count {
      parts[index] += "\"\"\"\(doc[language])\"\"\""
    }
    text.add("\n\n" + parts.joined())
  }

  private mutating func helper(_ code: String) { helper([], code) }

  private func say(_ english: String, _ korean: String) -> String {
    language == .korean ? korean : english
  }

  private mutating func basics() {
    helper(
      [
        Localized(
          "Opens a connection; the management page shows its name.",
          "연결을 엽니다. 관리 페이지에 그 이름이 나옵니다."),
        Localized(
          "pika hears of what comes in only while it is called.",
          "pika는 호출된 동안에만 들어온 것을 처리합니다."),
      ],
      """
      TIME_SCALE = float(os.environ.get("TIME_SCALE", "1"))
      connections = []


      def connect(name, virtual_host=None, user=None):
          DOC
          parameters = pika.URLParameters(os.environ.get("AMQP_URL", \
      "amqp://guest:guest@localhost:5672/"))
          parameters.client_properties = {"connection_name": name}
          if virtual_host is not None:
              parameters.virtual_host = virtual_host
          if user is not None:
              parameters.credentials = pika.PlainCredentials(user, \
      os.environ.get("AMQP_PASSWORD", ""))
          connection = pika.BlockingConnection(parameters)
          connections.append(connection)
          return connection


      def close(connection):
          connections.remove(connection)
          if connection.is_open:
              connection.close()


      def process_events():
          DOC
          for connection in [each for each in connections if each.is_open]:
              connection.process_data_events(time_limit=0.01)
          time.sleep(0.001)


      def wait(seconds):
          end = time.monotonic() + seconds * TIME_SCALE
          while time.monotonic() < end:
              process_events()


      def wait_until(has_come, what):
          end = time.monotonic() + 60
          while not has_come():
              if time.monotonic() > end:
                  raise SystemExit(f"waited in vain for {what}")
              process_events()
      """)
  }

  private mutating func errors() {
    helper(
      [
        Localized(
          "RabbitMQ refuses what is done in the block, and closes the channel or the connection.",
          "블록 안의 일을 RabbitMQ가 거절하고 채널이나 연결을 닫습니다.")
      ],
      """
      @contextlib.contextmanager
      def expect_error(code):
          DOC
          try:
              yield
          except pika.exceptions.AMQPError as error:
              if getattr(error, "reply_code", code) != code:
                  raise
              print(f"as expected: {error}")
          else:
              raise SystemExit(f"expected {code}")
      """)
  }

  private mutating func killing() {
    helper(
      [
        Localized(
          "Ends a connection as a crash does; pika has no public way to do so.",
          "프로세스가 죽은 것처럼 연결을 끊습니다. pika에는 공개된 방법이 없습니다.")
      ],
      """
      def kill(connection):
          DOC
          connections.remove(connection)
          connection._impl._transport._sock.shutdown(socket.SHUT_RDWR)
          time.sleep(0.3)
      """)
  }

  private mutating func consumers() {
    helper(
      [
        Localized(
          "Keeps what it received, to acknowledge it later.",
          "나중에 ack할 수 있게 받은 메시지를 보관합니다.")
      ],
      """
      Message = collections.namedtuple("Message", "method properties body")


      class Consumer:
          DOC

          def __init__(self, name):
              self.name = name
              self.arrived = []
              self.received = []

          def on_message(self, channel, method, properties, body):
              self.arrived.append(Message(method, properties, body))

          def receive(self, count):
              wait_until(lambda: len(self.arrived) >= count, f"a message for {self.name}")
              for message in self.arrived[:count]:
                  print(f"[{self.name}] received {message.body!r}")
              self.received += self.arrived[:count]
              del self.arrived[:count]
      """)
  }

  private mutating func workers() {
    helper(
      [
        Localized(
          "Takes messages one after the other and acknowledges each when it is done.",
          "메시지를 하나씩 처리하고, 끝나면 ack합니다.")
      ],
      """
      class Worker(threading.Thread):
          DOC

          def __init__(self, name, work, auto_ack=False, replies=False):
              super().__init__(daemon=True)
              self.title, self.work, self.auto_ack, self.replies = name, work, auto_ack, replies
              self.tasks = queue.Queue()
              self.finished = 0
              self.start()

          def on_message(self, channel, method, properties, body):
              self.tasks.put((channel, method, properties, body))

          def run(self):
              while True:
                  channel, method, properties, body = self.tasks.get()
                  print(f"[{self.title}] works on {body!r}")
                  try:
                      answer = self.work(body)
                      is_done = not self.replies or properties.reply_to is not None
                  except ValueError:
                      answer, is_done = None, False
                  # \(say("A connection is used in its own thread alone.", "연결은 자기 스레드에서만 씁니다."))
                  task = (channel, method, properties, answer, is_done)
                  channel.connection.add_callback_threadsafe(lambda task=task: self.settle(*task))

          def settle(self, channel, method, properties, answer, is_done):
              if is_done and self.replies:
                  reply = pika.BasicProperties(correlation_id=properties.correlation_id)
                  channel.basic_publish("", properties.reply_to, answer, reply)
              if not self.auto_ack:
                  if is_done:
                      channel.basic_ack(method.delivery_tag)
                  else:
                      channel.basic_reject(method.delivery_tag, requeue=False)
              self.finished += 1

          def finish(self, count):
              wait_until(lambda: self.finished >= count, f"{self.title} to finish")
      """)
  }

  private mutating func fibonacci() {
    helper(
      """
      def fib(n):
          a, b = 0, 1
          for _ in range(n):
              a, b = b, a + b
          return a
      """)
  }

  private mutating func getting() {
    if features.takes {
      helper(
        [
          Localized(
            "Takes one message; one that is still on its way is waited for.",
            "메시지 하나를 꺼냅니다. 아직 오는 중이면 기다립니다.")
        ],
        """
        def get(channel, queue, auto_ack=False):
            DOC
            for _ in range(50):
                method, properties, body = channel.basic_get(queue, auto_ack)
                if method is not None:
                    print(f"{queue}: got {body!r}")
                    return method
                time.sleep(0.1)
            raise SystemExit(f"{queue} is empty")
        """)
    }
    guard features.findsNothing else { return }
    helper(
      """
      def get_nothing(channel, queue, auto_ack=False):
          method, properties, body = channel.basic_get(queue, auto_ack)
          print(f"{queue} is empty" if method is None else f"{queue}: got {body!r}, which was \
      not expected")
      """)
  }

  private mutating func confirming() {
    let note =
      features.returns
      ? "returned.extend((each.method, each.body) for each in error.messages)" : "print(error)"
    helper(
      [
        Localized(
          "Publishes and waits for the confirm.",
          "발행하고 컨펌(confirm)을 기다립니다.")
      ],
      """
      def publish(channel, **message):
          DOC
          try:
              channel.basic_publish(**message)
          except pika.exceptions.UnroutableError as error:
              \(note)
          except pika.exceptions.NackError:
              print("RabbitMQ did not take the message")
      """)
  }

  private mutating func returning() {
    helper(
      [
        Localized(
          "Mandatory messages that no queue took.",
          "어느 큐도 받지 않은 mandatory 메시지입니다.")
      ],
      """
      returned = []


      def on_return(channel, method, properties, body):
          returned.append((method, body))


      def show_returned(count):
          DOC
          wait_until(lambda: len(returned) >= count, "a returned message")
          for method, body in returned[:count]:
              print(f"returned: {method.reply_code} {method.reply_text} {body!r}")
          del returned[:count]
      """)
  }

  private mutating func flushing() {
    helper(
      [
        Localized(
          "Waits until RabbitMQ has heard all that was sent on the channel: it answers in order.",
          "채널로 보낸 것을 RabbitMQ가 모두 받을 때까지 기다립니다. RabbitMQ는 순서대로 답합니다.")
      ],
      """
      def flush(channel):
          DOC
          channel.exchange_declare(exchange="amq.direct", passive=True)
      """)
  }
}
