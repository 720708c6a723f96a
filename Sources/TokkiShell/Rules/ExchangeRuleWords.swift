import TokkiBroker

extension RuleWords {
  static let exchanges: [RuleName: RuleWords] = [
    .noExchange: RuleWords(
      (
        "An exchange must be declared before it is used.", "익스체인지는 사용하기 전에 선언해야 합니다."
      ),
      cure: (
        "Declare it first, in the same virtual host, with the type that the publishers expect.",
        "같은 가상 호스트에 발행자가 기대하는 타입으로 먼저 선언하세요."
      ),
      try: "declare exchange <exchange> direct", "list exchanges"),
    .unknownExchangeType: RuleWords(
      (
        "The exchange types that every RabbitMQ has are direct, fanout, topic and headers.",
        "모든 RabbitMQ에 있는 익스체인지 타입은 direct, fanout, topic, headers입니다."
      ),
      cure: (
        "Choose one of them. Others come with later versions (x-local-random in 4.0) or with "
          + "plugins (x-delayed-message).",
        "그중 하나를 고르세요. 다른 타입은 더 새로운 버전(4.0의 x-local-random)이나 "
          + "플러그인(x-delayed-message)에 있습니다."
      ),
      try: "help declare"),
    .defaultExchange: RuleWords(
      (
        "The default exchange is bound to every queue by its name; that cannot be changed.",
        "기본 익스체인지는 모든 큐에 큐 이름으로 바인딩되어 있으며 바꿀 수 없습니다."
      ),
      cure: (
        "Publish to the queue by its name, or declare an exchange of your own and bind that.",
        "큐 이름으로 발행하거나, 직접 선언한 익스체인지에 바인딩하세요."
      ),
      try: "list exchanges", "help declare exchange"),
    .reservedName: RuleWords(
      (
        "Names that begin with amq. belong to the broker.", "amq.로 시작하는 이름은 브로커의 것입니다."
      ),
      cure: (
        "Choose another name; with an empty one the broker names a queue itself.",
        "다른 이름을 고르세요. 이름을 비우면 브로커가 큐 이름을 지어 줍니다."
      ),
      try: "help declare", "declare queue"),
    .systemExchange: RuleWords(
      (
        "Exchanges whose names begin with amq. belong to the broker, and cannot be deleted.",
        "amq.로 시작하는 익스체인지는 브로커의 것이라 삭제할 수 없습니다."
      ),
      cure: (
        "Leave it: it costs nothing. What is bound to it can be unbound.",
        "그대로 두어도 부담이 없습니다. 바인딩만 풀 수 있습니다."
      ),
      try: "list exchanges", "list bindings"),
    .inequivalentArgument: RuleWords(
      (
        "A second declaration must have the same properties and arguments as the first.",
        "다시 선언할 때는 속성과 인자가 처음과 모두 같아야 합니다."
      ),
      cure: (
        "Declare it as it is, look at it with a passive declaration, or delete it and declare it "
          + "anew. Limits and TTLs are better set by a policy, which can change.",
        "있는 그대로 선언하거나, passive로 확인만 하거나, 삭제하고 새로 선언하세요. 제한과 TTL은 바꿀 수 있는 정책으로 정하는 편이 낫습니다."
      ),
      try: "<?queue>list queues", "<?exchange>list exchanges", "declare queue <queue> --passive",
      "declare exchange <exchange> --passive", "delete queue <queue>",
      "delete exchange <exchange>"),
    .exchangeInUse: RuleWords(
      (
        "With if-unused, an exchange that has bindings is not deleted.",
        "if-unused이면 바인딩이 있는 익스체인지는 삭제되지 않습니다."
      ),
      cure: (
        "Unbind what is bound to it, or delete it without the condition.",
        "바인딩을 먼저 풀거나 조건 없이 삭제하세요."
      ),
      try: "list bindings", "delete exchange <exchange>"),
    .exchangeArgumentType: RuleWords(
      (
        "The argument alternate-exchange is the name of an exchange, a text.",
        "alternate-exchange 인자는 익스체인지의 이름, 곧 문자열입니다."
      ),
      cure: (
        "Give the name as a string.", "이름을 문자열로 주세요."
      ),
      try: "help declare exchange"),
    .headersBinding: RuleWords(
      (
        "A binding to a headers exchange says how to compare: x-match is all, any, all-with-x or "
          + "any-with-x.",
        "headers 익스체인지의 바인딩에서 x-match는 all, any, all-with-x, any-with-x 중 하나입니다."
      ),
      cure: (
        "Use one of the four as a string; without x-match it is all.",
        "넷 중 하나를 문자열로 주세요. x-match가 없으면 all입니다."
      ),
      try: "help bind queue"),
    .localRandomBinding: RuleWords(
      (
        "A local random exchange takes classic queues only, bound with an empty key.",
        "local random 익스체인지에는 classic 큐만 빈 키로 바인딩할 수 있습니다."
      ),
      cure: (
        "Bind an exclusive classic queue on the node that publishes, with an empty key.",
        "발행하는 노드의 exclusive classic 큐를 빈 키로 바인딩하세요."
      ),
      try: "help bind queue"),
  ]
}
