import AMQPModel
import TokkiLanguage

/// What is said of an error beside its rule.
enum ErrorPhrase: String, Phrase {
  case asked, askedOnConnection, wayOut, read, origin, texts, methods, rules, found, unknownText
  case closesChannel, closesConnection, returnsMessage, only

  var words: Localized {
    switch self {
    case .asked:
      Localized(
        "{method}, on channel {channel} of {client}", "{method}, {client}의 채널 {channel}")
    case .askedOnConnection: Localized("{method}, by {client}", "{method}, {client}")
    case .wayOut: Localized("Way out: {cure}", "해결: {cure}")
    case .read: Localized("Read: {page}, {address}", "문서: {page}, {address}")
    case .origin: Localized("In RabbitMQ's source: {origin}", "RabbitMQ 소스: {origin}")
    case .texts: Localized("What RabbitMQ says:", "RabbitMQ의 문구:")
    case .methods: Localized("Methods that meet it: {methods}", "관련 메서드: {methods}")
    case .rules: Localized("Its rules:", "이 코드의 규칙:")
    case .found: Localized("Rules that speak of \"{words}\":", "\"{words}\" 관련 규칙:")
    case .unknownText:
      Localized(
        "Tokki knows no rule with this text; the code says so much:",
        "Tokki가 아는 규칙에 없는 문구입니다. 코드의 뜻은 다음과 같습니다.")
    case .closesChannel:
      Localized(
        "It closes the channel; the connection and its other channels go on.",
        "채널이 닫힙니다. 연결과 다른 채널은 그대로입니다.")
    case .closesConnection:
      Localized(
        "It closes the whole connection, with all its channels.", "연결 전체가 모든 채널과 함께 닫힙니다.")
    case .returnsMessage:
      Localized(
        "It closes nothing: a message comes back with it.", "아무것도 닫히지 않고 메시지가 돌아옵니다.")
    case .only: Localized("{version} only", "{version}만")
    }
  }
}

/// What a place in a reply text stands for. The cases bear the names of the templates' holes.
enum FactPhrase: String, Phrase {
  case queue, exchange, vhost, user, argument, type, received, current, value, number, limit, size
  case tag, header, mode, key, permission, mechanism, state, timeout, channel, claimed, count
  case node, reason, `class`, found, octets, octet, words, what, feature, backend

  var words: Localized {
    switch self {
    case .queue: Localized("queue", "큐")
    case .exchange: Localized("exchange", "익스체인지")
    case .vhost: Localized("virtual host", "가상 호스트")
    case .user: Localized("user", "사용자")
    case .argument: Localized("argument", "인자")
    case .type: Localized("type", "타입")
    case .received: Localized("asked for", "요청한 값")
    case .current: Localized("what is there", "현재 값")
    case .value: Localized("value", "값")
    case .number: Localized("number", "수")
    case .limit: Localized("limit", "제한")
    case .size: Localized("size", "크기")
    case .tag: Localized("tag", "태그")
    case .header: Localized("header", "헤더")
    case .mode: Localized("delivery mode", "delivery mode")
    case .key: Localized("routing key", "라우팅 키")
    case .permission: Localized("permission", "권한")
    case .mechanism: Localized("mechanism", "인증 방식")
    case .state: Localized("connection state", "연결 상태")
    case .timeout: Localized("timeout in ms", "제한 시간(ms)")
    case .channel: Localized("channel", "채널")
    case .claimed: Localized("user-id", "user-id")
    case .count: Localized("count", "개수")
    case .node: Localized("node", "노드")
    case .reason: Localized("reason", "이유")
    case .class: Localized("class", "클래스")
    case .found: Localized("found", "실제")
    case .octets: Localized("octets", "옥텟")
    case .octet: Localized("octet", "옥텟")
    case .words: Localized("words", "문구")
    case .what: Localized("what", "대상")
    case .feature: Localized("feature", "기능")
    case .backend: Localized("backend", "백엔드")
    }
  }
}

/// What a reply code means.
enum CodePhrase: String, Phrase {
  case success, contentTooLarge, noRoute, noConsumers, connectionForced, invalidPath
  case accessRefused, notFound, resourceLocked, preconditionFailed, frameError, syntaxError
  case commandInvalid, channelError, unexpectedFrame, resourceError, notAllowed, notImplemented
  case internalError

  init(_ code: ReplyCode) {
    self = Self(rawValue: "\(code)") ?? .success
  }

  var words: Localized {
    switch self {
    case .success: Localized("All is well.", "정상입니다.")
    case .contentTooLarge:
      Localized(
        "The content is too large for now. RabbitMQ never says so.",
        "내용이 지금은 너무 큽니다. RabbitMQ는 쓰지 않는 코드입니다.")
    case .noRoute:
      Localized(
        "A mandatory message reached no queue.", "mandatory 메시지가 아무 큐에도 도착하지 못했습니다.")
    case .noConsumers:
      Localized(
        "An immediate message found no consumer. RabbitMQ never says so.",
        "immediate 메시지를 받을 컨슈머가 없습니다. RabbitMQ는 쓰지 않는 코드입니다.")
    case .connectionForced:
      Localized(
        "An operator, or the broker's end, closed the connection. Try again later.",
        "운영자가 연결을 닫았거나 브로커가 멈춥니다. 나중에 다시 시도하세요.")
    case .invalidPath:
      Localized(
        "The virtual host is not known. RabbitMQ says 530 instead.",
        "알 수 없는 가상 호스트입니다. RabbitMQ는 대신 530을 씁니다.")
    case .accessRefused:
      Localized(
        "The client may not do that with this object.", "클라이언트가 이 대상에 그 일을 할 권한이 없습니다.")
    case .notFound:
      Localized("What was named is not there.", "말한 대상이 없습니다.")
    case .resourceLocked:
      Localized(
        "Another client has the object to itself.", "다른 클라이언트가 그 대상을 독점하고 있습니다.")
    case .preconditionFailed:
      Localized(
        "What was asked does not go with what is there, or with what RabbitMQ takes.",
        "요청한 것이 현재 상태나 RabbitMQ가 받아들이는 것과 맞지 않습니다.")
    case .frameError:
      Localized(
        "What came cannot be read: the client writes wrong bytes.",
        "받은 것을 읽을 수 없습니다. 클라이언트가 잘못된 바이트를 썼습니다.")
    case .syntaxError:
      Localized(
        "A frame has values that cannot be. RabbitMQ says so in its log only.",
        "프레임에 있을 수 없는 값이 있습니다. RabbitMQ는 로그에만 씁니다.")
    case .commandInvalid:
      Localized(
        "The method is out of place, or there is none of that kind.",
        "지금 올 수 없는 메서드이거나 그런 것이 없습니다.")
    case .channelError:
      Localized(
        "The channel is not open, is open twice, or the method belongs elsewhere.",
        "채널이 열려 있지 않거나, 두 번 열렸거나, 메서드가 다른 곳에 속합니다.")
    case .unexpectedFrame:
      Localized(
        "A frame came where another one had to.", "다른 프레임이 와야 할 곳에 프레임이 왔습니다.")
    case .resourceError:
      Localized(
        "The broker lacks what it needs to go on.", "브로커에 계속하는 데 필요한 것이 부족합니다.")
    case .notAllowed:
      Localized(
        "A limit is reached, or the broker's rules forbid it.", "제한에 이르렀거나 브로커의 규칙이 금합니다.")
    case .notImplemented:
      Localized(
        "RabbitMQ does not have that part of AMQP, or not for this kind of queue.",
        "RabbitMQ에 없는 AMQP 기능이거나 이 종류의 큐에서 쓸 수 없는 기능입니다.")
    case .internalError:
      Localized(
        "Something failed in the broker; its log tells more.",
        "브로커 안에서 오류가 났습니다. 자세한 내용은 브로커 로그에 있습니다.")
    }
  }
}
