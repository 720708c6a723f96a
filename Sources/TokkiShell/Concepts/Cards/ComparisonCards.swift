import TokkiLanguage

extension Concept {
  static let kafkaCard = Concept(
    "Kafka", "카프카", in: .comparisons,
    also: ["apache kafka", "kafka vs rabbitmq", "partition", "consumer group", "파티션", "컨슈머 그룹"],
    what: Localized(
      """
      Kafka keeps the messages of a topic in partitions, logs to which they are appended. \
      Reading removes nothing: messages go when the topic's retention ends. In a consumer \
      group each partition is read by one consumer, and the group stores how far it has read \
      (its offsets). RabbitMQ's queues hand each message to one consumer and remove it once it \
      is acknowledged.
      """,
      """
      Kafka는 토픽의 메시지를 파티션(partition)이라는 로그에 덧붙여 저장합니다. 읽어도 지워지지 않고 보존(retention) 기간이나 크기를 \
      넘어야 지워집니다. 컨슈머 그룹(consumer group) 안에서는 파티션 하나를 컨슈머 하나가 읽고, 어디까지 읽었는지(offset)를 그룹마다 \
      저장합니다. RabbitMQ의 큐는 메시지를 컨슈머 하나에 전달하고 ack를 받으면 지웁니다.
      """),
    why: Localized(
      """
      RabbitMQ's queues suit tasks: routing by rules, an ack and a retry for each message, \
      priorities, TTL, replies. Kafka suits streams of events: many independent readers, \
      replaying what is past, order within a partition, very high throughput. RabbitMQ's \
      nearest to that are its streams: logs with retention and offsets, and super streams as \
      their partitions.
      """,
      """
      RabbitMQ의 큐는 작업에 알맞습니다. 규칙에 따른 라우팅, 메시지마다의 ack와 재시도, 우선순위, TTL, 응답이 필요할 때입니다. Kafka는 \
      이벤트 스트림에 알맞습니다. 서로 독립적으로 읽는 프로그램이 많거나, 지난 메시지를 다시 읽거나(replay), 파티션 안의 순서를 지키거나, 처리량이 \
      아주 많을 때입니다. RabbitMQ에서 이에 가장 가까운 것은 스트림(stream)입니다. 보존 기간과 offset이 있는 로그이고, 슈퍼 \
      스트림(super stream)이 파티션 역할을 합니다.
      """),
    example: [
      "declare exchange events topic",
      "declare queue billing",
      "bind queue billing events order.#",
      "publish events order.created \"order 7\"",
      "consume billing as w",
      "ack w",
      "list queues",
    ],
    confusedWith: Localized(
      """
      A Kafka topic is a stored log, RabbitMQ's topic exchange a routing rule that stores \
      nothing. In a consumer group, consumers beyond the number of partitions get nothing \
      (Kafka's newer share groups lift that); a queue shares its messages among any number of \
      consumers, but then keeps no order between them.
      """,
      """
      Kafka의 토픽은 저장된 로그이고, RabbitMQ의 topic 익스체인지는 아무것도 저장하지 않는 라우팅 규칙입니다. 컨슈머 그룹에서는 파티션 \
      수보다 많은 컨슈머는 메시지를 받지 못합니다(새로 나온 share group에는 이 제한이 없습니다). 큐는 컨슈머가 몇이든 메시지를 나누어 주지만, \
      그러면 컨슈머 사이의 순서는 지켜지지 않습니다.
      """),
    see: ["stream", "topic exchange", "competing consumers", "at-least-once"],
    page: "Streams and Superstreams",
    at: "rabbitmq.com/docs/streams")

  static let grpcCard = Concept(
    "gRPC", "gRPC", in: .comparisons,
    also: ["http", "rest", "grpc vs rabbitmq", "synchronous call", "protobuf", "동기 호출"],
    what: Localized(
      """
      With gRPC a client calls a method of a server over HTTP/2 and waits for its answer, as \
      long as its deadline allows; a streaming call carries many messages, in one direction or \
      both. Client and server have to be up at the same time, and a contract (usually \
      protobuf) says what may be called. With RabbitMQ a message waits in a queue until \
      somebody works on it, and the publisher goes on.
      """,
      """
      gRPC에서는 클라이언트가 HTTP/2로 서버의 메서드를 호출하고, 정해 둔 시한(deadline)까지 응답을 기다립니다. 스트리밍(streaming) \
      호출은 한 방향이나 양방향으로 메시지를 여러 개 주고받습니다. 클라이언트와 서버가 동시에 떠 있어야 하고, 호출할 수 있는 메서드는 계약(보통 \
      protobuf)으로 정합니다. RabbitMQ에서는 누군가 처리할 때까지 메시지가 큐에서 기다리고, 발행한 쪽은 하던 일을 계속합니다.
      """),
    why: Localized(
      """
      Take gRPC if the caller cannot go on without the answer (reading data, checking a \
      login), or for a live stream between two running services. Take RabbitMQ if the work can \
      wait, must survive a restart, goes to several receivers, or comes in bursts: mails, \
      pictures, orders.
      """,
      """
      응답이 있어야 다음으로 넘어갈 수 있는 일(데이터 조회, 로그인 확인)이나 떠 있는 두 서비스 사이의 실시간 스트림에는 gRPC를 쓰세요. 나중에 \
      처리해도 되거나, 다시 시작해도 남아 있어야 하거나, 여러 곳에서 받거나, 한꺼번에 몰리는 일(메일, 이미지 변환, 주문)에는 RabbitMQ를 \
      쓰세요.
      """),
    example: [
      "declare queue mails --durable",
      "publish \"\" mails \"welcome, user 7\" --persistent",
      "list queues",
      "consume mails as mailer",
      "ack mailer",
    ],
    confusedWith: Localized(
      """
      RPC over RabbitMQ can do what a simple gRPC call does, with one hop more and a timeout \
      of your own, and a request may be worked on twice; use it where requests should wait in \
      line. A gRPC stream is a call that goes on: it stores nothing, unlike RabbitMQ's \
      streams.
      """,
      """
      RabbitMQ로도 단순한 gRPC 호출처럼 RPC를 할 수 있지만, 한 단계를 더 거치고, 타임아웃을 직접 다루어야 하고, 요청이 두 번 처리될 수 \
      있습니다. 요청을 줄 세워 처리해야 할 때 쓰세요. gRPC의 스트림은 오래 이어지는 호출일 뿐이어서, RabbitMQ의 스트림과 달리 아무것도 \
      저장하지 않습니다.
      """),
    see: ["RPC", "competing consumers", "persistent"],
    page: "Tutorials: RPC",
    at: "rabbitmq.com/tutorials/tutorial-six-python")
}
