import TokkiLanguage

/// What Go programs have behind `main`: only what they use.
extension GoWriter {
  mutating func helpers() {
    connecting()
    errors()
    if usesTime { time() }
    if features.receives { consumers() }
    if features.works { workers() }
    if features.replies.contains(.fib) { fibonacci() }
    if features.takes || features.findsNothing { getting() }
    if features.returns { returning() }
    if features.flushes { flushing() }
  }

  private mutating func helper(_ english: String, _ korean: String, _ code: String) {
    text.space()
    comment(english, korean)
    text.add(code)
  }

  private mutating func connecting() {
    guard features.connects else { return }
    var parameters = "name string"
    if features.hasVirtualHosts { parameters = "name, virtualHost string" }
    if features.hasUsers {
      parameters = features.hasVirtualHosts ? "name, virtualHost, user string" : "name, user string"
    }
    var settings = ""
    if features.hasVirtualHosts { settings += "\n\tconfig.Vhost = virtualHost" }
    if features.hasUsers {
      settings += """
        \n\tif user != "" {
        \t\tpassword := os.Getenv("AMQP_PASSWORD")
        \t\tconfig.SASL = []amqp.Authentication{&amqp.PlainAuth{Username: user, Password: password}}
        \t}
        """
    }
    if features.kills {
      settings += """
        \n\tconfig.Dial = func(network, address string) (net.Conn, error) {
        \t\tsocket, err := amqp.DefaultDial(30*time.Second)(network, address)
        \t\tsockets[name] = socket
        \t\treturn socket, err
        \t}
        """
    }
    helper(
      "connect opens a connection; the management page shows its name."
        + (features.hasUsers ? " AMQP_PASSWORD is the password of users other than guest." : ""),
      "connect는 연결을 엽니다. 관리 페이지에 그 이름이 나옵니다."
        + (features.hasUsers ? " AMQP_PASSWORD는 guest가 아닌 사용자의 비밀번호입니다." : ""),
      """
      func connect(\(parameters)) (*amqp.Connection, error) {
      \turl := os.Getenv("AMQP_URL")
      \tif url == "" {
      \t\turl = "amqp://guest:guest@localhost:5672/"
      \t}
      \tconfig := amqp.Config{Properties: amqp.Table{"connection_name": name}}\(settings)
      \treturn amqp.DialConfig(url, config)
      }
      """)
    guard features.kills else { return }
    helper(
      "kill ends a connection as a crash of its process does: without a goodbye.",
      "kill은 프로세스가 죽은 것처럼 인사 없이 연결을 끊습니다.",
      """
      func kill(name string) {
      \tsockets[name].Close()
      \ttime.Sleep(300 * time.Millisecond) // RabbitMQ notices
      }

      var sockets = map[string]net.Conn{}
      """)
  }

  private mutating func errors() {
    helper(
      "check ends the program with an error, must too, or gives the value.",
      "check와 must는 오류가 있으면 프로그램을 끝냅니다. must는 값을 돌려줍니다.",
      """
      func check(err error) {
      \tif err != nil {
      \t\tlog.Fatal(err)
      \t}
      }

      func must[T any](value T, err error) T {
      \tcheck(err)
      \treturn value
      }
      """)
    guard features.failsAnswering || features.failsSilently else { return }
    helper(
      "expectError checks that RabbitMQ refuses something with that code.",
      "expectError는 RabbitMQ가 그 코드로 거절하는지 확인합니다.",
      """
      func expectError(code int, err error) {
      \tvar exception *amqp.Error
      \tif !errors.As(err, &exception) || exception.Code != code {
      \t\tlog.Fatalf("expected %d, got %v", code, err)
      \t}
      \tlog.Printf("as expected: %d %s", exception.Code, exception.Reason)
      }

      func errorOf[T any](_ T, err error) error { return err }
      """)
    guard features.failsSilently else { return }
    helper(
      "expectClose waits until RabbitMQ closes a channel with that code.",
      "expectClose는 RabbitMQ가 그 코드로 채널을 닫을 때까지 기다립니다.",
      """
      func expectClose(closed chan *amqp.Error, code int) {
      \tselect {
      \tcase exception := <-closed:
      \t\texpectError(code, exception)
      \tcase <-time.After(10 * time.Second):
      \t\tlog.Fatalf("expected %d, waited in vain", code)
      \t}
      }
      """)
  }

  private mutating func time() {
    helper(
      "wait lets time pass, scaled by TIME_SCALE.", "wait는 TIME_SCALE을 곱한 시간만큼 기다립니다.",
      """
      func wait(duration time.Duration) {
      \tscale, err := strconv.ParseFloat(os.Getenv("TIME_SCALE"), 64)
      \tif err != nil {
      \t\tscale = 1
      \t}
      \ttime.Sleep(time.Duration(float64(duration) * scale))
      }
      """)
  }

  private mutating func consumers() {
    helper(
      "consumer keeps what it received, to acknowledge it later.",
      "consumer는 나중에 ack할 수 있게 받은 메시지를 보관합니다.",
      """
      type consumer struct {
      \tname       string
      \tdeliveries <-chan amqp.Delivery
      \treceived   []amqp.Delivery
      }
      """)
    helper(
      "receive waits for that many messages more.", "receive는 메시지를 그만큼 더 기다립니다.",
      """
      func (c *consumer) receive(count int) {
      \tfor i := 0; i < count; i++ {
      \t\tselect {
      \t\tcase message, ok := <-c.deliveries:
      \t\t\tif !ok {
      \t\t\t\tlog.Fatalf("[%s] the consumer is over", c.name)
      \t\t\t}
      \t\t\tlog.Printf("[%s] received %q", c.name, message.Body)
      \t\t\tc.received = append(c.received, message)
      \t\tcase <-time.After(10 * time.Second):
      \t\t\tlog.Fatalf("[%s] waited in vain for a message", c.name)
      \t\t}
      \t}
      }
      """)
  }

  private mutating func workers() {
    helper(
      "worker takes messages one after the other and acknowledges each when it is done.",
      "worker는 메시지를 하나씩 처리하고, 끝나면 ack합니다.",
      """
      type worker struct {
      \tname     string
      \tdone     chan bool
      \tfinished int
      }

      func startWorker(name string, deliveries <-chan amqp.Delivery, autoAck bool, work \
      func(amqp.Delivery) error) *worker {
      \tw := &worker{name: name, done: make(chan bool, 10000)}
      \tgo func() {
      \t\tfor message := range deliveries {
      \t\t\tlog.Printf("[%s] works on %q", name, message.Body)
      \t\t\terr := work(message)
      \t\t\tif err != nil {
      \t\t\t\tlog.Printf("[%s] cannot do it: %v", name, err)
      \t\t\t}
      \t\t\tif !autoAck && err != nil {
      \t\t\t\terr = message.Reject(false)
      \t\t\t} else if !autoAck {
      \t\t\t\terr = message.Ack(false)
      \t\t\t}
      \t\t\tif err != nil && !autoAck {
      \t\t\t\treturn // the connection is gone
      \t\t\t}
      \t\t\tw.done <- true
      \t\t}
      \t}()
      \treturn w
      }

      // finish waits until that many messages are done in all.
      func (w *worker) finish(count int) {
      \tfor ; w.finished < count; w.finished++ {
      \t\t<-w.done
      \t}
      }
      """)
  }

  private mutating func fibonacci() {
    helper(
      "fib is what the RPC server computes.", "fib는 RPC 서버가 하는 계산입니다.",
      """
      func fib(n int) int {
      \ta, b := 0, 1
      \tfor i := 0; i < n; i++ {
      \t\ta, b = b, a+b
      \t}
      \treturn a
      }
      """)
  }

  private mutating func getting() {
    if features.takes {
      helper(
        "get takes one message; one that is still on its way is waited for.",
        "get은 메시지 하나를 꺼냅니다. 아직 오는 중이면 기다립니다.",
        """
        func get(channel *amqp.Channel, queue string, autoAck bool) amqp.Delivery {
        \tfor i := 0; i < 50; i++ {
        \t\tmessage, ok, err := channel.Get(queue, autoAck)
        \t\tcheck(err)
        \t\tif ok {
        \t\t\tlog.Printf("%s: got %q", queue, message.Body)
        \t\t\treturn message
        \t\t}
        \t\ttime.Sleep(100 * time.Millisecond)
        \t}
        \tlog.Fatalf("%s is empty", queue)
        \tpanic("unreachable")
        }
        """)
    }
    guard features.findsNothing else { return }
    helper(
      "getNothing asks an empty queue for a message.", "getNothing은 빈 큐에서 꺼내 봅니다.",
      """
      func getNothing(channel *amqp.Channel, queue string, autoAck bool) {
      \tmessage, ok, err := channel.Get(queue, autoAck)
      \tcheck(err)
      \tif ok {
      \t\tlog.Printf("%s: got %q, which was not expected", queue, message.Body)
      \t} else {
      \t\tlog.Printf("%s is empty", queue)
      \t}
      }
      """)
  }

  private mutating func returning() {
    helper(
      "showReturned waits for mandatory messages that no queue took.",
      "showReturned는 어느 큐도 받지 않은 mandatory 메시지를 기다립니다.",
      """
      func showReturned(returned <-chan amqp.Return, count int) {
      \tfor i := 0; i < count; i++ {
      \t\tselect {
      \t\tcase message := <-returned:
      \t\t\tlog.Printf("returned: %d %s %q", message.ReplyCode, message.ReplyText, message.Body)
      \t\tcase <-time.After(10 * time.Second):
      \t\t\tlog.Fatal("waited in vain for a returned message")
      \t\t}
      \t}
      }
      """)
  }

  private mutating func flushing() {
    helper(
      "flush waits until RabbitMQ has heard all that was sent on the channel: it answers in order.",
      "flush는 채널로 보낸 것을 RabbitMQ가 모두 받을 때까지 기다립니다. RabbitMQ는 순서대로 답합니다.",
      """
      func flush(channel *amqp.Channel) {
      \tcheck(channel.ExchangeDeclarePassive("amq.direct", "direct", true, false, false, false, \
      nil))
      }
      """)
  }
}
