import TokkiBroker

extension RuleWords {
  static let access: [RuleName: RuleWords] = [
    .accessRefused: RuleWords(
      (
        "A user needs a permission in the virtual host: configure to declare and delete, write to "
          + "publish and to bind a queue, read to consume, to purge and to bind to an exchange.",
        "사용자에게는 가상 호스트의 권한이 필요합니다. 선언과 삭제에는 configure, 발행과 큐 바인딩에는 write, 소비와 purge와 익스체인지 쪽 "
          + "바인딩에는 read입니다."
      ),
      cure: (
        "Have the permission widened: set permissions USER CONFIGURE WRITE READ, each a regular "
          + "expression for names.",
        "권한을 넓히세요: set permissions USER CONFIGURE WRITE READ. 각각 이름에 대한 정규식입니다."
      ),
      try: "set permissions <user> .* .* .*", "list permissions"),
    .topicAccessRefused: RuleWords(
      (
        "For a topic exchange a user may be restricted to routing keys: write to publish with "
          + "them, read to bind with them.",
        "topic 익스체인지에서는 사용자가 쓸 수 있는 라우팅 키를 제한할 수 있습니다. write는 발행, read는 바인딩입니다."
      ),
      cure: (
        "Use a key that is allowed, or have the permission widened: set topic permissions USER "
          + "EXCHANGE WRITE READ.",
        "허용된 키를 쓰거나 권한을 넓히세요: set topic permissions USER EXCHANGE WRITE READ."
      ),
      try: "list topic permissions", "clear topic permissions <user> <exchange>"),
    .accessFault: RuleWords(
      (
        "Permissions are asked for at an authentication backend, which has to answer.",
        "권한은 인증 백엔드에 물어보며, 백엔드가 응답해야 합니다."
      ),
      cure: (
        "Have the backend looked after; the broker's log tells more.",
        "백엔드를 확인하세요. 자세한 내용은 브로커 로그에 있습니다."
      ),
      try: "list connections"),
  ]

  static let streams: [RuleName: RuleWords] = [
    .streamConsumer: RuleWords(
      (
        "A stream's consumer acknowledges, and has a prefetch count.",
        "스트림의 컨슈머는 ack를 해야 하고 프리페치(prefetch count)를 설정해야 합니다."
      ),
      cure: (
        "Set a prefetch count first, and consume with acknowledgements.",
        "먼저 프리페치를 설정하고 수동 ack로 소비하세요."
      ),
      try: "help qos", "qos 100"),
    .streamMethod: RuleWords(
      (
        "A stream keeps its messages: it is consumed from, never got from, purged or rejected to.",
        "스트림은 메시지를 그대로 둡니다. 소비만 할 수 있고 get, purge, reject는 할 수 없습니다."
      ),
      cure: (
        "Consume with x-stream-offset; limits of age and size remove old messages.",
        "x-stream-offset으로 소비하세요. 오래된 메시지는 기간과 크기 제한으로 지워집니다."
      ),
      try: "help consume"),
    .streamArgument: RuleWords(
      (
        "A stream's arguments have forms of their own: an age is a number and one of Y M D h m s, "
          + "a segment at most 3 GB, a filter 16 to 255 bytes.",
        "스트림의 인자에는 정해진 형식이 있습니다. 기간은 수와 Y M D h m s 중 하나, 세그먼트는 3 GB 이하, 필터는 16~255바이트입니다."
      ),
      cure: (
        "Write an age as 7D or 24h; an offset is first, last, next, a number, a time or an age.",
        "기간은 7D나 24h처럼 쓰세요. 오프셋은 first, last, next, 번호, 시각, 기간 중 하나입니다."
      ),
      try: "help declare queue"),
    .streamReplica: RuleWords(
      (
        "A stream is consumed from on a node that has a replica of it.",
        "스트림은 복제본이 있는 노드에서 소비합니다."
      ),
      cure: (
        "Connect to another node, or add a replica: rabbitmq-streams add_replica.",
        "다른 노드에 연결하거나 복제본을 추가하세요: rabbitmq-streams add_replica."
      ),
      try: "list queues"),
    .streamFault: RuleWords(
      (
        "A stream is deleted through the cluster's coordinator, which has to answer.",
        "스트림은 클러스터의 coordinator를 통해 삭제되며, coordinator가 응답해야 합니다."
      ),
      cure: (
        "Try again; have the cluster looked after.", "다시 시도하고 클러스터를 확인하세요."
      ),
      try: "list queues"),
    .notSimulated: RuleWords(
      (
        "This simulation does not do that; a real RabbitMQ may: connect amqp://….",
        "이 시뮬레이션은 지원하지 않습니다. 실제 RabbitMQ에서는 될 수 있습니다: connect amqp://…."
      ),
      cure: (
        "Try it on a real broker, or with what is simulated; queues are classic or quorum.",
        "실제 브로커에서 하거나, 시뮬레이션하는 것으로 해 보세요. 큐 타입은 classic과 quorum입니다."
      ),
      try: "declare queue <queue> --durable --type quorum", "help <method>", "help connect"),
  ]
}
