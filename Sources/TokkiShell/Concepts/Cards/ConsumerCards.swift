import TokkiLanguage

extension Concept {
  static let consumerCard = Concept(
    "consumer", "컨슈머", in: .consumers,
    also: ["consumers", "subscriber", "basic.consume", "구독자", "소비자"],
    what: Localized(
      """
      A consumer is a client's subscription to a queue: the broker sends its messages as they \
      come, without being asked for each.
      """,
      """
      컨슈머는 큐를 구독하는 클라이언트입니다. 메시지가 들어올 때마다 브로커가 컨슈머에게 보내 주므로, 매번 요청하지 않아도 됩니다.
      """),
    why: Localized(
      """
      It gets messages at once and without polling; that is the usual way to receive.
      """,
      """
      메시지가 있는지 계속 확인하지 않아도 바로 받습니다. 메시지를 받는 일반적인 방법입니다.
      """),
    example: [
      "declare queue hello",
      "consume hello as w1",
      "publish \"\" hello hi",
      "ack w1",
    ],
    confusedWith: Localized(
      """
      get (basic.get) takes a single message on demand: for looking, not for working.
      """,
      """
      get(basic.get)은 요청할 때마다 메시지를 하나만 꺼냅니다. 큐를 들여다볼 때 쓰고, 계속 처리하는 데는 쓰지 않습니다.
      """),
    see: ["consumer tag", "ack", "prefetch", "competing consumers"],
    page: "Consumers",
    at: "rabbitmq.com/docs/consumers")

  static let consumerTagCard = Concept(
    "consumer tag", "컨슈머 태그", in: .consumers,
    also: ["consumer tags"],
    what: Localized(
      """
      The consumer tag is the name of a consumer on its channel, chosen by the program or made \
      by the broker. Each delivery carries it.
      """,
      """
      컨슈머 태그는 채널 안에서 컨슈머를 구별하는 이름입니다. 프로그램이 정하거나 브로커가 지어 줍니다. 전달되는 메시지마다 이 태그가 붙어 있습니다.
      """),
    why: Localized(
      """
      It says which consumer a delivery is for, and which one to cancel.
      """,
      """
      메시지가 어느 컨슈머에게 온 것인지 구별하고, 어느 컨슈머를 취소할지 지정합니다.
      """),
    example: [
      "declare queue hello",
      "consume hello as w1 --tag mine",
      "list consumers",
      "cancel mine as w1",
    ],
    confusedWith: Localized(
      """
      The delivery tag numbers a message; the consumer tag names the consumer.
      """,
      """
      딜리버리 태그(delivery tag)는 전달된 메시지의 번호이고, 컨슈머 태그는 컨슈머의 이름입니다.
      """),
    see: ["consumer", "delivery tag"],
    page: "Consumers",
    at: "rabbitmq.com/docs/consumers")

  static let deliveryTagCard = Concept(
    "delivery tag", "딜리버리 태그", in: .consumers,
    also: ["delivery tags", "tag", "전달 태그"],
    what: Localized(
      """
      The delivery tag is the number of a delivery on its channel, from 1 on. An ack, nack or \
      reject names it.
      """,
      """
      딜리버리 태그는 채널에서 메시지가 전달될 때마다 1부터 차례로 붙는 번호입니다. ack, nack, reject는 이 번호로 메시지를 가리킵니다.
      """),
    why: Localized(
      """
      With multiple, one ack settles all up to that number.
      """,
      """
      multiple을 쓰면 ack 하나로 그 번호까지 한꺼번에 처리할 수 있습니다.
      """),
    example: [
      "declare queue q",
      "publish \"\" q a --repeat 3",
      "consume q as w",
      "ack w 2 --multiple",
      "list channels",
    ],
    confusedWith: Localized(
      """
      It is no message id: the same message gets another one when it is delivered again. It \
      counts on its own channel only: on another it settles whatever has that number there, or \
      closes the channel with 406 if nothing has, as it does when used a second time.
      """,
      """
      메시지의 id가 아닙니다. 같은 메시지도 다시 전달되면 번호가 달라집니다. 번호는 받은 채널에서만 유효합니다. 다른 채널에서 쓰면 그 채널에서 같은 \
      번호를 받은 메시지가 처리됩니다. 없는 번호를 쓰거나 같은 번호를 두 번 쓰면 406으로 채널이 닫힙니다.
      """),
    see: ["ack", "channel", "consumer tag"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")

  static let ackCard = Concept(
    "ack", "ack", in: .consumers,
    also: ["acknowledgement", "acknowledge", "basic.ack", "manual ack", "확인 응답", "애크"],
    what: Localized(
      """
      An ack says that a message was processed: now the broker forgets it.
      """,
      """
      ack는 메시지를 처리했다고 브로커에 알리는 것입니다. 브로커는 ack를 받고 나서야 메시지를 지웁니다.
      """),
    why: Localized(
      """
      If the consumer dies before its ack, the message goes to another one: nothing is lost by \
      a crash.
      """,
      """
      ack하기 전에 컨슈머가 죽으면 그 메시지는 다른 컨슈머에게 전달됩니다. 프로그램이 죽어도 메시지를 잃지 않습니다.
      """),
    example: [
      "declare queue q",
      "publish \"\" q task",
      "consume q as w1",
      "kill w1",
      "consume q as w2",
      "ack w2",
    ],
    confusedWith: Localized(
      """
      Forgotten acks are the usual mistake: messages pile up as unacked and come again when \
      the consumer ends.
      """,
      """
      흔한 실수는 ack를 빠뜨리는 것입니다. 메시지가 unacked로 쌓이고, 컨슈머가 종료되면 다시 전달됩니다.
      """),
    see: ["nack", "reject", "unacked", "auto-ack", "prefetch"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")

  static let nackCard = Concept(
    "nack", "nack", in: .consumers,
    also: ["basic.nack", "negative acknowledgement", "네거티브 ack"],
    what: Localized(
      """
      A nack says that one message, or with multiple several, were not processed: back to the \
      queue with requeue, else dropped or dead-lettered.
      """,
      """
      nack는 메시지를 처리하지 못했다고 알리는 것입니다. multiple을 쓰면 여러 개를 한꺼번에 알립니다. requeue하면 큐로 되돌아가고, 하지 \
      않으면 버려지거나 데드 레터(dead letter)가 됩니다.
      """),
    why: Localized(
      """
      A consumer can hand back what it cannot do now.
      """,
      """
      컨슈머가 지금 처리할 수 없는 메시지를 돌려보낼 수 있습니다.
      """),
    example: [
      "declare queue q",
      "publish \"\" q a --repeat 2",
      "consume q as w --prefetch 2",
      "nack w 2 --multiple --requeue",
      "list queues",
    ],
    confusedWith: Localized(
      """
      The broker's nack to a publisher is a confirm: it could not take the message.
      """,
      """
      브로커가 발행한 쪽에 보내는 nack는 컨펌(confirm)의 하나로, 메시지를 받지 못했다는 뜻입니다.
      """),
    see: ["reject", "requeue", "dead-letter exchange"],
    page: "Negative Acknowledgements",
    at: "rabbitmq.com/docs/nack")

  static let rejectCard = Concept(
    "reject", "reject", in: .consumers,
    also: ["basic.reject", "거절"],
    what: Localized(
      """
      A reject refuses a single delivery, with requeue or without. It is AMQP's own; nack is \
      RabbitMQ's extension.
      """,
      """
      reject는 메시지 하나를 거절하는 것입니다. requeue 여부를 고를 수 있습니다. reject는 AMQP 표준이고, nack는 RabbitMQ의 \
      확장입니다.
      """),
    why: Localized(
      """
      Without requeue the message leaves the queue for good: to the dead-letter exchange if \
      there is one.
      """,
      """
      requeue하지 않으면 메시지는 큐에서 완전히 빠집니다. 데드 레터 익스체인지(dead-letter exchange)가 있으면 그곳으로 갑니다.
      """),
    example: [
      "declare queue q",
      "publish \"\" q bad",
      "consume q as w",
      "reject w --discard",
      "list queues",
    ],
    confusedWith: Localized(
      """
      It cannot take several at once; nack can.
      """,
      """
      한 번에 하나만 거절할 수 있습니다. 여러 개를 한꺼번에 거절하려면 nack를 씁니다.
      """),
    see: ["nack", "requeue", "dead-letter exchange"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")

  static let requeueCard = Concept(
    "requeue", "requeue", in: .consumers,
    also: ["requeued", "return to queue", "다시 큐에 넣기", "리큐"],
    what: Localized(
      """
      To requeue is to put a delivered message back into its queue, to be delivered again. A \
      classic queue puts it at its old place if possible; a quorum queue puts it behind the \
      others that came back and before all that were not delivered yet.
      """,
      """
      requeue는 전달된 메시지를 큐로 되돌려 다시 전달되게 하는 것입니다. 클래식 큐(classic queue)는 되도록 원래 자리에 돌려놓습니다. \
      쿼럼 큐(quorum queue)는 아직 전달하지 않은 메시지보다 앞에, 돌아온 순서대로 둡니다.
      """),
    why: Localized(
      """
      What one consumer cannot do now, another may do, or the same one later.
      """,
      """
      지금 처리하지 못한 메시지를 다른 컨슈머가, 또는 나중에 같은 컨슈머가 처리할 수 있습니다.
      """),
    example: [
      "declare queue q",
      "publish \"\" q a",
      "consume q as w",
      "nack w --requeue",
      "list messages q",
    ],
    confusedWith: Localized(
      """
      A message that always fails goes round in a circle for ever, unless it is rejected \
      without requeue or a delivery limit ends it.
      """,
      """
      항상 실패하는 메시지는 끝없이 되풀이됩니다. requeue 없이 거절하거나 전달 횟수 제한(delivery limit)으로 끝내야 합니다.
      """),
    see: ["redelivered", "nack", "delivery limit"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")
}
