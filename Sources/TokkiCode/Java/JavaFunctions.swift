/// What Java programs have behind `main`: only what they use.
extension JavaWriter {
  mutating func helpers() {
    if features.connects { connecting() }
    if features.failsAnswering || features.failsSilently { errors() }
    if features.waits || features.works { time() }
    if features.receives { receivers() }
    if features.works { workers() }
    if features.replies.contains(.fib) { fibonacci() }
    if features.takes || features.findsNothing { getting() }
    if features.returns { returning() }
    if features.flushes || features.failsSilently { flushing() }
    values()
  }

  private mutating func helper(_ english: String, _ korean: String, _ code: String) {
    text.space()
    comment(english, korean)
    text.add(code)
  }

  private mutating func connecting() {
    var parameters = "String name"
    var settings = ""
    if features.hasVirtualHosts {
      parameters += ", String virtualHost"
      settings +=
        "\n    if (virtualHost != null) {\n        factory.setVirtualHost(virtualHost);\n    }"
    }
    if features.hasUsers {
      parameters += ", String user"
      settings += """
        \n    if (user != null) {
                factory.setUsername(user);
                factory.setPassword(System.getenv().getOrDefault("AMQP_PASSWORD", ""));
            }
        """
    }
    if features.kills {
      settings += """
        \n    factory.setSocketConfigurator(socket -> {
                socket.setTcpNoDelay(true);
                SOCKETS.put(name, socket);
            });
        """
    }
    helper(
      "Opens a connection; the management page shows its name. One that is lost stays lost.",
      "연결을 엽니다. 관리 페이지에 그 이름이 나옵니다. 끊어진 연결은 다시 잇지 않습니다.",
      """
      static Connection connect(\(parameters)) throws Exception {
          ConnectionFactory factory = new ConnectionFactory();
          factory.setUri(System.getenv().getOrDefault("AMQP_URL", \
      "amqp://guest:guest@localhost:5672"));
          factory.setAutomaticRecoveryEnabled(false);\(settings)
          return factory.newConnection(name);
      }
      """)
    guard features.kills else { return }
    helper(
      "Ends a connection as a crash of its process does: without a goodbye.",
      "프로세스가 죽은 것처럼 인사 없이 연결을 끊습니다.",
      """
      static void kill(String name) throws Exception {
          SOCKETS.get(name).close();
          Thread.sleep(300); // RabbitMQ notices
      }

      static final Map<String, Socket> SOCKETS = new ConcurrentHashMap<>();
      """)
  }

  private mutating func errors() {
    helper(
      "RabbitMQ has refused something with that code.", "RabbitMQ가 그 코드로 거절했습니다.",
      """
      static void expectError(int code, Exception error) throws Exception {
          Throwable cause = error instanceof ShutdownSignalException ? error : error.getCause();
          if (cause instanceof ShutdownSignalException) {
              Method reason = ((ShutdownSignalException) cause).getReason();
              int found = reason instanceof AMQP.Channel.Close
                  ? ((AMQP.Channel.Close) reason).getReplyCode()
                  : ((AMQP.Connection.Close) reason).getReplyCode();
              if (found != code) {
                  throw error;
              }
              System.out.println("as expected: " + reason);
          } else {
              System.out.println("as expected: " + error.getMessage());
          }
      }
      """)
  }

  private mutating func time() {
    helper(
      "Lets time pass, scaled by TIME_SCALE.", "TIME_SCALE을 곱한 시간만큼 기다립니다.",
      """
      static void pause(long milliseconds) throws InterruptedException {
          double scale = Double.parseDouble(System.getenv().getOrDefault("TIME_SCALE", "1"));
          Thread.sleep((long) (milliseconds * scale));
      }
      """)
  }

  private mutating func receivers() {
    helper(
      "Keeps what it received, to acknowledge it later.",
      "나중에 ack할 수 있게 받은 메시지를 보관합니다.",
      """
      static class Receiver {
          final String name;
          final BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>();
          final List<Delivery> received = new ArrayList<>();

          Receiver(String name) {
              this.name = name;
          }

          void take(Delivery message) {
              arrived.add(message);
          }

          void receive(int count) throws InterruptedException {
              for (int i = 0; i < count; i++) {
                  Delivery message = arrived.poll(10, TimeUnit.SECONDS);
                  if (message == null) {
                      throw new IllegalStateException(name + " waited in vain for a message");
                  }
                  System.out.println("[" + name + "] received " + text(message.getBody()));
                  received.add(message);
              }
          }

          long tag(int index) {
              return received.get(index).getEnvelope().getDeliveryTag();
          }
      }
      """)
  }

  private mutating func workers() {
    helper(
      "Takes messages one after the other and acknowledges each when it is done.",
      "메시지를 하나씩 처리하고, 끝나면 ack합니다.",
      """
      static class Worker {
          interface Work {
              byte[] on(byte[] body) throws Exception;
          }

          final String name;
          final Channel channel;
          final boolean autoAck;
          final boolean replies;
          final Work work;
          final BlockingQueue<Delivery> tasks = new LinkedBlockingQueue<>();
          final Semaphore done = new Semaphore(0);
          int finished = 0;

          Worker(String name, Channel channel, boolean autoAck, boolean replies, Work work) {
              this.name = name;
              this.channel = channel;
              this.autoAck = autoAck;
              this.replies = replies;
              this.work = work;
              Thread thread = new Thread(this::run);
              thread.setDaemon(true);
              thread.start();
          }

          void take(Delivery message) {
              tasks.add(message);
          }

          void run() {
              try {
                  while (true) {
                      settle(tasks.take());
                      done.release();
                  }
              } catch (Exception gone) {
                  // The connection is closed.
              }
          }
      """)
    text.add("")
    settling()
  }

  private mutating func settling() {
    text.add(
      """
          void settle(Delivery message) throws Exception {
              System.out.println("[" + name + "] works on " + text(message.getBody()));
              long tag = message.getEnvelope().getDeliveryTag();
              AMQP.BasicProperties properties = message.getProperties();
              byte[] answer = null;
              boolean isDone = !replies || properties.getReplyTo() != null;
              try {
                  answer = work.on(message.getBody());
              } catch (NumberFormatException error) {
                  isDone = false;
              }
              if (isDone && replies) {
                  channel.basicPublish("", properties.getReplyTo(), new \
      AMQP.BasicProperties.Builder()
                      .correlationId(properties.getCorrelationId()).build(), answer);
              }
              if (!autoAck && isDone) {
                  channel.basicAck(tag, false);
              } else if (!autoAck) {
                  channel.basicReject(tag, false);
              }
          }

          void finish(int count) throws InterruptedException {
              for (; finished < count; finished++) {
                  if (!done.tryAcquire(60, TimeUnit.SECONDS)) {
                      throw new IllegalStateException(name + " does not finish");
                  }
              }
          }
      }
      """)
  }

  private mutating func fibonacci() {
    helper(
      "What the RPC server computes.", "RPC 서버가 하는 계산입니다.",
      """
      static long fib(int n) {
          long a = 0;
          long b = 1;
          for (int i = 0; i < n; i++) {
              long next = a + b;
              a = b;
              b = next;
          }
          return a;
      }
      """)
  }

  private mutating func getting() {
    if features.takes {
      helper(
        "Takes one message; one that is still on its way is waited for.",
        "메시지 하나를 꺼냅니다. 아직 오는 중이면 기다립니다.",
        """
        static GetResponse get(Channel channel, String queue, boolean autoAck) throws Exception {
            for (int i = 0; i < 50; i++) {
                GetResponse message = channel.basicGet(queue, autoAck);
                if (message != null) {
                    System.out.println(queue + ": got " + text(message.getBody()));
                    return message;
                }
                Thread.sleep(100);
            }
            throw new IllegalStateException(queue + " is empty");
        }
        """)
    }
    guard features.findsNothing else { return }
    helper(
      "Asks an empty queue for a message.", "빈 큐에서 꺼내 봅니다.",
      """
      static void getNothing(Channel channel, String queue, boolean autoAck) throws Exception {
          GetResponse message = channel.basicGet(queue, autoAck);
          System.out.println(queue + (message == null ? " is empty" : ": a message, which was \
      not expected"));
      }
      """)
  }

  private mutating func returning() {
    helper(
      "Mandatory messages that no queue took.", "어느 큐도 받지 않은 mandatory 메시지입니다.",
      """
      static final BlockingQueue<String> RETURNED = new LinkedBlockingQueue<>();

      static void showReturned(int count) throws InterruptedException {
          for (int i = 0; i < count; i++) {
              System.out.println("returned: " + RETURNED.poll(10, TimeUnit.SECONDS));
          }
      }
      """)
  }

  private mutating func flushing() {
    helper(
      "Waits until RabbitMQ has heard all that was sent on the channel: it answers in order.",
      "채널로 보낸 것을 RabbitMQ가 모두 받을 때까지 기다립니다. RabbitMQ는 순서대로 답합니다.",
      """
      static void flush(Channel channel) throws IOException {
          channel.exchangeDeclarePassive("amq.direct");
      }
      """)
  }

  private mutating func values() {
    if text.lines.contains(where: { $0.contains("text(") }) {
      text.space()
      text.add(
        """
        static String text(byte[] body) {
            return new String(body, StandardCharsets.UTF_8);
        }
        """)
    }
    guard text.lines.contains(where: { $0.contains("table(") }) else { return }
    helper(
      "A field table: names and values in turn.", "필드 테이블: 이름과 값을 번갈아 씁니다.",
      """
      static Map<String, Object> table(Object... entries) {
          Map<String, Object> table = new LinkedHashMap<>();
          for (int i = 0; i < entries.length; i += 2) {
              table.put((String) entries[i], entries[i + 1]);
          }
          return table;
      }
      """)
  }
}
