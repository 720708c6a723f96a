import TokkiLanguage

extension Concept {
  static let competingConsumersCard = Concept(
    "competing consumers", "경쟁 컨슈머", in: .patterns,
    also: ["work queue", "work queues", "task queue", "작업 큐", "round robin", "라운드 로빈"],
    what: Localized(
      """
      Competing consumers are several consumers of one queue: each message goes to one of them, \
      in turn.
      """,
      """
      경쟁 컨슈머는 큐 하나를 여러 컨슈머가 소비하는 것입니다. 메시지는 돌아가며 그중 하나에게 갑니다.
      """),
    why: Localized(
      """
      More workers do more work; start another one when the queue grows. A work queue is this.
      """,
      """
      워커를 늘리면 일을 더 많이 합니다. 큐가 길어지면 하나 더 실행하면 됩니다. 작업 큐가 바로 이것입니다.
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
      모두가 모든 메시지를 받으려면 큐가 각자 있어야 합니다(발행/구독). 워커들 사이에서는 순서가 지켜지지 않습니다.
      """),
    see: ["prefetch", "ack", "publish/subscribe"],
    page: "Tutorials: Work Queues",
    at: "rabbitmq.com/tutorials/tutorial-two-python")

  static let pubsubCard = Concept(
    "publish/subscribe", "발행/구독", in: .patterns,
    also: ["pubsub", "pub sub", "publish subscribe", "게시/구독", "펍섭"],
    what: Localized(
      """
      In publish/subscribe every subscriber gets a copy of each message: each has a queue of its \
      own, bound to the same exchange.
      """,
      """
      발행/구독에서는 구독자마다 모든 메시지를 한 부씩 받습니다. 구독자마다 같은 익스체인지에 바인딩한 자기 큐가 있습니다.
      """),
    why: Localized(
      """
      New receivers are added without touching the publisher.
      """,
      """
      발행하는 쪽을 건드리지 않고 받는 쪽을 늘릴 수 있습니다.
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
      나중에 구독하면 그전에 발행된 것은 받지 못합니다. 그것이 필요하면 스트림을 씁니다.
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
      브로커로 하는 RPC에서는 클라이언트가 답을 받을 곳(reply-to)과 요청의 표시(correlation id)를 적어 요청을 발행하고, 서버가 소비해서 그곳으로 \
      답을 발행합니다.
      """),
    why: Localized(
      """
      Several servers can share the requests, and none needs to be known by its address.
      """,
      """
      서버 여럿이 요청을 나눠 맡을 수 있고, 서버의 주소를 몰라도 됩니다.
      """),
    example: [
      "declare queue rpc_queue",
      "consume rpc_queue as server --reply fib",
      "call \"\" rpc_queue 30",
    ],
    confusedWith: Localized(
      """
      A call that must be answered at once, by a server that is there, is often simpler over HTTP \
      or gRPC.
      """,
      """
      지금 떠 있는 서버가 바로 답해야 하는 호출이라면 HTTP나 gRPC가 더 간단할 때가 많습니다.
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
      reply-to는 답을 발행할 큐의 이름을 적는 속성입니다. amq.rabbitmq.reply-to는 큐 없이 요청한 채널 자체를 뜻합니다(direct \
      reply-to).
      """),
    why: Localized(
      """
      The server need not know its clients: each request says where its answer goes.
      """,
      """
      서버가 클라이언트를 미리 알 필요가 없습니다. 요청마다 답할 곳이 적혀 있습니다.
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
      적는다고 저절로 답이 오지는 않습니다. 서버가 읽고 써야 하는 필드일 뿐입니다.
      """),
    see: ["RPC", "correlation id", "properties"],
    page: "Direct Reply-to",
    at: "rabbitmq.com/docs/direct-reply-to")

  static let correlationIdCard = Concept(
    "correlation id", "correlation id", in: .patterns,
    also: ["correlation-id", "correlationid", "상관 id", "상관관계 아이디"],
    what: Localized(
      """
      The correlation id is a property by which an answer says to which request it belongs: the \
      server copies it from the request.
      """,
      """
      correlation id는 답이 어느 요청의 것인지 알려 주는 속성입니다. 서버가 요청에서 그대로 옮겨 적습니다.
      """),
    why: Localized(
      """
      Answers may come in another order than the requests went, all through one reply queue.
      """,
      """
      답 큐 하나로 여러 답이 요청과 다른 순서로 와도 구별할 수 있습니다.
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
      The message id names a message; the correlation id is the same in a request and its answer.
      """,
      """
      message id는 메시지 하나의 이름이고, correlation id는 요청과 답이 같습니다.
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
      적어도 한 번이란 메시지를 잃지 않는 대신 두 번 올 수 있다는 뜻입니다. publisher confirm과 재발행, \
      mandatory(또는 대체 익스체인지), durable 큐, 영속 메시지, 일을 마친 뒤의 ack가 모두 필요합니다.
      """),
    why: Localized(
      """
      A crash between the work and its ack leaves no other choice: the broker cannot know, and \
      delivers again.
      """,
      """
      일을 마치고 ack하기 전에 죽으면 브로커는 알 수 없으므로 다시 전달할 수밖에 없습니다.
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
      Auto-ack is at-most-once: nothing comes twice, and a crash loses messages. Exactly-once is \
      had only by idempotent work.
      """,
      """
      자동 ack는 최대 한 번(at-most-once)입니다. 메시지가 두 번 오지 않는 대신, 컨슈머가 죽으면 메시지를 \
      잃습니다. 정확히 한 번은 멱등한 처리로만 얻을 수 있습니다.
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
      두 번 해도 한 번 한 것과 같으면 멱등한 일입니다. 상태를 정하는 것은 멱등하고, 합계에 더하는 것은 아닙니다.
      """),
    why: Localized(
      """
      With at-least-once delivery a message can come twice. Remember the message ids that are \
      done, or write the work so that it does not matter.
      """,
      """
      적어도 한 번 전달에서는 메시지가 두 번 올 수 있습니다. 처리한 message id를 기억하거나, 두 번 해도 괜찮게 만드세요.
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
      The redelivered flag does not tell doubles of the publisher's: the same message sent twice \
      comes twice without it.
      """,
      """
      redelivered 표시로는 발행 쪽의 중복을 알 수 없습니다. 두 번 발행된 메시지는 표시 없이 두 번 옵니다.
      """),
    see: ["at-least-once", "redelivered"],
    page: "Reliability Guide",
    at: "rabbitmq.com/docs/reliability")

  static let backpressureCard = Concept(
    "backpressure", "백프레셔", in: .patterns,
    also: ["back pressure", "flow control", "blocked", "memory alarm", "배압", "흐름 제어"],
    what: Localized(
      """
      Backpressure is how a slow part makes the parts before it slow down. A consumer does so by \
      prefetch, the broker by blocking connections that publish when memory or disk run short.
      """,
      """
      백프레셔는 느린 쪽이 앞쪽을 늦추게 하는 것입니다. 컨슈머는 프리페치로, 브로커는 메모리나 디스크가 모자라면 발행하는 커넥션을 막아서 합니다.
      """),
    why: Localized(
      """
      Without it the slowest part is buried: its memory fills until it dies.
      """,
      """
      없으면 가장 느린 쪽이 메모리가 꽉 차 죽을 때까지 일이 쌓입니다.
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
      큐가 길어지는 것은 백프레셔가 아닙니다. 컨슈머가 느린 것을 잠시 가릴 뿐입니다.
      """),
    see: ["prefetch", "length limit", "publisher confirm"],
    page: "Flow Control",
    at: "rabbitmq.com/docs/flow-control")
}
