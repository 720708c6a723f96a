import TokkiLanguage

extension Concept {
  static let brokerCard = Concept(
    "broker", "브로커", in: .broker,
    also: ["rabbitmq", "server", "message broker", "메시지 브로커", "서버"],
    what: Localized(
      """
      A broker is the program between those who send messages and those who receive them. \
      RabbitMQ is one. It takes messages in, decides by rules that you declare where each \
      goes, keeps it, and hands it out.
      """,
      """
      브로커는 메시지를 보내는 프로그램과 받는 프로그램 사이에서 메시지를 맡아 두는 프로그램입니다. RabbitMQ가 그런 브로커입니다. 메시지를 받으면 \
      미리 선언한 규칙에 따라 보낼 큐를 정하고, 큐에 보관했다가 받을 프로그램에 전달합니다.
      """),
    why: Localized(
      """
      Sender and receiver need not run at the same time, know each other's address, or be \
      equally fast.
      """,
      """
      보내는 쪽과 받는 쪽이 동시에 실행되고 있지 않아도 되고, 서로의 주소를 몰라도 되고, 처리 속도가 달라도 됩니다.
      """),
    example: [
      "declare queue hello",
      "publish \"\" hello \"Hello World!\"",
      "show",
      "get hello",
    ],
    confusedWith: Localized(
      """
      It is not the queue: one broker has many queues and exchanges.
      """,
      """
      큐와 같은 말이 아닙니다. 브로커 하나에 큐와 익스체인지가 여러 개 있습니다.
      """),
    see: ["exchange", "queue", "connection"],
    page: "Tutorials: Hello World",
    at: "rabbitmq.com/tutorials/tutorial-one-python")

  static let connectionCard = Concept(
    "connection", "연결", in: .broker,
    also: ["tcp connection", "heartbeat", "connections", "커넥션", "하트비트"],
    what: Localized(
      """
      A connection is the TCP connection between one program and the broker, after it has \
      logged in to a virtual host. A program usually has one for its whole life.
      """,
      """
      연결은 프로그램 하나와 브로커 사이의 TCP 연결로, 가상 호스트(virtual host) 하나에 로그인한 상태입니다. 보통 프로그램마다 하나를 열어 \
      끝날 때까지 씁니다.
      """),
    why: Localized(
      """
      Making one is slow, so it is kept. When it breaks, the broker knows that the program is \
      gone (heartbeats find out if the network is silent), and whatever it had not \
      acknowledged goes back to its queues.
      """,
      """
      새로 여는 비용이 크므로 열어 둔 채로 씁니다. 연결이 끊어지면 브로커는 프로그램이 사라진 것을 압니다. 네트워크가 소리 없이 끊어진 경우는 \
      하트비트(heartbeat)로 알아냅니다. 그 프로그램이 ack하지 않은 메시지는 큐로 되돌아갑니다.
      """),
    example: [
      "open connection app",
      "list connections",
      "kill app",
    ],
    confusedWith: Localized(
      """
      A channel is not a connection: many channels share one.
      """,
      """
      채널과 다릅니다. 연결 하나 위에 채널 여러 개를 엽니다.
      """),
    see: ["channel", "virtual host", "unacked"],
    page: "Connections",
    at: "rabbitmq.com/docs/connections")

  static let channelCard = Concept(
    "channel", "채널", in: .broker,
    also: ["channels", "thread safety"],
    what: Localized(
      """
      A channel is a light conversation inside a connection. Every command (declare, publish, \
      consume, ack) is sent on one. An error such as 404 closes the channel and leaves the \
      connection open.
      """,
      """
      채널은 연결 안에 여는 가벼운 통로입니다. 선언, 발행, 소비, ack 같은 명령은 모두 채널 위로 보냅니다. 404 같은 오류가 나면 그 채널만 \
      닫히고 연결은 그대로입니다.
      """),
    why: Localized(
      """
      A program with several threads opens a channel for each over one connection, which costs \
      far less than a connection each. Threads must not share a channel, least of all to \
      publish: their frames would get mixed up.
      """,
      """
      스레드가 여럿인 프로그램은 연결 하나에 스레드마다 채널을 하나씩 엽니다. 스레드마다 연결을 여는 것보다 훨씬 가볍습니다. 채널 하나를 여러 스레드가 \
      함께 쓰면 안 됩니다. 특히 발행할 때 프레임이 뒤섞일 수 있습니다.
      """),
    example: [
      "open channel 2 as app",
      "list channels",
      "declare queue a as app --channel 2",
    ],
    confusedWith: Localized(
      """
      Delivery tags, prefetch and confirms belong to a channel: a message must be acknowledged \
      on the channel that it came by.
      """,
      """
      딜리버리 태그(delivery tag), 프리페치(prefetch), 컨펌(confirm)은 채널마다 따로입니다. 메시지는 받은 채널에서 ack해야 \
      합니다.
      """),
    see: ["connection", "delivery tag", "prefetch"],
    page: "Channels",
    at: "rabbitmq.com/docs/channels")

  static let virtualHostCard = Concept(
    "virtual host", "가상 호스트", in: .broker,
    also: ["vhost", "vhosts", "버추얼 호스트"],
    what: Localized(
      """
      A virtual host is a separate room in a broker, with exchanges, queues and permissions of \
      its own. Every connection is to one of them; the first is called /.
      """,
      """
      가상 호스트는 브로커 안의 독립된 공간으로, 익스체인지와 큐와 권한이 저마다 따로 있습니다. 모든 연결은 가상 호스트 하나에 속합니다. 처음부터 있는 \
      가상 호스트의 이름은 /입니다.
      """),
    why: Localized(
      """
      Several applications or teams can share a broker without seeing each other's names.
      """,
      """
      여러 애플리케이션이나 팀이 이름이 겹칠 걱정 없이 브로커 하나를 함께 쓸 수 있습니다.
      """),
    example: [
      "add vhost test",
      "list vhosts",
      "use vhost test",
      "declare queue hello",
    ],
    confusedWith: Localized(
      """
      It has nothing to do with the virtual hosts of a web server; the broker still has one \
      address and port.
      """,
      """
      웹 서버의 가상 호스트와는 관계가 없습니다. 가상 호스트가 여럿이어도 브로커의 주소와 포트는 하나입니다.
      """),
    see: ["connection", "policy"],
    page: "Virtual Hosts",
    at: "rabbitmq.com/docs/vhosts")

  static let policyCard = Concept(
    "policy", "정책", in: .broker,
    also: ["policies", "operator policy", "폴리시"],
    what: Localized(
      """
      A policy is a rule that an operator sets in the broker: it gives all queues or exchanges \
      whose name matches a pattern settings such as a TTL, a length limit or a dead-letter \
      exchange.
      """,
      """
      정책은 운영자가 브로커에 등록하는 규칙입니다. 이름이 패턴과 일치하는 큐와 익스체인지에 TTL, 길이 제한, 데드 레터 익스체인지(dead-letter \
      exchange) 같은 설정을 한꺼번에 적용합니다.
      """),
    why: Localized(
      """
      It can be changed at any time without touching a program, and applies to queues that are \
      there already.
      """,
      """
      프로그램을 고치지 않고 언제든 바꿀 수 있고, 이미 있는 큐에도 적용됩니다.
      """),
    example: [
      "declare queue orders",
      "set policy limit \"^orders$\" '{\"max-length\": 100}' --apply-to queues",
      "list policies",
      "list queues",
    ],
    confusedWith: Localized(
      """
      Arguments (x-…) do the same from a program, but stay as they were declared: another \
      value is refused with 406. Some things are arguments only, since they are fixed when the \
      queue is declared: x-queue-type, x-max-priority, x-single-active-consumer. A policy with \
      such a key is refused.
      """,
      """
      x-…로 시작하는 인자로도 같은 설정을 할 수 있지만, 인자는 선언할 때 정해지고 나중에 바꿀 수 없습니다. 다른 값으로 다시 선언하면 406으로 \
      거절됩니다. x-queue-type, x-max-priority, x-single-active-consumer는 큐를 선언할 때 정해지므로 인자로만 쓸 \
      수 있고, 정책에 넣으면 거절됩니다.
      """),
    see: ["time-to-live", "dead-letter exchange", "length limit"],
    page: "Policies",
    at: "rabbitmq.com/docs/policies")
}
