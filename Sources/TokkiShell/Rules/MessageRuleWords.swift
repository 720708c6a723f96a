import TokkiBroker

extension RuleWords {
  static let consumers: [RuleName: RuleWords] = [
    .exclusiveConsumer: RuleWords(
      (
        "An exclusive consumer shares its queue with no other consumer.",
        "exclusive 컨슈머는 큐를 다른 컨슈머와 나누지 않습니다."
      ),
      cure: (
        "Cancel the other consumer first. Where several should stand by, declare the queue with "
          + "a single active consumer.",
        "먼저 다른 컨슈머를 취소하세요. 여럿이 대기하려면 큐를 single active consumer로 선언하세요."
      ),
      try: "list consumers", "help declare queue"),
    .reusedConsumerTag: RuleWords(
      ("A consumer tag names one consumer of a channel.", "컨슈머 태그는 채널 안에서 하나뿐이어야 합니다."),
      cure: (
        "Choose another tag, or leave it out: the broker makes one up.",
        "다른 태그를 쓰거나 비워 두세요. 비우면 브로커가 지어 줍니다."
      ),
      try: "list consumers"),
    .consumerLimit: RuleWords(
      (
        "consumer_max_per_channel in the broker's configuration limits the consumers of a channel.",
        "브로커 설정의 consumer_max_per_channel이 채널의 컨슈머 수를 제한합니다."
      ),
      cure: (
        "Cancel consumers that nobody needs, or use several channels.",
        "쓰지 않는 컨슈머를 취소하거나 채널을 나누어 쓰세요."
      ),
      try: "list consumers"),
    .globalPrefetch: RuleWords(
      (
        "Quorum queues and streams know no prefetch count that a channel's consumers share.",
        "쿼럼 큐와 스트림에서는 채널의 컨슈머들이 나누어 쓰는 global 프리페치를 쓸 수 없습니다."
      ),
      cure: (
        "Set the prefetch count for each consumer: qos without global.",
        "global 없이 qos로 컨슈머마다 프리페치를 설정하세요."
      ),
      try: "help qos", "qos 10"),
    .prefetchSize: RuleWords(
      (
        "RabbitMQ limits what is unacked by number, not by size: the prefetch size is 0.",
        "RabbitMQ는 unacked 메시지를 크기가 아니라 개수로 제한합니다. prefetch size는 0이어야 합니다."
      ),
      cure: ("Use the prefetch count.", "프리페치(prefetch count)를 쓰세요."),
      try: "help qos", "qos 10"),
    .singleActiveGet: RuleWords(
      (
        "From a quorum queue with a single active consumer nothing is got: it would break the "
          + "order.",
        "single active consumer인 쿼럼 큐에서는 순서가 깨지므로 get을 쓸 수 없습니다."
      ),
      cure: ("Consume from it.", "consume으로 받으세요."),
      try: "help get", "consume <queue> as worker"),
    .unknownDeliveryTag: RuleWords(
      (
        "Each delivery is settled once, on the channel that it came on.",
        "전달된 메시지는 받은 채널에서 한 번만 ack할 수 있습니다."
      ),
      cure: (
        "The usual causes: an ack given twice, on another channel, after a reconnection, or for a "
          + "consumer without acknowledgements (no-ack).",
        "흔한 원인은 두 번 ack했거나, 다른 채널에서 했거나, 다시 연결한 뒤에 했거나, ack가 필요 없는(no-ack) 컨슈머인 경우입니다."
      ),
      try: "list channels", "list consumers"),
    .recoverInPlace: RuleWords(
      (
        "basic.recover always requeues in RabbitMQ.", "RabbitMQ의 basic.recover는 항상 requeue합니다."
      ),
      cure: ("Send it with requeue=true.", "requeue=true로 보내세요."),
      try: "help recover", "recover"),
    .acknowledgementTimeout: RuleWords(
      (
        "A delivery is to be settled within the consumer timeout, 30 minutes by default; then the "
          + "channel is closed, and all that it holds goes back.",
        "전달된 메시지는 consumer timeout(기본 30분) 안에 처리해야 합니다. 지나면 채널이 닫히고 갖고 있던 것이 모두 큐로 돌아갑니다."
      ),
      cure: (
        "Ack in time, with a small prefetch count: what waits in the client counts too. For long "
          + "work raise consumer_timeout, or x-consumer-timeout of the queue.",
        "프리페치를 작게 하고 제때 ack하세요. 클라이언트에서 기다리는 시간도 셉니다. 오래 걸리는 일이면 consumer_timeout이나 큐의 "
          + "x-consumer-timeout을 늘리세요."
      ),
      try: "list consumers", "help qos"),
    .replyConsumer: RuleWords(
      (
        "For direct reply-to a channel has one consumer on amq.rabbitmq.reply-to, without "
          + "acknowledgement, and has it before its request.",
        "direct reply-to를 쓰려면 요청하기 전에 같은 채널에서 amq.rabbitmq.reply-to를 자동 ack로 하나만 구독해야 합니다."
      ),
      cure: (
        "Consume with no-ack, once a channel; use correlation ids to tell replies apart.",
        "채널마다 한 번만 no-ack로 구독하고, 응답은 correlation id로 구별하세요."
      ),
      try: "help call"),
    .creditForNobody: RuleWords(
      (
        "basic.credit, which 3.10 still has, is for a consumer of the channel.",
        "3.10에 남아 있는 basic.credit은 그 채널의 컨슈머에게만 씁니다."
      ),
      cure: ("Use prefetch counts.", "프리페치(prefetch count)를 쓰세요."),
      try: "help qos"),
    .consumerFault: RuleWords(
      (
        "A queue has to answer in time when it is consumed from.",
        "소비할 때 큐가 제때 응답해야 합니다."
      ),
      cure: (
        "Try again; have the node looked after.", "다시 시도하고 노드의 상태를 확인하세요."
      ),
      try: "list queues"),
  ]

  static let publishing: [RuleName: RuleWords] = [
    .internalExchange: RuleWords(
      (
        "Clients cannot publish to an internal exchange; other exchanges route to it.",
        "internal 익스체인지에는 클라이언트가 발행할 수 없고, 다른 익스체인지만 라우팅할 수 있습니다."
      ),
      cure: (
        "Publish to an exchange that is bound to it.", "그 익스체인지에 바인딩된 익스체인지로 발행하세요."
      ),
      try: "list bindings", "list exchanges"),
    .immediate: RuleWords(
      (
        "RabbitMQ has no immediate publishing.", "RabbitMQ에는 immediate 발행이 없습니다."
      ),
      cure: (
        "A TTL of 0 comes near it: what no consumer takes at once expires.",
        "TTL 0이 비슷합니다. 바로 받을 컨슈머가 없으면 만료됩니다."
      ),
      try: "help publish"),
    .messageTooLarge: RuleWords(
      (
        "A body is no larger than max_message_size: 16 MiB in 4.0, 128 MiB in 3.10.",
        "메시지 본문은 max_message_size(4.0은 16 MiB, 3.10은 128 MiB)를 넘을 수 없습니다."
      ),
      cure: (
        "Keep large things elsewhere and send where they are; or have the limit raised.",
        "큰 데이터는 다른 곳에 두고 위치만 보내세요. 제한을 올릴 수도 있습니다."
      ),
      try: "help publish"),
    .invalidExpiration: RuleWords(
      (
        "The property expiration is a string of digits: a number of milliseconds.",
        "expiration 속성은 밀리초 수를 나타내는 숫자 문자열입니다."
      ),
      cure: (
        "Write whole milliseconds without a sign, a unit or spaces: 1500.",
        "부호, 단위, 공백 없이 정수 밀리초로 쓰세요: 1500."
      ),
      try: "help publish"),
    .invalidMessage: RuleWords(
      (
        "The broker checks the properties that it acts on: the CC and BCC headers are lists of "
          + "strings, and to 3.10 the delivery mode is 1 or 2.",
        "브로커는 자신이 쓰는 속성을 검사합니다. CC와 BCC 헤더는 문자열 목록이어야 하고, 3.10에서 delivery-mode는 1이나 2입니다."
      ),
      cure: (
        "Write a list even for one key.", "키가 하나라도 목록으로 쓰세요."
      ),
      try: "help publish"),
    .invalidUserID: RuleWords(
      (
        "The user-id property must name the user of the connection.",
        "user-id 속성은 연결한 사용자와 같아야 합니다."
      ),
      cure: (
        "Leave it out, or write the user that is logged in; the tag impersonator lifts the rule.",
        "비워 두거나 로그인한 사용자를 쓰세요. impersonator 태그가 있는 사용자는 예외입니다."
      ),
      try: "help publish"),
    .noReplyConsumer: RuleWords(
      (
        "For direct reply-to a channel has one consumer on amq.rabbitmq.reply-to, without "
          + "acknowledgement, and has it before its request.",
        "direct reply-to를 쓰려면 요청하기 전에 같은 채널에서 amq.rabbitmq.reply-to를 자동 ack로 하나만 구독해야 합니다."
      ),
      cure: (
        "Consume from amq.rabbitmq.reply-to first, on the channel that publishes the request.",
        "요청을 발행할 바로 그 채널에서 먼저 amq.rabbitmq.reply-to를 구독하세요."
      ),
      try: "help call"),
    .unroutable: RuleWords(
      (
        "A mandatory message that no queue takes comes back to its publisher; any other is lost.",
        "아무 큐도 받지 않은 mandatory 메시지는 발행한 쪽으로 되돌아오고, 다른 메시지는 사라집니다."
      ),
      cure: (
        "Bind a queue with a key that matches, or give the exchange an alternate exchange.",
        "맞는 키로 큐를 바인딩하거나 익스체인지에 대체 익스체인지(alternate exchange)를 설정하세요."
      ),
      try: "explain", "list bindings"),
    .noConsumers: RuleWords(
      (
        "The code belongs to immediate publishing, which RabbitMQ does not have.",
        "immediate 발행을 위한 코드이며, RabbitMQ에는 그 기능이 없습니다."
      ),
      cure: (
        "No RabbitMQ answers so.", "RabbitMQ는 이렇게 응답하지 않습니다."
      ),
      try: "help publish"),
    .publishRefused: RuleWords(
      (
        "A full queue with the overflow reject-publish refuses what is published, and the "
          + "publisher gets a nack where it confirms.",
        "overflow가 reject-publish인 큐가 가득 차면 발행을 거절하며, 컨펌(confirm)을 쓰는 클라이언트는 nack를 받습니다."
      ),
      cure: (
        "Publish again later, raise the limit, or add consumers.",
        "나중에 다시 발행하거나, 제한을 늘리거나, 컨슈머를 더하세요."
      ),
      try: "list queues"),
    .publishFault: RuleWords(
      (
        "A stream must be there, and its coordinator must answer.",
        "스트림이 있어야 하고 coordinator가 응답해야 합니다."
      ),
      cure: (
        "Try again; have the cluster looked after.", "다시 시도하고 클러스터를 확인하세요."
      ),
      try: "list queues"),
  ]
}
