import TokkiLanguage

extension Concept {
  static let consumerCard = Concept(
    "consumer", "컨슈머", in: .consumers,
    also: ["consumers", "subscriber", "basic.consume", "구독자", "소비자"],
    what: Localized(
      """
      A consumer is a subscription to a queue: the broker sends its messages as they come, \
      without being asked for each.
      """,
      """
      컨슈머는 큐를 구독하는 것입니다. 하나하나 달라고 하지 않아도 브로커가 메시지를 오는 대로 보내 줍니다.
      """),
    why: Localized(
      """
      It gets messages at once and without polling; that is the usual way to receive.
      """,
      """
      계속 물어보지 않고도 메시지를 바로 받습니다. 메시지를 받는 보통의 방법입니다.
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
      get(basic.get)은 필요할 때 하나만 꺼냅니다. 들여다보는 데 쓰는 것이지, 계속 처리하는 데 쓰지 않습니다.
      """),
    see: ["consumer tag", "ack", "prefetch", "competing consumers"],
    page: "Consumers",
    at: "rabbitmq.com/docs/consumers")

  static let consumerTagCard = Concept(
    "consumer tag", "컨슈머 태그", in: .consumers,
    also: ["consumer tags"],
    what: Localized(
      """
      The consumer tag is the name of a consumer on its channel, chosen by the program or made by \
      the broker. Each delivery carries it.
      """,
      """
      컨슈머 태그는 채널에서 컨슈머를 부르는 이름입니다. 프로그램이 정하거나 브로커가 짓습니다. 전달되는 메시지마다 적혀 있습니다.
      """),
    why: Localized(
      """
      It says which consumer a delivery is for, and which one to cancel.
      """,
      """
      전달된 메시지가 어느 컨슈머의 것인지, 어느 컨슈머를 취소할지 알려 줍니다.
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
      delivery tag는 메시지의 번호이고, 컨슈머 태그는 컨슈머의 이름입니다.
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
      delivery tag는 채널에서 전달된 메시지의 번호로, 1부터 시작합니다. ack, nack, reject가 이 번호를 씁니다.
      """),
    why: Localized(
      """
      With multiple, one ack settles all up to that number.
      """,
      """
      multiple을 쓰면 ack 하나로 그 번호까지 모두 처리합니다.
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
      It is no message id: the same message gets another one when it is delivered again. It counts \
      on its own channel only: on another it settles whatever has that number there, or closes the \
      channel with 406 if nothing has, as it does when used a second time.
      """,
      """
      메시지 id가 아닙니다. 같은 메시지도 다시 전달되면 번호가 달라집니다. 번호는 받은 채널에서만 통합니다. 다른 채널에서 쓰면 \
      그 채널의 같은 번호 메시지가 처리되고, 그런 번호가 없거나 두 번 쓰면 406으로 채널이 닫힙니다.
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
      ack는 메시지를 처리했다는 뜻입니다. 그제야 브로커가 메시지를 지웁니다.
      """),
    why: Localized(
      """
      If the consumer dies before its ack, the message goes to another one: nothing is lost by a \
      crash.
      """,
      """
      ack하기 전에 컨슈머가 죽으면 메시지는 다른 컨슈머에게 갑니다. 프로그램이 죽어도 잃지 않습니다.
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
      Forgotten acks are the usual mistake: messages pile up as unacked and come again when the \
      consumer ends.
      """,
      """
      ack를 빠뜨리는 것이 흔한 실수입니다. unacked로 쌓였다가 컨슈머가 끝나면 다시 전달됩니다.
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
      nack는 메시지 하나, multiple이면 여러 개를 처리하지 못했다는 뜻입니다. requeue면 큐로 돌아가고, 아니면 버려지거나 데드 레터가 됩니다.
      """),
    why: Localized(
      """
      A consumer can hand back what it cannot do now.
      """,
      """
      지금 할 수 없는 일을 컨슈머가 돌려줄 수 있습니다.
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
      브로커가 발행한 쪽에 보내는 nack는 메시지를 받지 못했다는 confirm입니다.
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
      reject는 메시지 하나를 거절합니다. requeue를 할 수도, 안 할 수도 있습니다. AMQP 표준에 있는 것은 \
      reject이고, nack는 RabbitMQ의 확장입니다.
      """),
    why: Localized(
      """
      Without requeue the message leaves the queue for good: to the dead-letter exchange if there \
      is one.
      """,
      """
      requeue하지 않으면 메시지는 큐를 완전히 떠납니다. 데드 레터 익스체인지가 있으면 그리로 갑니다.
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
      여러 개를 한꺼번에 거절할 수 없습니다. nack는 할 수 있습니다.
      """),
    see: ["nack", "requeue", "dead-letter exchange"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")

  static let requeueCard = Concept(
    "requeue", "requeue", in: .consumers,
    also: ["requeued", "다시 큐에 넣기", "리큐"],
    what: Localized(
      """
      To requeue is to put a delivered message back into its queue, at its old place if possible, \
      to be delivered again.
      """,
      """
      requeue는 전달된 메시지를 되도록 원래 자리에 돌려놓아 다시 전달되게 하는 것입니다.
      """),
    why: Localized(
      """
      What one consumer cannot do now, another may do, or the same one later.
      """,
      """
      지금 한 컨슈머가 못 한 일을 다른 컨슈머가, 또는 나중에 같은 컨슈머가 할 수 있습니다.
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
      A message that always fails goes round in a circle for ever, unless it is rejected without \
      requeue or a delivery limit ends it.
      """,
      """
      늘 실패하는 메시지는 끝없이 돕니다. requeue 없이 거절하거나 delivery limit으로 끝내야 합니다.
      """),
    see: ["redelivered", "nack", "delivery limit"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")
}
