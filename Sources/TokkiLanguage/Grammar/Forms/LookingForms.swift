import AMQPModel

extension Grammar {
  static let looking: [CommandForm] = [
    CommandForm(
      name: .show, group: .looking, searchedAs: ["draw", "topology", "picture", "display"],
      summary: Localized(
        "the topology as a picture: exchanges → queues → consumers",
        "토폴로지 그림: 익스체인지 → 큐 → 컨슈머"),
      example: ["show"], build: { _ in .look(.show) }),
    CommandForm(
      name: .list, group: .looking,
      searchedAs: [
        "ls", "queues", "exchanges", "bindings", "consumers", "messages", "vhosts", "users",
        "policies", "permissions", "limits",
      ],
      parameters: [
        ParameterForm("WHAT", .choice(ListedThing.allCases.map(\.rawValue), isOpen: false)),
        ParameterForm("QUEUE", .queue, .optional),
      ],
      summary: Localized(
        "a table, with the columns of the management UI", "관리 UI와 같은 열의 표를 보입니다"),
      note: Localized(
        "Messages are those of one queue: `list messages QUEUE`. Listing takes nothing out.",
        "메시지는 큐를 정해서 봅니다: `list messages 큐이름`. 보기만 하고 꺼내지 않습니다."),
      example: ["list queues"], build: list),
    CommandForm(
      name: .explain, group: .looking, aliases: ["explain last"], searchedAs: ["why"],
      summary: Localized(
        "how the last publish was routed: each binding tried, and why",
        "마지막 발행의 경로: 시도한 바인딩 하나하나와 그 이유"),
      example: ["publish \"\" nowhere \"lost\"", "explain"],
      build: { _ in .look(.explainLast) }),
    CommandForm(
      name: .explainPublish, group: .looking,
      parameters: messageParameters.map { parameter in
        parameter.name == "BODY" ? ParameterForm("BODY", .text, .optional) : parameter
      },
      options: OptionForm.dryRun,
      summary: Localized(
        "how a publish would be routed, without doing it",
        "실제로 보내지 않고, 보낸다면 어떻게 라우팅될지"),
      example: ["explain publish amq.topic kern.critical"],
      build: PublishingBuilder.explain),
    CommandForm(
      name: .status, group: .looking, searchedAs: ["info", "version"],
      summary: Localized(
        "profile, seed, virtual time, virtual host, clients",
        "프로필, 시드, 가상 시간, 가상 호스트, 클라이언트"),
      example: ["status"], build: { _ in .look(.status) }),
  ]

  static let checking: [CommandForm] = [
    CommandForm(
      name: .expect, group: .checking, searchedAs: ["assert", "check", "verify", "test"],
      parameters: [ParameterForm("WHAT", .words, .rest)],
      summary: Localized(
        "check a claim; if it is false, the first fact that differs is named",
        "주장을 확인합니다; 틀리면 처음으로 다른 사실을 알려 줍니다"),
      example: ["declare queue task_queue", "expect queue task_queue ready 0 unacked 0"],
      build: { (line) throws(ParseError) in
        .expect(try ExpectationParser.parse(line.rest, end: line.end))
      })
  ]

  private static func list(_ line: Arguments) throws(ParseError) -> Command {
    guard let thing = line.text(0).flatMap(ListedThing.init) else { throw line.missing("WHAT") }
    let listing: LookCommand.Listing
    switch thing {
    case .queues: listing = .queues
    case .exchanges: listing = .exchanges
    case .bindings: listing = .bindings
    case .consumers: listing = .consumers
    case .connections: listing = .connections
    case .channels: listing = .channels
    case .virtualHosts: listing = .virtualHosts
    case .checkpoints: listing = .checkpoints
    case .policies: listing = .policies
    case .users: listing = .users
    case .permissions: listing = .permissions
    case .topicPermissions: listing = .topicPermissions
    case .limits: listing = .limits
    case .messages:
      guard let queue = line.text(1) else { throw line.missing("QUEUE") }
      return .look(.list(.messages(queue: queue)))
    }
    guard let extra = line.positionalRange(1) else { return .look(.list(listing)) }
    throw ParseError(.unexpectedWord(line.text(1) ?? ""), at: extra, in: .list)
  }
}

/// The words that may follow `list`.
enum ListedThing: String, CaseIterable {
  case queues
  case exchanges
  case bindings
  case consumers
  case connections
  case channels
  case messages
  case virtualHosts = "vhosts"
  case policies
  case users
  case permissions
  case topicPermissions = "topic permissions"
  case limits
  case checkpoints
}
