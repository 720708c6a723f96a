import TokkiLanguage

extension Concept {
  static let competingConsumersCard = Concept(
    "competing consumers", "경쟁 컨슈머", in: .patterns,
    also: ["work queue", "work queues", "task queue", "작업 큐", "round robin", "라운드 로빈"],
    what: Localized(
      """
      Competing consumers are several consumers of one queue: each message goes to one of \
      them, in turn.
      """,
      """
      경쟁 컨슈머는 큐 하나를 함께 소비하는 여러 컨슈머입니다. 메시지마다 그중 하나가 돌아가며 받습니다.
      """),
    why: Localized(
      """
      More workers do more work; start another one when the queue grows. A work queue is this.
      """,
      """
      워커를 늘리면 그만큼 더 많이 처리합니다. 큐가 길어지면 워커를 더 띄우면 됩니다. 작업 큐(work queue)가 바로 이 방식입니다.
      """),
    example: [
      "declare queue tasks",
      "consume tasks as w1",
      "consume tasks as w2",
      "publish \"\" tasks a",
      "publish \"\" tasks b",
      "show",
    ],
    confusedWith: Localized(
      """
      For everybody to get each message they need a queue each: publish/subscribe. The order \
      between workers is not kept.
      """,
      """
      모두가 모든 메시지를 받으려면 각자 자기 큐가 있어야 합니다(발행/구독). 워커 사이에서는 순서가 보장되지 않습니다.
      """),
    see: ["prefetch", "ack", "publish/subscribe"],
    page: "Tutorials: Work Queues",
    at: "rabbitmq.com/tutorials/tutorial-two-python")

  static let pubsubCard = Concept(
    "publish/subscribe", "발행/구독", in: .patterns,
    also: ["pubsub", "pub sub", "publish subscribe", "게시/구독", "펍섭"],
    what: Localized(
      """
      In publish/subscribe every subscriber gets a copy of each message: each has a queue of \
      its own, bound to the same exchange.
      """,
      """
      발행/구독에서는 구독자마다 모든 메시지를 한 부씩 받습니다. 저마다 자기 큐를 같은 익스체인지에 바인딩합니다.
      """),
    why: Localized(
      """
      New receivers are added without touching the publisher.
      """,
      """
      발행하는 프로그램을 고치지 않고 받는 프로그램을 늘릴 수 있습니다.
      """),
    example: [
      "declare exchange logs fanout",
      "declare queue --exclusive as a",
      "bind queue \"\" logs as a",
      "declare queue --exclusive as b",
      "bind queue \"\" logs as b",
      "publish logs \"\" hello",
    ],
    confusedWith: Localized(
      """
      Who subscribes later does not get what was published before; that takes a stream.
      """,
      """
      구독하기 전에 발행된 메시지는 받지 못합니다. 그런 메시지까지 읽으려면 스트림(stream)을 씁니다.
      """),
    see: ["fanout exchange", "topic exchange", "server-named queue"],
    page: "Tutorials: Publish/Subscribe",
    at: "rabbitmq.com/tutorials/tutorial-three-python")

  static let rpcCard = Concept(
    "RPC", "RPC", in: .patterns,
    also: ["remote procedure call", "request reply", "request/reply", "원격 프로시저 호출", "요청 응답"],
    what: Localized(
      """
      RPC over a broker: a client publishes a request that says where the answer is to go \
      (reply-to) and which one it is (correlation id); a server consumes it and publishes the \
      answer there.
      """,
      """
      브로커를 거치는 RPC에서는 클라이언트가 응답을 받을 곳(reply-to)과 요청을 구별할 값(correlation id)을 적어 요청을 발행하고, \
      서버가 그 요청을 소비한 뒤 적힌 곳으로 응답을 발행합니다.
      """),
    why: Localized(
      """
      Several servers can share the requests, and none needs to be known by its address.
      """,
      """
      서버 여럿이 요청을 나누어 처리할 수 있고, 클라이언트는 서버의 주소를 몰라도 됩니다.
      """),
    example: [
      "declare queue rpc_queue",
      "consume rpc_queue as server --reply fib",
      "call \"\" rpc_queue 30",
    ],
    confusedWith: Localized(
      """
      A call that must be answered at once, by a server that is there, is often simpler over \
      HTTP or gRPC.
      """,
      """
      이미 떠 있는 서버가 곧바로 응답해야 하는 호출이라면 HTTP나 gRPC가 더 간단할 때가 많습니다.
      """),
    see: ["reply-to", "correlation id", "gRPC"],
    page: "Tutorials: RPC",
    at: "rabbitmq.com/tutorials/tutorial-six-python")

  static let replyToCard = Concept(
    "reply-to", "reply-to", in: .patterns,
    also: ["reply to", "reply queue", "direct reply-to", "amq.rabbitmq.reply-to", "응답 큐"],
    what: Localized(
      """
      Reply-to is a property that names the queue to which an answer is to be published. \
      amq.rabbitmq.reply-to stands for the asking channel itself, without a queue (direct \
      reply-to).
      """,
      """
      reply-to는 응답을 받을 큐의 이름을 적는 속성입니다. amq.rabbitmq.reply-to라고 적으면 큐를 만들지 않고 요청한 채널로 바로 \
      응답을 받습니다(direct reply-to).
      """),
    why: Localized(
      """
      The server need not know its clients: each request says where its answer goes.
      """,
      """
      서버는 클라이언트를 미리 알 필요가 없습니다. 어디로 응답할지 요청마다 적혀 있습니다.
      """),
    example: [
      "declare queue echo",
      "declare queue answers",
      "consume echo as server --reply echo",
      "publish \"\" echo hi --reply-to answers --correlation-id 1",
      "list messages answers",
    ],
    confusedWith: Localized(
      """
      It does not make anyone answer: it is a field like others, which the server has to use.
      """,
      """
      적는다고 저절로 응답이 오지는 않습니다. 서버가 읽고 사용해야 하는 필드일 뿐입니다.
      """),
    see: ["RPC", "correlation id", "properties"],
    page: "Direct Reply-to",
    at: "rabbitmq.com/docs/direct-reply-to")

  static let correlationIdCard = Concept(
    "correlation id", "correlation id", in: .patterns,
    also: ["correlation-id", "correlationid", "상관 id", "상관관계 아이디"],
    what: Localized(
      """
      The correlation id is a property by which an answer says to which request it belongs: \
      the server copies it from the request.
      """,
      """
      correlation id는 응답이 어느 요청에 대한 것인지 나타내는 속성입니다. 서버가 요청의 값을 응답에 그대로 옮겨 적습니다.
      """),
    why: Localized(
      """
      Answers may come in another order than the requests went, all through one reply queue.
      """,
      """
      응답 큐 하나로 여러 응답이 뒤섞인 순서로 와도 구별할 수 있습니다.
      """),
    example: [
      "declare queue echo",
      "declare queue answers",
      "consume echo as server --reply echo",
      "publish \"\" echo b --reply-to answers --correlation-id 2",
      "list messages answers",
    ],
    confusedWith: Localized(
      """
      The message id names a message; the correlation id is the same in a request and its \
      answer.
      """,
      """
      message id는 메시지마다 다르고, correlation id는 요청과 그 응답이 같습니다.
      """),
    see: ["RPC", "reply-to", "properties"],
    page: "Tutorials: RPC",
    at: "rabbitmq.com/tutorials/tutorial-six-python")

  static let atLeastOnceCard = Concept(
    "at-least-once", "적어도 한 번", in: .patterns,
    also: [
      "at least once", "delivery guarantees", "at most once", "exactly once", "최소 한 번", "전달 보장",
    ],
    what: Localized(
      """
      At-least-once means that no message is lost, but some may come twice. It takes publisher \
      confirms with sending again, mandatory (or an alternate exchange), durable queues, \
      persistent messages, and acks after the work.
      """,
      """
      적어도 한 번은 메시지를 잃지 않는 대신 같은 메시지가 두 번 올 수 있다는 뜻입니다. 퍼블리셔 컨펌(publisher confirm)과 재발행, \
      mandatory(또는 대체 익스체인지), durable 큐, persistent 메시지, 처리를 마친 뒤의 ack가 모두 필요합니다.
      """),
    why: Localized(
      """
      A crash between the work and its ack leaves no other choice: the broker cannot know, and \
      delivers again.
      """,
      """
      처리를 마치고 ack하기 전에 컨슈머가 죽으면, 브로커는 처리되었는지 알 수 없으므로 다시 전달할 수밖에 없습니다.
      """),
    example: [
      "declare queue q --durable",
      "confirm select",
      "publish \"\" q pay --persistent",
      "consume q as w1",
      "kill w1",
      "consume q as w2",
      "ack w2",
    ],
    confusedWith: Localized(
      """
      Auto-ack is at-most-once: nothing comes twice, and a crash loses messages. Exactly-once \
      is had only by idempotent work.
      """,
      """
      자동 ack는 최대 한 번(at-most-once)입니다. 두 번 오지 않는 대신, 컨슈머가 죽으면 메시지를 잃습니다. 정확히 한 \
      번(exactly-once)은 처리를 멱등하게 만들어야만 얻을 수 있습니다.
      """),
    see: ["idempotency", "publisher confirm", "mandatory", "ack", "redelivered"],
    page: "Reliability Guide",
    at: "rabbitmq.com/docs/reliability")

  static let idempotencyCard = Concept(
    "idempotency", "멱등성", in: .patterns,
    also: ["idempotent", "idempotence", "멱등", "중복 처리"],
    what: Localized(
      """
      Work is idempotent if doing it twice is the same as doing it once: setting a status is, \
      adding to a sum is not.
      """,
      """
      두 번 처리해도 한 번 처리한 것과 결과가 같으면 멱등합니다. 상태를 어떤 값으로 바꾸는 일은 멱등하고, 합계에 더하는 일은 멱등하지 않습니다.
      """),
    why: Localized(
      """
      With at-least-once delivery a message can come twice. Remember the message ids that are \
      done, or write the work so that it does not matter.
      """,
      """
      적어도 한 번(at-least-once) 전달에서는 같은 메시지가 두 번 올 수 있습니다. 처리한 message id를 기억해 두거나, 두 번 처리해도 \
      괜찮게 만드세요.
      """),
    example: [
      "declare queue q",
      "publish \"\" q \"set order 7 to paid\" --message-id order-7",
      "consume q as w1",
      "kill w1",
      "consume q as w2",
    ],
    confusedWith: Localized(
      """
      The redelivered flag does not tell doubles of the publisher's: the same message sent \
      twice comes twice without it.
      """,
      """
      발행하는 쪽에서 생긴 중복은 redelivered 표시로 알 수 없습니다. 두 번 발행된 메시지는 표시 없이 두 번 옵니다.
      """),
    see: ["at-least-once", "redelivered"],
    page: "Reliability Guide",
    at: "rabbitmq.com/docs/reliability")

  static let backpressureCard = Concept(
    "backpressure", "백프레셔", in: .patterns,
    also: ["back pressure", "flow control", "blocked", "memory alarm", "배압", "흐름 제어"],
    what: Localized(
      """
      Backpressure is how a slow part makes the parts before it slow down. A consumer does so \
      by prefetch. The broker slows connections that publish faster than its queues can \
      follow, and blocks them when memory or disk run short.
      """,
      """
      백프레셔는 처리가 밀릴 때 앞 단계가 속도를 늦추게 하는 장치입니다. 컨슈머는 프리페치(prefetch)로 받는 양을 제한합니다. 브로커는 큐가 \
      따라가지 못하면 발행하는 연결의 속도를 늦추고, 메모리나 디스크가 부족해지면 아예 막습니다.
      """),
    why: Localized(
      """
      Without it the slowest part is buried: its memory fills until it dies.
      """,
      """
      이런 장치가 없으면 가장 느린 단계에 메시지가 계속 쌓여 결국 메모리가 부족해지고 프로세스가 죽습니다.
      """),
    example: [
      "declare queue q --max-length 3 --overflow reject-publish",
      "confirm select",
      "publish \"\" q a --repeat 5",
      "list queues",
    ],
    confusedWith: Localized(
      """
      A queue that grows is no backpressure: it only hides for a while that consumers are too \
      slow.
      """,
      """
      큐가 길어지는 것은 백프레셔가 아닙니다. 컨슈머가 느리다는 사실을 잠시 가려 줄 뿐입니다.
      """),
    see: ["prefetch", "length limit", "publisher confirm"],
    page: "Flow Control",
    at: "rabbitmq.com/docs/flow-control")
}
