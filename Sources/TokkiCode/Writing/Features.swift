import AMQPModel
import TokkiClient

/// What a program needs helpers for.
struct Features {
  var connects = false
  var waits = false
  var receives = false
  var works = false
  /// What workers reply.
  var replies: Set<WorkPlan.Reply> = []
  var worksByDots = false
  var returns = false
  var confirms = false
  var kills = false
  var flushes = false
  var takes = false
  var findsNothing = false
  /// The broker refuses something that it answers.
  var failsAnswering = false
  /// The broker refuses something that it does not answer.
  var failsSilently = false
  var hasUsers = false
  var hasVirtualHosts = false
  var hasTimestamps = false
  var hasDecimals = false
  var hasFloats = false

  init(_ program: Program) {
    for action in program.actions { read(action) }
    for consumer in program.consumers {
      read(consumer.method.arguments)
      guard let plan = consumer.plan else { continue }
      works = true
      if let reply = plan.reply { replies.insert(reply) }
      if plan.duration == .dots { worksByDots = true }
    }
  }

  private mutating func read(_ action: Action) {
    if let failure = action.failure {
      if action.isAnsweredByMethod { failsAnswering = true } else { failsSilently = true }
      _ = failure
    }
    switch action {
    case .connect(_, let host, let user, _, _):
      connects = true
      hasUsers = hasUsers || user != nil
      hasVirtualHosts = hasVirtualHosts || host != nil
    case .wait: waits = true
    case .receive: receives = true
    case .returned: returns = true
    case .publish(let publish):
      confirms = confirms || publish.isConfirmed
      read(publish.content.properties)
    case .get(_, let taken, _, nil):
      if taken == nil { findsNothing = true } else { takes = true }
    case .kill: kills = true
    case .flush: flushes = true
    case .ask(let method, _, _): for table in method.tables { read(table) }
    case .declareNamedByBroker(let method, _, _): read(method.arguments)
    case .comment, .open, .consume, .finish, .get, .settle, .closeChannel, .close: break
    }
  }

  private mutating func read(_ properties: BasicProperties) {
    if properties.timestamp != nil { hasTimestamps = true }
    if let headers = properties.headers { read(headers) }
  }

  private mutating func read(_ table: FieldTable) {
    for entry in table.entries { read(entry.value) }
  }

  private mutating func read(_ value: FieldValue) {
    switch value {
    case .timestamp: hasTimestamps = true
    case .decimal: hasDecimals = true
    case .float, .double: hasFloats = true
    case .table(let table): read(table)
    case .array(let values): for value in values { read(value) }
    case .boolean, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .longString, .byteArray,
      .void:
      break
    }
  }
}

extension Action {
  var failure: Failure? {
    switch self {
    case .connect(_, _, _, _, let failure), .ask(_, _, let failure), .consume(_, _, let failure),
      .get(_, _, _, let failure), .settle(_, _, _, let failure):
      failure
    case .publish(let publish): publish.failure
    case .comment, .open, .declareNamedByBroker, .receive, .finish, .returned, .flush,
      .closeChannel, .close, .kill, .wait:
      nil
    }
  }

  /// Whether a refusal is the answer to it, rather than something that comes at some time.
  var isAnsweredByMethod: Bool {
    switch self {
    case .publish, .settle: false
    default: true
    }
  }
}

extension Method {
  /// The arguments that it carries.
  var tables: [FieldTable] {
    switch self {
    case .queueDeclare(let method): [method.arguments]
    case .exchangeDeclare(let method): [method.arguments]
    case .queueBind(let method): [method.arguments]
    case .queueUnbind(let method): [method.arguments]
    case .exchangeBind(let method): [method.arguments]
    case .exchangeUnbind(let method): [method.arguments]
    case .basicConsume(let method): [method.arguments]
    default: []
    }
  }
}
