import TokkiBroker

extension RuleWords {
  static let queues: [RuleName: RuleWords] = [
    .noQueue: RuleWords(
      ("A queue must be declared before it is used.", "큐는 사용하기 전에 선언해야 합니다."),
      cure: (
        "Declare it first, in the same virtual host. It may have been there: exclusive, "
          + "auto-delete and expired queues go away, and so do transient ones in a restart.",
        "같은 가상 호스트에 먼저 선언하세요. 전에는 있었을 수도 있습니다. exclusive, auto-delete, 만료된 큐는 사라지고, durable이 "
          + "아닌 큐는 재시작하면 없어집니다."
      ),
      try: "declare queue <queue>", "list queues"),
    .noLastQueue: RuleWords(
      (
        "An empty queue name means the queue that this channel declared last.",
        "빈 큐 이름은 이 채널이 마지막으로 선언한 큐를 뜻합니다."
      ),
      cure: (
        "Name the queue, or declare one on this channel first.",
        "큐 이름을 쓰거나 이 채널에서 먼저 큐를 선언하세요."
      ),
      try: "list queues", "declare queue"),
    .queueDown: RuleWords(
      (
        "A queue is used through its leader; while that is down, stopped or slow, it cannot be.",
        "큐는 리더를 통해 사용합니다. 리더가 내려갔거나 멈췄거나 느리면 쓸 수 없습니다."
      ),
      cure: (
        "Wait and try again; have the node or the queue looked after. Quorum queues elect a new "
          + "leader.",
        "기다렸다가 다시 시도하고 노드나 큐의 상태를 확인하세요. 쿼럼 큐는 새 리더를 뽑습니다."
      ),
      try: "list queues"),
    .exclusiveQueue: RuleWords(
      (
        "An exclusive queue can be used by the connection that declared it, and by no other.",
        "exclusive 큐는 선언한 연결만 사용할 수 있습니다."
      ),
      cure: (
        "Use it in the same connection, choose another name, or declare it without exclusive. It "
          + "goes away with its connection.",
        "같은 연결에서 쓰거나, 다른 이름을 고르거나, exclusive 없이 선언하세요. 이 큐는 연결과 함께 사라집니다."
      ),
      try: "list consumers", "list queues", "list connections"),
    .queueInUse: RuleWords(
      (
        "With if-unused, a queue that has consumers is not deleted.",
        "if-unused이면 컨슈머가 있는 큐는 삭제되지 않습니다."
      ),
      cure: (
        "Cancel its consumers first, or delete it without the condition.",
        "먼저 컨슈머를 취소하거나 조건 없이 삭제하세요."
      ),
      try: "list consumers", "delete queue <queue>"),
    .queueNotEmpty: RuleWords(
      (
        "With if-empty, a queue that holds messages is not deleted.",
        "if-empty이면 메시지가 있는 큐는 삭제되지 않습니다."
      ),
      cure: (
        "Consume or purge what is ready, or delete it without the condition.",
        "남은 메시지를 소비하거나 비우고, 아니면 조건 없이 삭제하세요."
      ),
      try: "purge <queue>", "list messages <queue>", "delete queue <queue>"),
    .conditionalDelete: RuleWords(
      (
        "A quorum queue is deleted without conditions: it knows neither if-unused nor if-empty.",
        "쿼럼 큐는 조건 없이만 삭제합니다. if-unused와 if-empty를 쓸 수 없습니다."
      ),
      cure: (
        "Look first, then delete without the condition.", "먼저 확인한 뒤 조건 없이 삭제하세요."
      ),
      try: "list queues", "delete queue <queue>"),
    .serverNamedQueue: RuleWords(
      (
        "Only a classic queue can be named by the broker.", "브로커가 이름을 지어 줄 수 있는 것은 클래식 큐뿐입니다."
      ),
      cure: (
        "Give the queue a name, or declare a classic one, exclusive as a rule.",
        "이름을 정하거나 클래식 큐(보통 exclusive)로 선언하세요."
      ),
      try: "help declare queue", "declare queue --exclusive"),
    .quorumProperty: RuleWords(
      (
        "Replicated queues, quorum queues and streams, are durable, not exclusive, and do not "
          + "delete themselves.",
        "복제되는 큐(쿼럼 큐와 스트림)는 durable이며, exclusive나 auto-delete일 수 없습니다."
      ),
      cure: (
        "Declare it durable and without those flags, or declare a classic queue. x-expires lets a "
          + "quorum queue go when nobody uses it.",
        "그 플래그 없이 durable로 선언하거나 클래식 큐를 쓰세요. x-expires를 쓰면 아무도 쓰지 않는 쿼럼 큐가 사라집니다."
      ),
      try: "help declare queue", "declare queue <queue> --durable --type quorum"),
    .queueLimit: RuleWords(
      (
        "An operator may limit how many queues a virtual host has.",
        "운영자는 가상 호스트의 큐 수를 제한할 수 있습니다."
      ),
      cure: (
        "Delete queues that nobody needs, or have the limit raised: set vhost limits.",
        "쓰지 않는 큐를 삭제하거나 제한을 올리세요: set vhost limits."
      ),
      try: "list queues"),
    .clusterQueueLimit: RuleWords(
      (
        "cluster_queue_limit in the broker's configuration limits the queues of a cluster.",
        "브로커 설정의 cluster_queue_limit가 클러스터의 큐 수를 제한합니다."
      ),
      cure: (
        "Delete queues that nobody needs, or have the limit raised.",
        "쓰지 않는 큐를 삭제하거나 제한을 올리세요."
      ),
      try: "list queues"),
    .queueStoreFault: RuleWords(
      (
        "What is declared is written to the cluster's metadata store, which has to answer in time.",
        "선언한 것은 클러스터의 메타데이터 저장소에 기록되며, 저장소가 제때 응답해야 합니다."
      ),
      cure: (
        "Try again; have the cluster looked after: a majority of its nodes must be up.",
        "다시 시도하고 클러스터를 확인하세요. 노드의 과반수가 살아 있어야 합니다."
      ),
      try: "list queues"),
    .queueTypeDisabled: RuleWords(
      (
        "A queue type that is new in a version needs its feature flag, on every node.",
        "새 버전의 큐 타입은 모든 노드에서 feature flag를 켜야 쓸 수 있습니다."
      ),
      cure: (
        "Enable it: rabbitmqctl enable_feature_flag all.",
        "켜세요: rabbitmqctl enable_feature_flag all."
      ),
      try: "help declare queue"),
    .deprecatedFeature: RuleWords(
      (
        "The broker is configured to refuse a deprecated feature.",
        "브로커가 폐기 예정(deprecated) 기능을 거절하도록 설정되어 있습니다."
      ),
      cure: (
        "Do without it: durable or exclusive queues in place of transient ones, for example.",
        "그 기능 없이 하세요. 예를 들면 일시적인 큐 대신 durable이나 exclusive 큐를 씁니다."
      ),
      try: "help declare queue"),
  ]

  static let queueArguments: [RuleName: RuleWords] = [
    .argumentType: RuleWords(
      (
        "The broker checks arguments that it knows: numbers must be integers, names strings, "
          + "switches booleans.",
        "브로커는 아는 인자의 타입을 검사합니다. 수는 정수, 이름은 문자열, 켜고 끄는 것은 불리언이어야 합니다."
      ),
      cure: (
        "Give the value in its type; 60000 in quotation marks is a string.",
        "알맞은 타입으로 주세요. 따옴표 안의 60000은 문자열입니다."
      ),
      try: "help declare queue"),
    .argumentRange: RuleWords(
      (
        "Numbers have bounds: none is negative, x-expires is above 0, x-max-priority is at most "
          + "255, times are below 2^53 milliseconds.",
        "수에는 범위가 있습니다. 음수는 안 되고, x-expires는 0보다 크며, x-max-priority는 255 이하, 시간은 2^53밀리초 미만입니다."
      ),
      cure: ("Choose a number within the bounds.", "범위 안의 수를 고르세요."),
      try: "help declare queue"),
    .argumentValue: RuleWords(
      (
        "Some arguments take one of a few words: x-overflow, x-queue-type, x-queue-mode, "
          + "x-queue-version, x-dead-letter-strategy, x-queue-leader-locator.",
        "x-overflow, x-queue-type, x-queue-mode, x-queue-version, x-dead-letter-strategy, "
          + "x-queue-leader-locator 인자는 정해진 값만 받습니다."
      ),
      cure: (
        "Choose one of them: x-overflow is drop-head, reject-publish or reject-publish-dlx; "
          + "x-queue-type is classic, quorum or stream.",
        "그중 하나를 고르세요. x-overflow는 drop-head, reject-publish, reject-publish-dlx, "
          + "x-queue-type은 classic, quorum, stream입니다."
      ),
      try: "help declare queue"),
    .deadLetterKeyAlone: RuleWords(
      (
        "x-dead-letter-routing-key means nothing without x-dead-letter-exchange.",
        "x-dead-letter-routing-key는 x-dead-letter-exchange 없이는 뜻이 없습니다."
      ),
      cure: (
        "Name the exchange too; an empty name is the default exchange.",
        "익스체인지도 정하세요. 빈 이름은 기본 익스체인지입니다."
      ),
      try: "help declare queue"),
    .foreignArgument: RuleWords(
      (
        "Each queue type has arguments of its own, and refuses those of the others.",
        "큐 타입마다 쓸 수 있는 인자가 다르며, 다른 타입의 인자는 거절합니다."
      ),
      cure: (
        "Leave the argument out, or choose the queue type that has it.",
        "그 인자를 빼거나, 그 인자를 쓰는 큐 타입을 고르세요."
      ),
      try: "help declare queue"),
  ]
}
