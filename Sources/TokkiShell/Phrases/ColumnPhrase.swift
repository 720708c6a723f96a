import TokkiLanguage

/// The titles of tables' columns; in English those of the management UI where it has such a one.
enum ColumnPhrase: String, Phrase {
  case name, kind, pattern, applyTo, priority, definition, tags, user, configure, write, read
  case exchange, of, limit, value, now, message, time, publisher, routingKey, body, queue
  case client, consumerTag, ackRequired, prefetch, active, unacked, userName, virtualHost
  case channels, state, connection, channel, mode, global, consumers, type, features, ready
  case total, from, bindingKey, to, arguments, queues, inUse, policy, opPolicy, position

  var words: Localized {
    switch self {
    case .name: Localized("Name", "이름")
    case .kind: Localized("Kind", "종류")
    case .pattern: Localized("Pattern", "패턴")
    case .applyTo: Localized("Apply to", "적용 대상")
    case .priority: Localized("Priority", "우선순위")
    case .definition: Localized("Definition", "정의")
    case .tags: Localized("Tags", "태그")
    case .user: Localized("User", "사용자")
    case .configure: Localized("Configure", "Configure")
    case .write: Localized("Write", "Write")
    case .read: Localized("Read", "Read")
    case .exchange: Localized("Exchange", "익스체인지")
    case .of: Localized("Of", "대상")
    case .limit: Localized("Limit", "제한")
    case .value: Localized("Value", "값")
    case .now: Localized("Now", "지금")
    case .message: Localized("Message", "메시지")
    case .time: Localized("Time", "시각")
    case .publisher: Localized("Publisher", "발행")
    case .routingKey: Localized("Routing key", "라우팅 키")
    case .body: Localized("Body", "본문")
    case .queue: Localized("Queue", "큐")
    case .client: Localized("Client", "클라이언트")
    case .consumerTag: Localized("Consumer tag", "컨슈머 태그")
    case .ackRequired: Localized("Ack required", "ack 필요")
    case .prefetch: Localized("Prefetch", "프리페치")
    case .active: Localized("Active", "활성")
    case .unacked: Localized("Unacked", "Unacked")
    case .userName: Localized("User name", "사용자")
    case .virtualHost: Localized("Virtual host", "가상 호스트")
    case .channels: Localized("Channels", "채널")
    case .state: Localized("State", "상태")
    case .connection: Localized("Connection", "연결")
    case .channel: Localized("Channel", "채널")
    case .mode: Localized("Mode", "모드")
    case .global: Localized("Global", "채널 전체")
    case .consumers: Localized("Consumers", "컨슈머")
    case .type: Localized("Type", "타입")
    case .features: Localized("Features", "특성")
    case .ready: Localized("Ready", "Ready")
    case .total: Localized("Total", "합계")
    case .from: Localized("From", "출발")
    case .bindingKey: Localized("Binding key", "바인딩 키")
    case .to: Localized("To", "도착")
    case .arguments: Localized("Arguments", "인자")
    case .queues: Localized("Queues", "큐")
    case .inUse: Localized("In use", "사용 중")
    case .policy: Localized("Policy", "정책")
    case .opPolicy: Localized("Op. policy", "운영자 정책")
    case .position: Localized("Position", "순서")
    }
  }

  /// Numbers stand at the right of their column.
  var isNumber: Bool {
    switch self {
    case .priority, .value, .message, .time, .prefetch, .unacked, .channels, .channel, .global,
      .consumers, .ready, .total, .queues, .position:
      true
    case .name, .kind, .pattern, .applyTo, .definition, .tags, .user, .configure, .write, .read,
      .exchange, .of, .limit, .now, .publisher, .routingKey, .body, .queue, .client, .consumerTag,
      .ackRequired, .active, .userName, .virtualHost, .state, .connection, .mode, .type, .features,
      .from, .bindingKey, .to, .arguments, .inUse, .policy, .opPolicy:
      false
    }
  }
}
