/// What C# programs have behind their statements: only what they use.
extension CSharpWriter {
  mutating func helpers() {
    connecting()
    if features.failsAnswering || features.failsSilently { errors() }
    if features.waits || features.works { time() }
    if features.replies.contains(.fib) { fibonacci() }
    if features.takes || features.findsNothing { getting() }
    if features.returns { returning() }
    if features.flushes || features.failsSilently { flushing() }
    if program.consumers.contains(where: { $0.plan == nil }) { receivers() }
    if features.kills {
      text.add(
        """

        static class Sockets
        {
            public static readonly Dictionary<string, ITcpClient> Of = new();
        }
        """)
    }
    if features.works { workers() }
  }

  private mutating func helper(_ english: String, _ korean: String, _ code: String) {
    text.space()
    comment(english, korean)
    text.add(code)
  }

  private mutating func connecting() {
    let socket =
      features.kills
      ? "\n    factory.SocketFactory = family =>\n"
        + "        Sockets.Of[name] = ConnectionFactoryBase.DefaultSocketFactory(family);" : ""
    helper(
      "Opens a connection; the management page shows its name. One that is lost stays lost.",
      "연결을 엽니다. 관리 페이지에 그 이름이 나옵니다. 끊어진 연결은 다시 잇지 않습니다.",
      """
      static async Task<IConnection> ConnectAsync(string name, string? virtualHost = null, \
      string? user = null)
      {
          var url = Environment.GetEnvironmentVariable("AMQP_URL") ?? \
      "amqp://guest:guest@localhost:5672/";
          var factory = new ConnectionFactory { Uri = new Uri(url), AutomaticRecoveryEnabled = \
      false };
          if (virtualHost != null) factory.VirtualHost = virtualHost;
          if (user != null)
          {
              factory.UserName = user;
              factory.Password = Environment.GetEnvironmentVariable("AMQP_PASSWORD") ?? "";
          }\(socket)
          return await factory.CreateConnectionAsync(name);
      }
      """)
    guard features.kills else { return }
    helper(
      "Ends a connection as a crash of its process does: without a goodbye.",
      "프로세스가 죽은 것처럼 인사 없이 연결을 끊습니다.",
      """
      static async Task KillAsync(string name)
      {
          Sockets.Of[name].Close();
          await Task.Delay(300); // RabbitMQ notices
      }
      """)
  }

  private mutating func errors() {
    helper(
      "RabbitMQ refuses with that code what is done in the block.",
      "블록 안의 일을 RabbitMQ가 그 코드로 거절합니다.",
      """
      static async Task ExpectErrorAsync(ushort code, Func<Task> action)
      {
          try
          {
              await action();
          }
          catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == code)
          {
              Console.WriteLine($"as expected: {error.ShutdownReason.ReplyText}");
              return;
          }
          catch (BrokerUnreachableException error)
          {
              Console.WriteLine($"as expected: {error.Message}");
              return;
          }
          throw new InvalidOperationException($"expected {code}");
      }
      """)
  }

  private mutating func time() {
    helper(
      "Lets time pass, scaled by TIME_SCALE.", "TIME_SCALE을 곱한 시간만큼 기다립니다.",
      """
      static Task WaitAsync(double milliseconds, CancellationToken ending = default)
      {
          var scale = Environment.GetEnvironmentVariable("TIME_SCALE") ?? "1";
          var factor = double.Parse(scale, System.Globalization.CultureInfo.InvariantCulture);
          return Task.Delay(TimeSpan.FromMilliseconds(milliseconds * factor), ending);
      }
      """)
  }

  private mutating func fibonacci() {
    helper(
      "What the RPC server computes.", "RPC 서버가 하는 계산입니다.",
      """
      static long Fib(int n)
      {
          var (a, b) = (0L, 1L);
          for (var i = 0; i < n; i++) (a, b) = (b, a + b);
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
        static async Task<BasicGetResult> GetAsync(IChannel channel, string queue, bool autoAck)
        {
            for (var i = 0; i < 50; i++)
            {
                var message = await channel.BasicGetAsync(queue, autoAck);
                if (message != null)
                {
                    Console.WriteLine($"{queue}: got {Encoding.UTF8.GetString(message.Body.Span)}");
                    return message;
                }
                await Task.Delay(100);
            }
            throw new InvalidOperationException($"{queue} is empty");
        }
        """)
    }
    guard features.findsNothing else { return }
    helper(
      "Asks an empty queue for a message.", "빈 큐에서 꺼내 봅니다.",
      """
      static async Task GetNothingAsync(IChannel channel, string queue, bool autoAck)
      {
          var message = await channel.BasicGetAsync(queue, autoAck);
          Console.WriteLine(message == null ? $"{queue} is empty" : $"{queue}: a message, which \
      was not expected");
      }
      """)
  }

  private mutating func returning() {
    helper(
      "Mandatory messages that no queue took.", "어느 큐도 받지 않은 mandatory 메시지입니다.",
      """
      static async Task ShowReturnedAsync(ChannelReader<string> returned, int count)
      {
          for (var i = 0; i < count; i++) Console.WriteLine($"returned: {await \
      returned.ReadAsync()}");
      }
      """)
  }

  private mutating func flushing() {
    helper(
      "Waits until RabbitMQ has heard all that was sent on the channel: it answers in order.",
      "채널로 보낸 것을 RabbitMQ가 모두 받을 때까지 기다립니다. RabbitMQ는 순서대로 답합니다.",
      """
      static Task FlushAsync(IChannel channel) => channel.ExchangeDeclarePassiveAsync("amq.direct");
      """)
  }

  private mutating func receivers() {
    helper(
      "Keeps what it received, to acknowledge it later.",
      "나중에 ack할 수 있게 받은 메시지를 보관합니다.",
      """
      record Message(ulong DeliveryTag, byte[] Body);

      class Receiver
      {
          readonly string name;
          readonly Channel<Message> arrived = Channel.CreateUnbounded<Message>();
          public List<Message> Received { get; } = new();
          public AsyncEventingBasicConsumer Consumer { get; }

          public Receiver(string name, IChannel channel)
          {
              this.name = name;
              Consumer = new AsyncEventingBasicConsumer(channel);
              Consumer.ReceivedAsync += async (_, message) =>
                  await arrived.Writer.WriteAsync(new Message(message.DeliveryTag, \
      message.Body.ToArray()));
          }

          public async Task ReceiveAsync(int count)
          {
              for (var i = 0; i < count; i++)
              {
                  var message = await arrived.Reader.ReadAsync();
                  Console.WriteLine($"[{name}] received {Encoding.UTF8.GetString(message.Body)}");
                  Received.Add(message);
              }
          }
      }
      """)
  }

  private mutating func workers() {
    helper(
      "Takes messages one after the other and acknowledges each when it is done.",
      "메시지를 하나씩 처리하고, 끝나면 ack합니다.",
      """
      class Worker
      {
          readonly Channel<bool> done = Channel.CreateUnbounded<bool>();
          int finished;
          public AsyncEventingBasicConsumer Consumer { get; }

          public Worker(string name, IChannel channel, bool autoAck, bool replies, Func<byte[], \
      CancellationToken, Task<byte[]>> work)
          {
              Consumer = new AsyncEventingBasicConsumer(channel);
              Consumer.ReceivedAsync += async (_, message) =>
              {
                  var body = message.Body.ToArray();
                  var replyTo = message.BasicProperties.ReplyTo;
                  Console.WriteLine($"[{name}] works on {Encoding.UTF8.GetString(body)}");
                  byte[]? answer = null;
                  try
                  {
                      answer = await work(body, message.CancellationToken);
                  }
                  catch (OperationCanceledException)
                  {
                      return; // the channel is closing
                  }
                  catch (FormatException)
                  {
                  }
                  var isDone = answer != null && (!replies || replyTo != null);
                  try
                  {
                      if (isDone && replies)
                      {
                          var properties = new BasicProperties { CorrelationId = \
      message.BasicProperties.CorrelationId };
                          await channel.BasicPublishAsync("", replyTo!, false, properties, answer);
                      }
                      if (!autoAck && isDone) await channel.BasicAckAsync(message.DeliveryTag, \
      false);
                      if (!autoAck && !isDone) await \
      channel.BasicRejectAsync(message.DeliveryTag, false);
                  }
                  catch (AlreadyClosedException)
                  {
                      return; // the connection is gone
                  }
                  await done.Writer.WriteAsync(true);
              };
          }

          public async Task FinishAsync(int count)
          {
              for (; finished < count; finished++) await done.Reader.ReadAsync();
          }
      }
      """)
  }
}
