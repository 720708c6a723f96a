/// What JavaScript programs have behind `main`: only what they use.
extension JavaScriptWriter {
  mutating func helpers() {
    connecting()
    if features.failsAnswering || features.failsSilently { errors() }
    time()
    if features.receives { consumers() }
    if features.works { workers() }
    if features.replies.contains(.fib) { fibonacci() }
    if features.takes || features.findsNothing { getting() }
    if features.returns { returning() }
    if features.flushes { flushing() }
    if features.confirms { confirming() }
    if usesTransactions { transactions() }
  }

  private mutating func helper(_ english: String, _ korean: String, _ code: String) {
    text.space()
    comment(english, korean)
    text.add(code)
  }

  private mutating func connecting() {
    let noting =
      features.returns
      ? "\n  channel.on(\"return\", (message) => returned.push(message));" : ""
    helper(
      "Opens a connection; the management page shows its name."
        + (features.hasUsers ? " AMQP_PASSWORD is the password of users other than guest." : ""),
      "연결을 엽니다. 관리 페이지에 그 이름이 나옵니다."
        + (features.hasUsers ? " AMQP_PASSWORD는 guest가 아닌 사용자의 비밀번호입니다." : ""),
      """
      async function connect(name, virtualHost, user) {
        const url = new URL(process.env.AMQP_URL || "amqp://guest:guest@localhost:5672/");
        if (virtualHost !== undefined) url.pathname = "/" + encodeURIComponent(virtualHost);
        if (user !== undefined) {
          url.username = encodeURIComponent(user);
          url.password = encodeURIComponent(process.env.AMQP_PASSWORD || "");
        }
        const connection = await amqp.connect(url.href, { clientProperties: { connection_name: \
      name } });
        connection.on("error", () => {}); // what is refused is told where it was asked for
        connection.openChannels = new Set();
        return connection;
      }

      async function openChannel(connection, hasConfirms = false) {
        const channel = await (hasConfirms ? connection.createConfirmChannel() : \
      connection.createChannel());
        channel.on("error", () => {});\(noting)
        connection.openChannels.add(channel);
        channel.on("close", () => connection.openChannels.delete(channel));
        return channel;
      }
      """)
    helper(
      "Closes a connection after its channels: what they have yet to send is lost otherwise.",
      "채널을 먼저 닫고 연결을 닫습니다. 그러지 않으면 채널이 아직 보내지 못한 것을 잃습니다.",
      """
      async function close(connection) {
        for (const channel of connection.openChannels) await channel.close();
        await connection.close();
      }
      """)
    guard features.kills else { return }
    helper(
      "Ends a connection as a crash of its process does: without a goodbye.",
      "프로세스가 죽은 것처럼 인사 없이 연결을 끊습니다.",
      """
      async function kill(connection) {
        connection.connection.stream.destroy(new Error("killed"));
        await sleep(300); // RabbitMQ notices
      }
      """)
  }

  private mutating func errors() {
    helper(
      "RabbitMQ refuses something with that code.", "RabbitMQ가 그 코드로 거절합니다.",
      """
      async function expectError(code, promise) {
        const error = await promise.then(() => undefined, (caught) => caught);
        if (error === undefined || (error.code !== undefined && error.code !== code)) {
          throw new Error(`expected ${code}, got ${error}`);
        }
        console.log(`as expected: ${error.message}`);
      }
      """)
    helper(
      "The error by which a channel or a connection is closed after an action.",
      "어떤 일 뒤에 채널이나 연결이 닫히는 오류입니다.",
      """
      function errorOf(emitter, action) {
        return new Promise((resolve, reject) => {
          emitter.once("error", reject);
          setTimeout(resolve, 10000).unref();
          Promise.resolve(action()).catch(() => {});
        });
      }
      """)
  }

  private mutating func time() {
    helper(
      "Lets time pass, scaled by TIME_SCALE.", "TIME_SCALE을 곱한 시간만큼 기다립니다.",
      """
      function wait(milliseconds) {
        return sleep(milliseconds * Number(process.env.TIME_SCALE || 1));
      }

      function sleep(milliseconds) {
        return new Promise((resolve) => setTimeout(resolve, milliseconds));
      }

      async function waitUntil(hasCome, what) {
        for (let i = 0; !hasCome(); i++) {
          if (i > 6000) throw new Error(`waited in vain for ${what}`);
          await sleep(10);
        }
      }
      """)
  }

  private mutating func consumers() {
    helper(
      "Keeps what it received, to acknowledge it later.",
      "나중에 ack할 수 있게 받은 메시지를 보관합니다.",
      """
      class Consumer {
        constructor(name) {
          this.name = name;
          this.arrived = [];
          this.received = [];
        }

        take(message) {
          if (message !== null) this.arrived.push(message); // null: the broker cancels the consumer
        }

        async receive(count) {
          await waitUntil(() => this.arrived.length >= count, `a message for ${this.name}`);
          for (const message of this.arrived.splice(0, count)) {
            console.log(`[${this.name}] received ${message.content}`);
            this.received.push(message);
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
      class Worker {
        constructor(name, channel, noAck, replies, work) {
          Object.assign(this, { name, channel, noAck, replies, work });
          this.finished = 0;
          this.last = Promise.resolve();
        }

        take(message) {
          if (message === null) return;
          this.last = this.last.then(() => this.settle(message)).catch(() => {}); // the channel \
      is gone
        }

        async settle(message) {
          console.log(`[${this.name}] works on ${message.content}`);
          const { replyTo, correlationId } = message.properties;
          let isDone = !this.replies || replyTo !== undefined;
          let answer;
          try {
            answer = await this.work(message.content);
          } catch (error) {
            isDone = false;
          }
          if (isDone && this.replies) this.channel.publish("", replyTo, answer, { correlationId });
          if (!this.noAck && isDone) this.channel.ack(message);
          if (!this.noAck && !isDone) this.channel.reject(message, false);
          this.finished++;
        }

        finish(count) {
          return waitUntil(() => this.finished >= count, `${this.name} to finish`);
        }
      }
      """)
  }

  private mutating func fibonacci() {
    helper(
      "What the RPC server computes.", "RPC 서버가 하는 계산입니다.",
      """
      function fib(text) {
        if (!/^[0-9]+$/.test(text)) throw new Error("no number");
        let [a, b] = [0n, 1n];
        for (let i = 0; i < Number(text); i++) [a, b] = [b, a + b];
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
        async function get(channel, queue, options) {
          for (let i = 0; i < 50; i++) {
            const message = await channel.get(queue, options);
            if (message) {
              console.log(`${queue}: got ${message.content}`);
              return message;
            }
            await sleep(100);
          }
          throw new Error(`${queue} is empty`);
        }
        """)
    }
    guard features.findsNothing else { return }
    helper(
      "Asks an empty queue for a message.", "빈 큐에서 꺼내 봅니다.",
      """
      async function getNothing(channel, queue, options) {
        const message = await channel.get(queue, options);
        console.log(message ? `${queue}: got ${message.content}, which was not expected` : \
      `${queue} is empty`);
      }
      """)
  }

  private mutating func returning() {
    helper(
      "Mandatory messages that no queue took.", "어느 큐도 받지 않은 mandatory 메시지입니다.",
      """
      const returned = [];

      async function showReturned(count) {
        await waitUntil(() => returned.length >= count, "a returned message");
        for (const { fields, content } of returned.splice(0, count)) {
          console.log(`returned: ${fields.replyCode} ${fields.replyText} ${content}`);
        }
      }
      """)
  }

  private mutating func flushing() {
    helper(
      "Waits until RabbitMQ has heard all that was sent on the channel: it answers in order.",
      "채널로 보낸 것을 RabbitMQ가 모두 받을 때까지 기다립니다. RabbitMQ는 순서대로 답합니다.",
      """
      function flush(channel) {
        return channel.checkExchange("amq.direct");
      }
      """)
  }

  private mutating func confirming() {
    helper(
      "Tells where RabbitMQ did not take a message.", "RabbitMQ가 메시지를 받지 못하면 알립니다.",
      """
      function showConfirm(channel) {
        return channel.waitForConfirms().catch((error) => {
          if (error.message !== "message nacked") throw error;
          console.log("RabbitMQ did not take the message");
        });
      }
      """)
  }

  private mutating func transactions() {
    helper(
      "amqplib has no functions for transactions: these are the numbers of their methods.",
      "amqplib에는 트랜잭션 함수가 없어, 메서드의 번호를 씁니다.",
      "const tx = { select: 0x5a000a, commit: 0x5a0014, rollback: 0x5a001e };")
  }
}
