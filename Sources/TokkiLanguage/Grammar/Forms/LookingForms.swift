import AMQPModel

extension Grammar {
  static let looking: [CommandForm] = [
    CommandForm(
      name: .show, group: .looking, searchedAs: ["draw", "topology", "picture", "display"],
      options: [
        OptionForm(.mermaid, "as the text of a Mermaid flowchart", "Mermaid 순서도의 텍스트로"),
        OptionForm(.dot, "as a graph in the language of Graphviz", "Graphviz의 그래프 언어로"),
      ],
      summary: Localized(
        "the topology as a picture: exchanges → queues → consumers",
        "토폴로지 그림: 익스체인지 → 큐 → 컨슈머"),
      note: Localized(
        "A picture for a page of yours: put what --mermaid answers into a ```mermaid block, or "
          + "what --dot answers into a file for `dot -Tsvg`.",
        "문서에 넣을 그림: --mermaid의 결과는 ```mermaid 블록에, --dot의 결과는 파일로 저장해 `dot -Tsvg`에 "
          + "넣으세요."),
      example: ["show"], build: SeeingBuilder.show),
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
        "`list messages QUEUE` shows what a queue holds, and takes nothing out. `list messages` "
          + "shows every message of this run, in the current virtual host, by its number, for "
          + "`trace`.",
        "`list messages 큐이름`은 그 큐에 든 메시지를 보기만 하고 꺼내지 않습니다. `list messages`는 이번 실행 중 "
          + "현재 가상 호스트의 모든 메시지를 번호와 함께 보여 줍니다 (`trace`에 쓰는 번호)."),
      example: ["list queues"], build: list),
    CommandForm(
      name: .explain, group: .looking, aliases: ["explain last"], searchedAs: ["why"],
      summary: Localized(
        "the last publish, binding by binding; or the last error, if that came later",
        "마지막 발행의 경로를 바인딩마다, 또는 그 뒤에 오류가 났으면 그 오류를 설명합니다"),
      note: Localized(
        "After an error it tells the rule, what was asked and what stands against it, where "
          + "RabbitMQ's documentation explains it, and the way out.",
        "오류 뒤에는 규칙, 요청한 것과 맞지 않는 것, RabbitMQ 문서의 설명 위치, 해결 방법을 보여 줍니다."),
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
      name: .explainError, group: .looking, searchedAs: ["error", "errors", "exception"],
      parameters: [ParameterForm("CODE|RULE|TEXT", .error, .rest)],
      summary: Localized(
        "the last error; or what a reply code, a rule or a text of RabbitMQ means",
        "마지막 오류, 또는 RabbitMQ의 응답 코드나 규칙, 오류 문구의 뜻"),
      note: Localized(
        "Paste a whole text from a log in double quotes, as in explain error \"NOT_FOUND - no "
          + "queue 'a' in vhost '/'\"; or search with some words of it.",
        "로그의 오류 문구 전체를 큰따옴표 안에 붙여 넣거나(explain error \"NOT_FOUND - no queue 'a' in vhost "
          + "'/'\") 그중 몇 단어로 찾을 수 있습니다."),
      example: ["explain error PRECONDITION_FAILED"],
      build: { line in
        let asked = line.rest.map(\.text).joined(separator: " ")
        return .look(.explainError(asked.isEmpty ? nil : asked))
      }),
    CommandForm(
      name: .code, group: .looking,
      searchedAs: ["export", "generate", "program", "go", "python", "java", "javascript"],
      parameters: [
        ParameterForm(
          ProgrammingLanguage.allCases.map(\.rawValue).joined(separator: "|"),
          .choice(ProgrammingLanguage.allCases.map(\.rawValue), isOpen: false))
      ],
      options: [
        OptionForm(
          .from, "N|CHECKPOINT", .checkpoint, "begin with step N, or behind a checkpoint",
          "N단계부터, 또는 체크포인트 다음부터 시작합니다"),
        OptionForm(
          .to, "FILE", .newFile, "write it to a new file", "새 파일에 저장합니다"),
      ],
      summary: Localized(
        "the run so far as a program for a real client",
        "지금까지 한 일을 실제 클라이언트 프로그램으로 보입니다"),
      note: Localized(
        "The clients: amqp091-go, pika, RabbitMQ's Java client, amqplib, Tokki's own library, "
          + "RabbitMQ.Client. Steps are numbered in the program; what was undone is left out.",
        "클라이언트는 amqp091-go, pika, RabbitMQ Java 클라이언트, amqplib, Tokki 라이브러리, RabbitMQ.Client입니다. "
          + "프로그램에 단계 번호가 있고, undo한 것은 빠집니다."),
      example: ["declare queue tasks --durable", "publish \"\" tasks hello", "code go"],
      build: { line in
        let language = line.text(0).flatMap(ProgrammingLanguage.init) ?? .go
        let start = line.text(.from).map { text in
          Int(text).map(CodeRequest.Start.step) ?? .checkpoint(text)
        }
        return .look(
          .code(CodeRequest(language: language, start: start, file: line.text(.to))))
      }),
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
      return .look(.list(line.text(1).map { .messages(queue: $0) } ?? .allMessages))
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
