import TokkiLanguage

extension Concept {
  static let queueCard = Concept(
    "queue", "큐", in: .queues,
    also: ["queues", "대기열"],
    what: Localized(
      """
      A queue keeps messages in order until a consumer has taken and acknowledged them. Each \
      message is given to one consumer.
      """,
      """
      큐는 컨슈머가 가져가 ack할 때까지 메시지를 순서대로 보관합니다. 메시지 하나는 컨슈머 하나에게 갑니다.
      """),
    why: Localized(
      """
      Messages wait there while nobody is running or while everybody is busy.
      """,
      """
      받는 프로그램이 꺼져 있거나 모두 바쁠 때 메시지가 여기서 기다립니다.
      """),
    example: [
      "declare queue hello",
      "publish \"\" hello one",
      "publish \"\" hello two",
      "list queues",
      "get hello",
    ],
    confusedWith: Localized(
      """
      Publishing goes to an exchange, never to a queue itself; the default exchange only makes it \
      look so.
      """,
      """
      발행은 큐가 아니라 익스체인지로 합니다. 기본 익스체인지 덕분에 큐로 보내는 것처럼 보일 뿐입니다.
      """),
    see: ["exchange", "consumer", "durable", "classic queue", "quorum queue"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")

  static let classicQueueCard = Concept(
    "classic queue", "클래식 큐", in: .queues,
    also: ["classic", "클래식"],
    what: Localized(
      """
      A classic queue is the original type, and the one that is made unless another is asked for. \
      It lives on one node of a cluster.
      """,
      """
      클래식 큐는 원래부터 있던 종류로, 다른 종류를 말하지 않으면 이것이 만들어집니다. 클러스터의 노드 하나에 있습니다.
      """),
    why: Localized(
      """
      It is fast, and can do what quorum queues cannot: up to 255 priorities, exclusive and auto- \
      delete queues, messages that need not survive. It has no delivery limit.
      """,
      """
      빠르고, 쿼럼 큐에 없는 것이 있습니다. 255단계까지의 우선순위, exclusive와 auto-delete 큐, 남지 않아도 \
      되는 메시지입니다. delivery limit은 없습니다.
      """),
    example: [
      "declare queue scratch",
      "declare queue mine --exclusive",
      "list queues",
    ],
    confusedWith: Localized(
      """
      It is not replicated: mirrored classic queues are gone since RabbitMQ 4.0. For data that \
      must survive a node, use a quorum queue.
      """,
      """
      복제되지 않습니다. 미러링된 클래식 큐는 RabbitMQ 4.0에서 없어졌습니다. 노드가 죽어도 남아야 하면 쿼럼 큐를 쓰세요.
      """),
    see: ["quorum queue", "stream", "durable"],
    page: "Classic Queues",
    at: "rabbitmq.com/docs/classic-queues")

  static let quorumQueueCard = Concept(
    "quorum queue", "쿼럼 큐", in: .queues,
    also: ["quorum", "쿼럼", "raft"],
    what: Localized(
      """
      A quorum queue is kept on several nodes of a cluster, which agree on each message (by \
      Raft): it goes on while a majority of them is there. It is always durable.
      """,
      """
      쿼럼 큐는 클러스터의 여러 노드에 두고, 노드들이 메시지마다 (Raft로) 합의합니다. 과반이 살아 있으면 계속 동작합니다. 언제나 durable입니다.
      """),
    why: Localized(
      """
      For data that must not be lost. It also counts how often a message was delivered, and drops \
      one that always fails, or dead-letters it (delivery limit, 20 in RabbitMQ 4).
      """,
      """
      잃어버리면 안 되는 데이터에 씁니다. 메시지가 몇 번 전달되었는지도 세어, 계속 실패하는 것은 버리거나 데드 레터로 \
      보냅니다(delivery limit, RabbitMQ 4에서는 20).
      """),
    example: [
      "declare queue orders --durable --type quorum",
      "publish \"\" orders \"order 1\"",
      "list queues",
    ],
    confusedWith: Localized(
      """
      It cannot be exclusive or auto-delete, and knows no global prefetch. On a single node it \
      adds safety of data, not availability.
      """,
      """
      exclusive나 auto-delete로 만들 수 없고, global 프리페치도 없습니다. 노드가 하나뿐이면 데이터는 더 \
      안전해지지만 가용성은 높아지지 않습니다.
      """),
    see: ["classic queue", "delivery limit", "durable"],
    page: "Quorum Queues",
    at: "rabbitmq.com/docs/quorum-queues")

  static let streamCard = Concept(
    "stream", "스트림", in: .queues,
    also: ["streams", "스트림 큐", "log"],
    what: Localized(
      """
      A stream is a queue type that works as a log: messages stay after they were read, and each \
      consumer chooses where to begin.
      """,
      """
      스트림은 로그처럼 동작하는 큐 종류입니다. 읽은 뒤에도 메시지가 남고, 컨슈머마다 어디서부터 읽을지 고릅니다.
      """),
    why: Localized(
      """
      For many readers of the same messages, for reading again, and for very high rates.
      """,
      """
      같은 메시지를 여럿이 읽거나, 다시 읽거나, 아주 많은 양을 처리할 때 씁니다.
      """),
    example: [
      "explain error 540"
    ],
    confusedWith: Localized(
      """
      This sandbox has no streams: it refuses to declare one rather than pretend. A work queue, \
      in which a message goes away once it is done, is no stream.
      """,
      """
      이 샌드박스에는 스트림이 없습니다. 흉내 내는 대신 선언을 거절합니다. 처리하면 메시지가 없어지는 작업 큐와는 다릅니다.
      """),
    see: ["queue", "Kafka", "quorum queue"],
    page: "Streams and Superstreams",
    at: "rabbitmq.com/docs/streams")

  static let durableCard = Concept(
    "durable", "durable", in: .queues,
    also: ["durable queue", "durability", "내구성", "듀러블"],
    what: Localized(
      """
      A durable queue or exchange is there again after the broker restarts. One that is not is \
      gone.
      """,
      """
      durable인 큐나 익스체인지는 브로커가 다시 시작한 뒤에도 있습니다. 아니면 사라집니다.
      """),
    why: Localized(
      """
      Nobody has to declare everything again after a restart, and persistent messages have a \
      place to survive in.
      """,
      """
      브로커를 다시 시작한 뒤 모두 다시 선언하지 않아도 되고, 영속 메시지가 남을 곳이 생깁니다.
      """),
    example: [
      "declare queue kept --durable",
      "declare queue gone",
      "restart",
      "list queues",
    ],
    confusedWith: Localized(
      """
      It says nothing about messages: those have to be persistent themselves.
      """,
      """
      메시지에 대한 말이 아닙니다. 메시지는 그 자체로 영속 메시지여야 남습니다.
      """),
    see: ["persistent", "quorum queue", "exclusive", "auto-delete"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")

  static let exclusiveCard = Concept(
    "exclusive", "exclusive", in: .queues,
    also: ["exclusive queue", "exclusive queues", "전용 큐", "배타적"],
    what: Localized(
      """
      An exclusive queue belongs to the connection that declared it: nobody else can use it, and \
      it goes with the connection.
      """,
      """
      exclusive 큐는 선언한 커넥션의 것입니다. 다른 쪽은 쓸 수 없고, 커넥션이 끝나면 함께 사라집니다.
      """),
    why: Localized(
      """
      For queues that only one program needs while it runs: its share of a fanout, or its \
      replies.
      """,
      """
      프로그램 하나가 실행되는 동안만 필요한 큐에 씁니다. 팬아웃에서 자기 몫을 받거나 답을 받는 큐입니다.
      """),
    example: [
      "declare queue mine --exclusive as app",
      "list queues",
      "kill app",
      "list queues",
    ],
    confusedWith: Localized(
      """
      An exclusive consumer is another thing: it is the only consumer of a queue that anyone may \
      have declared.
      """,
      """
      exclusive 컨슈머와는 다릅니다. 그것은 누가 선언한 큐이든 혼자 소비하는 컨슈머입니다.
      """),
    see: ["auto-delete", "server-named queue", "single active consumer"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")
}
