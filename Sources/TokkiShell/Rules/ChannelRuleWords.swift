import TokkiBroker

extension RuleWords {
  static let channels: [RuleName: RuleWords] = [
    .brokenFrame: RuleWords(
      (
        "A frame has a known type, and ends with the octet 206 where its size says so.",
        "프레임은 알려진 타입이어야 하고, 크기가 가리키는 곳에서 옥텟 206으로 끝나야 합니다."
      ),
      cure: (
        "The client has lost count: two threads that write to one connection are the usual cause.",
        "클라이언트가 바이트를 잘못 세고 있습니다. 두 스레드가 한 연결에 쓰는 것이 흔한 원인입니다."
      ),
      try: "list connections"),
    .frameTooLarge: RuleWords(
      (
        "No frame is larger than the frame-max that both sides agreed on.",
        "프레임은 양쪽이 합의한 frame-max보다 클 수 없습니다."
      ),
      cure: (
        "The client must cut bodies into frames; a header table that is larger cannot be sent.",
        "본문은 클라이언트가 여러 프레임으로 나누어야 하며, 그보다 큰 헤더 테이블은 보낼 수 없습니다."
      ),
      try: "list connections"),
    .unexpectedFrame: RuleWords(
      (
        "Content belongs to a channel, heartbeats to channel 0, and nothing comes before the "
          + "connection is open.",
        "내용은 채널에, 하트비트는 채널 0에 속하며, 연결이 열리기 전에는 아무것도 보낼 수 없습니다."
      ),
      cure: (
        "It is an error of the client library.", "클라이언트 라이브러리의 오류입니다."
      ),
      try: "list connections"),
    .contentExpected: RuleWords(
      (
        "A publish is its method, a header, and bodies of exactly the size that the header says; "
          + "nothing else may come between them on that channel.",
        "발행은 메서드, 헤더, 헤더가 말한 크기만큼의 본문 순서이며 그 채널에서 사이에 다른 것이 올 수 없습니다."
      ),
      cure: (
        "Give each thread a channel of its own: publishes that share one get mixed up.",
        "스레드마다 채널을 따로 쓰세요. 한 채널을 나누어 쓰면 발행이 뒤섞입니다."
      ),
      try: "list channels"),
    .undecodable: RuleWords(
      (
        "The arguments of a method have the types of the specification, and names are UTF-8.",
        "메서드의 인자는 명세의 타입이어야 하고 이름은 UTF-8이어야 합니다."
      ),
      cure: (
        "Look at the field types that the client writes: RabbitMQ's errata list them.",
        "클라이언트가 쓰는 필드 타입을 확인하세요. RabbitMQ의 errata에 목록이 있습니다."
      ),
      try: "list connections"),
    .channelNotOpen: RuleWords(
      (
        "A channel is opened once, before it is used.", "채널은 사용하기 전에 한 번만 엽니다."
      ),
      cure: (
        "Open the channel; after an error that closed it, open a new one.",
        "채널을 여세요. 오류로 닫혔다면 새 채널을 여세요."
      ),
      try: "list channels"),
    .channelOpenTwice: RuleWords(
      (
        "A channel is opened once, before it is used.", "채널은 사용하기 전에 한 번만 엽니다."
      ),
      cure: (
        "Use another number, or close the channel first.", "다른 번호를 쓰거나 먼저 채널을 닫으세요."
      ),
      try: "list channels"),
    .channelLimit: RuleWords(
      (
        "A connection has no more channels than the channel-max that was agreed on.",
        "연결 하나의 채널 수는 합의한 channel-max를 넘을 수 없습니다."
      ),
      cure: (
        "Close channels that nobody needs: a channel for each message is a leak.",
        "쓰지 않는 채널을 닫으세요. 메시지마다 채널을 여는 것은 누수입니다."
      ),
      try: "list channels"),
    .userChannelLimit: RuleWords(
      (
        "An operator may limit how many channels a user has, over all its connections.",
        "운영자는 한 사용자가 모든 연결에서 쓰는 채널 수를 제한할 수 있습니다."
      ),
      cure: (
        "Close channels that nobody needs, or have the limit raised: set user limits.",
        "쓰지 않는 채널을 닫거나 제한을 올리세요: set user limits."
      ),
      try: "list channels"),
    .nodeChannelLimit: RuleWords(
      (
        "channel_max_per_node in the broker's configuration limits the channels of a node.",
        "브로커 설정의 channel_max_per_node가 노드의 채널 수를 제한합니다."
      ),
      cure: (
        "Close channels that nobody needs, or have the limit raised.",
        "쓰지 않는 채널을 닫거나 제한을 올리세요."
      ),
      try: "list channels"),
    .unimplementedMethod: RuleWords(
      (
        "A method goes from the client to the broker or back: the broker takes none of its own.",
        "메서드는 보내는 쪽이 정해져 있습니다. 브로커는 자신이 보내는 메서드를 받지 않습니다."
      ),
      cure: (
        "It is an error of the client library, or a method that this version does not have.",
        "클라이언트 라이브러리의 오류이거나 이 버전에 없는 메서드입니다."
      ),
      try: "help"),
    .flowStopped: RuleWords(
      (
        "A client cannot stop deliveries by channel.flow; RabbitMQ has prefetch counts for that.",
        "클라이언트는 channel.flow로 전달을 멈출 수 없습니다. RabbitMQ에서는 프리페치(prefetch count)를 씁니다."
      ),
      cure: (
        "Set a prefetch count, or cancel the consumer for a while.",
        "프리페치를 설정하거나 컨슈머를 잠시 취소하세요."
      ),
      try: "help qos", "help cancel"),
    .channelMode: RuleWords(
      (
        "A channel is either transactional or confirms publishes, for all its life.",
        "채널은 트랜잭션 모드이거나 컨펌(confirm) 모드이며, 도중에 바꿀 수 없습니다."
      ),
      cure: (
        "Use one channel for transactions and another one for confirms.",
        "트랜잭션용 채널과 컨펌용 채널을 따로 쓰세요."
      ),
      try: "list channels", "confirm select --channel 2"),
    .notTransactional: RuleWords(
      (
        "A transaction must be begun before it is committed or rolled back.",
        "트랜잭션은 시작한 뒤에야 커밋하거나 롤백할 수 있습니다."
      ),
      cure: ("Begin with tx select.", "tx select로 시작하세요."),
      try: "list channels", "tx select"),
    .commandDuringCommit: RuleWords(
      (
        "After tx.commit the channel takes nothing until commit-ok has come.",
        "tx.commit 뒤에는 commit-ok가 올 때까지 그 채널에 아무것도 보낼 수 없습니다."
      ),
      cure: (
        "Wait for the answer; commits that have to write to disk take a while.",
        "응답을 기다리세요. 디스크에 쓰는 커밋은 시간이 걸립니다."
      ),
      try: "list channels"),
    .failedCommit: RuleWords(
      (
        "A commit fails when a classic queue refuses one of its messages or, in 4.0, is gone; the "
          + "others may have been taken. What a quorum queue refuses is lost without a word.",
        "클래식 큐가 메시지를 하나라도 거절하거나, 4.0에서는 그때 이미 없어도, 커밋은 실패합니다. 나머지는 이미 "
          + "들어갔을 수 있습니다. 쿼럼 큐가 거절한 메시지는 아무 말 없이 사라집니다."
      ),
      cure: (
        "Make room in the queue. Transactions are atomic within one queue only; confirms tell of "
          + "each message.",
        "큐에 자리를 만드세요. 트랜잭션은 큐 하나 안에서만 원자적이며, 컨펌은 메시지마다 결과를 알려 줍니다."
      ),
      try: "list queues", "help confirm select"),
  ]
}
