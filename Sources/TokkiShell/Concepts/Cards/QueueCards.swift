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
      큐는 컨슈머가 가져가서 ack할 때까지 메시지를 순서대로 보관합니다. 메시지 하나는 컨슈머 하나에만 전달됩니다.
      """),
    why: Localized(
      """
      Messages wait there while nobody is running or while everybody is busy.
      """,
      """
      받는 프로그램이 꺼져 있거나 모두 바쁠 때 메시지가 큐에서 기다립니다.
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
      Publishing goes to an exchange, never to a queue itself; the default exchange only makes \
      it look so.
      """,
      """
      메시지는 큐가 아니라 익스체인지에 발행합니다. 기본 익스체인지(default exchange) 때문에 큐에 바로 보내는 것처럼 보일 뿐입니다.
      """),
    see: ["exchange", "consumer", "durable", "classic queue", "quorum queue"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")

  static let classicQueueCard = Concept(
    "classic queue", "클래식 큐", in: .queues,
    also: ["classic", "클래식"],
    what: Localized(
      """
      A classic queue is the original type, and the one that is made unless another is asked \
      for. It lives on one node of a cluster.
      """,
      """
      클래식 큐는 처음부터 있던 큐 타입으로, 타입을 지정하지 않으면 이 타입이 됩니다. 클러스터의 노드 하나에만 있습니다.
      """),
    why: Localized(
      """
      It is fast, and can do what quorum queues cannot: up to 255 priorities, exclusive and \
      auto-delete queues, messages that need not survive. It has no delivery limit.
      """,
      """
      빠르고, 쿼럼 큐(quorum queue)에서 안 되는 것을 할 수 있습니다. 우선순위를 255단계까지 쓸 수 있고, exclusive 큐와 \
      auto-delete 큐를 만들 수 있고, 남지 않아도 되는 메시지를 다룰 수 있습니다. 전달 횟수 제한(delivery limit)은 없습니다.
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
      복제되지 않습니다. 클래식 큐 미러링은 RabbitMQ 4.0에서 없어졌습니다. 노드가 죽어도 잃으면 안 되는 데이터에는 쿼럼 큐를 쓰세요.
      """),
    see: ["quorum queue", "stream", "durable"],
    page: "Classic Queues",
    at: "rabbitmq.com/docs/classic-queues")

  static let quorumQueueCard = Concept(
    "quorum queue", "쿼럼 큐", in: .queues,
    also: ["quorum", "쿼럼", "raft", "x-queue-type", "queue type", "큐 타입"],
    what: Localized(
      """
      A quorum queue (x-queue-type quorum) is kept on several nodes of a cluster, which agree \
      on each message (by Raft): it goes on while a majority of them is there. It is always \
      durable.
      """,
      """
      쿼럼 큐(x-queue-type이 quorum)는 클러스터의 여러 노드에 복제되고, 노드들이 Raft로 메시지마다 합의합니다. 과반수가 살아 있으면 \
      계속 동작합니다. 언제나 durable입니다.
      """),
    why: Localized(
      """
      For data that must not be lost. It also counts how often a message was delivered, and \
      drops one that always fails, or dead-letters it (delivery limit, 20 in RabbitMQ 4).
      """,
      """
      잃으면 안 되는 데이터에 씁니다. 메시지가 몇 번 전달되었는지도 세어, 계속 실패하는 메시지는 버리거나 데드 레터(dead letter)로 보냅니다. \
      이 전달 횟수 제한(delivery limit)은 RabbitMQ 4에서 기본 20입니다.
      """),
    example: [
      "declare queue orders --durable --type quorum",
      "publish \"\" orders \"order 1\"",
      "list queues",
    ],
    confusedWith: Localized(
      """
      The type is fixed when the queue is declared, and no policy can set it. A quorum queue \
      cannot be exclusive or auto-delete, and knows no global prefetch. On a single node it \
      adds safety of data, not availability.
      """,
      """
      타입은 선언할 때 정해지고, 정책으로는 바꿀 수 없습니다. 쿼럼 큐는 exclusive나 auto-delete로 만들 수 없고, global \
      프리페치(prefetch)도 쓸 수 없습니다. 노드가 하나뿐이면 데이터는 더 안전해지지만 가용성은 높아지지 않습니다.
      """),
    see: ["classic queue", "delivery limit", "durable"],
    page: "Quorum Queues",
    at: "rabbitmq.com/docs/quorum-queues")

  static let streamCard = Concept(
    "stream", "스트림", in: .queues,
    also: ["streams", "스트림 큐", "log", "super stream", "슈퍼 스트림", "x-stream-offset", "x-max-age"],
    what: Localized(
      """
      A stream is a queue type that works as a log: messages stay after they were read until \
      they are too old or too many (retention), and each consumer chooses where to begin \
      (x-stream-offset).
      """,
      """
      스트림은 로그처럼 동작하는 큐 타입입니다. 메시지는 읽은 뒤에도 남아 있다가 보존 기간이나 크기 제한(retention)을 넘으면 지워집니다. 어디부터 \
      읽을지는 컨슈머마다 정합니다(x-stream-offset).
      """),
    why: Localized(
      """
      For many readers of the same messages, for reading again, and for very high rates.
      """,
      """
      같은 메시지를 여러 컨슈머가 읽거나, 지난 메시지를 다시 읽거나, 처리량이 아주 많을 때 씁니다.
      """),
    example: [
      "declare queue log --durable --type stream",
      "explain error",
    ],
    confusedWith: Localized(
      """
      This sandbox has no streams: as you see, it refuses to declare one rather than pretend. \
      A real broker takes the same line. A work queue, in which a message goes away once it is \
      done, is no stream.
      """,
      """
      이 샌드박스에는 스트림이 없습니다. 위에서 보듯 흉내 내는 대신 선언을 거절합니다. 같은 명령을 실제 브로커에서는 쓸 수 있습니다. 처리가 끝나면 \
      메시지가 사라지는 작업 큐와는 다릅니다.
      """),
    see: ["queue", "Kafka", "quorum queue"],
    page: "Streams and Superstreams",
    at: "rabbitmq.com/docs/streams")

  static let durableCard = Concept(
    "durable", "durable", in: .queues,
    also: ["durable queue", "durability", "내구성", "듀러블"],
    what: Localized(
      """
      A durable queue or exchange is there again after the broker restarts. One that is not (a \
      transient one) is gone.
      """,
      """
      durable로 선언한 큐나 익스체인지는 브로커를 다시 시작해도 남아 있습니다. 그렇지 않은 것(transient)은 브로커를 다시 시작하면 \
      사라집니다.
      """),
    why: Localized(
      """
      Nobody has to declare everything again after a restart, and persistent messages have a \
      place to survive in.
      """,
      """
      브로커를 다시 시작할 때마다 전부 새로 선언할 필요가 없습니다. persistent 메시지도 durable 큐 안에 있어야 살아남습니다.
      """),
    example: [
      "declare queue kept --durable",
      "declare queue gone",
      "restart",
      "list queues",
    ],
    confusedWith: Localized(
      """
      It says nothing about messages: those have to be persistent themselves, except in a quorum \
      queue, which keeps them all. A queue that is \
      neither durable nor exclusive is deprecated: RabbitMQ 4.0 still takes one, 4.3 refuses \
      it unless the administrator permits transient_nonexcl_queues.
      """,
      """
      메시지까지 남는다는 뜻은 아닙니다. 모든 메시지를 보관하는 쿼럼 큐가 아니라면 메시지도 persistent여야 \
      남습니다. durable도 exclusive도 아닌 큐는 폐기 예정(deprecated)입니다. RabbitMQ 4.0은 아직 받아 주지만, 4.3은 \
      관리자가 transient_nonexcl_queues를 허용하지 않으면 거절합니다.
      """),
    see: ["persistent", "quorum queue", "exclusive", "auto-delete"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")

  static let exclusiveCard = Concept(
    "exclusive", "exclusive", in: .queues,
    also: ["exclusive queue", "exclusive queues", "전용 큐", "배타적"],
    what: Localized(
      """
      An exclusive queue belongs to the connection that declared it: nobody else can use it, \
      and it goes with the connection.
      """,
      """
      exclusive 큐는 선언한 연결만 쓸 수 있는 큐입니다. 다른 연결은 쓸 수 없고, 그 연결이 닫히면 함께 사라집니다.
      """),
    why: Localized(
      """
      For queues that only one program needs while it runs: its share of a fanout, or its \
      replies.
      """,
      """
      프로그램 하나가 실행되는 동안만 필요한 큐에 씁니다. fanout 익스체인지에서 자기 몫을 받는 큐나 RPC의 응답 큐가 그렇습니다.
      """),
    example: [
      "declare queue mine --exclusive as app",
      "list queues",
      "kill app",
      "list queues",
    ],
    confusedWith: Localized(
      """
      An exclusive consumer is another thing: it is the only consumer of a queue that anyone \
      may have declared.
      """,
      """
      exclusive 컨슈머와는 다릅니다. 그것은 누가 선언했든 그 큐를 혼자 소비하는 컨슈머입니다.
      """),
    see: ["auto-delete", "server-named queue", "single active consumer"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")
}
