import TokkiLanguage

/// The rule behind an exception, in a sentence.
extension ExceptionRule: Phrase {
  var words: Localized {
    switch self {
    case .inequivalentArgument:
      Localized(
        "A second declaration must have the same properties and arguments as the first.",
        "다시 선언할 때는 속성과 인자가 처음과 모두 같아야 합니다.")
    case .noQueue:
      Localized(
        "A queue must be declared before it is used.", "큐는 사용하기 전에 선언해야 합니다.")
    case .noExchange:
      Localized(
        "An exchange must be declared before it is used.", "익스체인지는 사용하기 전에 선언해야 합니다.")
    case .noBinding:
      Localized("There is no such binding.", "그런 바인딩이 없습니다.")
    case .reservedName:
      Localized(
        "Names that begin with amq. belong to the broker.", "amq.로 시작하는 이름은 브로커의 것입니다.")
    case .defaultExchange:
      Localized(
        "The default exchange is bound to every queue by its name; that cannot be changed.",
        "기본 익스체인지는 모든 큐에 큐 이름으로 바인딩되어 있으며 바꿀 수 없습니다.")
    case .exclusiveQueue:
      Localized(
        "An exclusive queue can be used by the connection that declared it, and by no other.",
        "exclusive 큐는 선언한 연결만 사용할 수 있습니다.")
    case .exclusiveConsumer:
      Localized(
        "An exclusive consumer shares its queue with no other consumer.",
        "exclusive 컨슈머는 큐를 다른 컨슈머와 나누지 않습니다.")
    case .unknownDeliveryTag:
      Localized(
        "Each delivery is settled once, on the channel that it came on.",
        "전달된 메시지는 받은 채널에서 한 번만 ack 할 수 있습니다.")
    case .queueInUse:
      Localized(
        "With if-unused, a queue that has consumers is not deleted.",
        "if-unused이면 컨슈머가 있는 큐는 삭제되지 않습니다.")
    case .queueNotEmpty:
      Localized(
        "With if-empty, a queue that holds messages is not deleted.",
        "if-empty이면 메시지가 있는 큐는 삭제되지 않습니다.")
    case .exchangeInUse:
      Localized(
        "With if-unused, an exchange that has bindings is not deleted.",
        "if-unused이면 바인딩이 있는 익스체인지는 삭제되지 않습니다.")
    case .invalidArgument:
      Localized(
        "The broker checks arguments that it knows: their type, their range, and whether this "
          + "kind of queue has them.",
        "브로커는 아는 인자의 타입과 범위, 그리고 이 종류의 큐에 쓸 수 있는지를 검사합니다.")
    case .unknownExchangeType:
      Localized(
        "The exchange types are direct, fanout, topic and headers.",
        "익스체인지 타입은 direct, fanout, topic, headers입니다.")
    case .internalExchange:
      Localized(
        "Clients cannot publish to an internal exchange; other exchanges route to it.",
        "internal 익스체인지에는 클라이언트가 발행할 수 없고, 다른 익스체인지만 라우팅할 수 있습니다.")
    case .reusedConsumerTag:
      Localized(
        "A consumer tag names one consumer of a channel.", "컨슈머 태그는 채널 안에서 하나뿐이어야 합니다.")
    case .channelMode:
      Localized(
        "A channel is either transactional or confirms publishes, for all its life.",
        "채널은 트랜잭션 모드이거나 컨펌 모드이며, 도중에 바꿀 수 없습니다.")
    case .notTransactional:
      Localized(
        "A transaction must be begun before it is committed or rolled back.",
        "트랜잭션은 시작한 뒤에야 커밋하거나 롤백할 수 있습니다.")
    case .noLastQueue:
      Localized(
        "An empty queue name means the queue that this channel declared last.",
        "빈 큐 이름은 이 채널이 마지막으로 선언한 큐를 뜻합니다.")
    case .noVirtualHost:
      Localized(
        "A virtual host must be added before a connection opens it.",
        "가상 호스트는 연결하기 전에 추가해야 합니다.")
    case .serverNamedQueue:
      Localized(
        "Only a classic queue can be named by the broker.",
        "브로커가 이름을 지어 줄 수 있는 것은 classic 큐뿐입니다.")
    case .invalidMessage:
      Localized(
        "The broker checks the properties that it acts on: expiration is a number of milliseconds, "
          + "the delivery mode 1 or 2, the CC and BCC headers are lists.",
        "브로커는 자신이 쓰는 속성을 검사합니다. expiration은 밀리초 수, delivery-mode는 1이나 2, "
          + "CC와 BCC 헤더는 목록이어야 합니다.")
    case .invalidUserID:
      Localized(
        "The user-id property must name the user of the connection.",
        "user-id 속성은 연결한 사용자와 같아야 합니다.")
    case .directReply:
      Localized(
        "For direct reply-to a channel has one consumer on amq.rabbitmq.reply-to, without "
          + "acknowledgement, and has it before its request.",
        "direct reply-to를 쓰려면 요청하기 전에 같은 채널에서 amq.rabbitmq.reply-to를 자동 ack로 "
          + "하나만 구독해야 합니다.")
    case .channelNumber:
      Localized(
        "A channel is opened once, before it is used.", "채널은 사용하기 전에 한 번만 엽니다.")
    case .notImplemented:
      Localized(
        "RabbitMQ, or this simulation of it, does not do that.",
        "RabbitMQ가, 또는 이 시뮬레이션이 지원하지 않는 일입니다.")
    case .connectionForced:
      Localized("An operator closed the connection.", "운영자가 연결을 닫았습니다.")
    case .notAllowed:
      Localized("The broker does not allow that.", "브로커가 허용하지 않습니다.")
    }
  }
}
