import TokkiLanguage

extension Concept {
  static let kafkaCard = Concept(
    "Kafka", "카프카", in: .comparisons,
    also: ["apache kafka", "kafka vs rabbitmq"],
    what: Localized(
      """
      Kafka keeps messages in partitioned logs: reading does not remove them, and each consumer \
      group remembers how far it has read. RabbitMQ's queues hand each message to one consumer \
      and forget it once it is acknowledged.
      """,
      """
      Kafka는 메시지를 파티션으로 나눈 로그에 보관합니다. 읽어도 지워지지 않고, 컨슈머 그룹마다 어디까지 읽었는지 기억합니다. RabbitMQ의 큐는 메시지를 \
      컨슈머 하나에게 주고 ack하면 지웁니다.
      """),
    why: Localized(
      """
      Take RabbitMQ for tasks: routing by rules, an ack for each message, retries, priorities, \
      delays, replies. Take Kafka for streams of events: reading again, many independent readers, \
      order within a partition at very high rates. RabbitMQ's streams are in between.
      """,
      """
      작업이라면 RabbitMQ가 맞습니다. 규칙에 따른 라우팅, 메시지마다 ack, 재시도, 우선순위, 지연, 응답이 있습니다. 이벤트 스트림이라면 Kafka가 \
      맞습니다. 다시 읽기, 서로 독립된 여러 독자, 아주 많은 양에서도 파티션 안의 순서가 필요할 때입니다. RabbitMQ의 스트림은 그 중간입니다.
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
      A Kafka topic is a log, RabbitMQ's topic exchange a routing rule. In Kafka more consumers \
      than partitions do not help; a queue takes any number.
      """,
      """
      Kafka의 토픽은 로그이고 RabbitMQ의 토픽 익스체인지는 라우팅 규칙입니다. Kafka에서는 파티션보다 컨슈머가 많아도 소용없지만, 큐에는 몇이든 붙을 수 \
      있습니다.
      """),
    see: ["stream", "topic exchange", "competing consumers", "at-least-once"],
    page: "Streams and Superstreams",
    at: "rabbitmq.com/docs/streams")

  static let grpcCard = Concept(
    "gRPC", "gRPC", in: .comparisons,
    also: ["http", "rest", "grpc vs rabbitmq", "synchronous call", "동기 호출"],
    what: Localized(
      """
      With gRPC a client calls a function of a server over HTTP/2 and waits for its answer; both \
      have to be there, and a contract (protobuf) says what may be called. With RabbitMQ a \
      message waits in a queue until somebody works on it.
      """,
      """
      gRPC에서는 클라이언트가 HTTP/2로 서버의 함수를 부르고 답을 기다립니다. 둘 다 떠 있어야 하고, 무엇을 부를 수 있는지 계약(protobuf)으로 \
      정합니다. RabbitMQ에서는 누군가 처리할 때까지 메시지가 큐에서 기다립니다.
      """),
    why: Localized(
      """
      Take gRPC if the caller cannot go on without the answer: reading data, checking a login. \
      Take RabbitMQ if the work can wait, must survive a restart, goes to several receivers, or \
      comes in bursts: mails, pictures, orders.
      """,
      """
      답이 없으면 더 나아갈 수 없는 일, 곧 데이터 조회나 로그인 확인에는 gRPC를 쓰세요. 나중에 해도 되고, 다시 시작해도 남아야 하고, 여러 곳이 받고, \
      한꺼번에 몰리는 일, 곧 메일, 사진, 주문에는 RabbitMQ를 쓰세요.
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
      RPC over RabbitMQ can do what gRPC does, with one hop more and timeouts of your own; use it \
      where requests should wait in line.
      """,
      """
      RabbitMQ로도 RPC를 할 수 있지만, 한 단계를 더 거치고 타임아웃도 직접 다뤄야 합니다. 요청이 줄을 서서 기다려야 할 때 쓰세요.
      """),
    see: ["RPC", "competing consumers", "persistent"],
    page: "Tutorials: RPC",
    at: "rabbitmq.com/tutorials/tutorial-six-python")
}
