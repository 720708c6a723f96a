import TokkiLanguage

extension Concept {
  static let brokerCard = Concept(
    "broker", "브로커", in: .broker,
    also: ["rabbitmq", "server", "message broker", "메시지 브로커", "서버"],
    what: Localized(
      """
      A broker is the program between those who send messages and those who receive them. \
      RabbitMQ is one. It takes messages in, decides by rules that you declare where each goes, \
      keeps it, and hands it out.
      """,
      """
      브로커는 메시지를 보내는 쪽과 받는 쪽 사이에 있는 프로그램입니다. RabbitMQ가 바로 브로커입니다. 메시지를 받아, 미리 선언한 규칙대로 갈 곳을 정하고, \
      보관했다가, 받을 쪽에 넘겨줍니다.
      """),
    why: Localized(
      """
      Sender and receiver need not run at the same time, know each other's address, or be equally \
      fast.
      """,
      """
      보내는 쪽과 받는 쪽이 동시에 실행될 필요도, 서로의 주소를 알 필요도, 속도가 같을 필요도 없습니다.
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
      큐와 같은 말이 아닙니다. 브로커 하나에 큐와 익스체인지가 여럿 있습니다.
      """),
    see: ["exchange", "queue", "connection"],
    page: "Tutorials: Hello World",
    at: "rabbitmq.com/tutorials/tutorial-one-python")

  static let connectionCard = Concept(
    "connection", "커넥션", in: .broker,
    also: ["tcp connection", "heartbeat", "연결", "하트비트", "connections"],
    what: Localized(
      """
      A connection is the TCP connection between one program and the broker, after it has logged \
      in to a virtual host. A program usually has one for its whole life.
      """,
      """
      커넥션은 프로그램 하나와 브로커 사이의 TCP 연결로, 가상 호스트에 로그인한 상태입니다. 보통 프로그램은 실행되는 동안 하나만 씁니다.
      """),
    why: Localized(
      """
      Making one is slow, so it is kept. When it breaks, the broker knows that the program is gone \
      (heartbeats find out if the network is silent), and whatever it had not acknowledged goes \
      back to its queues.
      """,
      """
      새로 맺는 데 시간이 걸리므로 계속 유지합니다. 끊어지면 브로커는 프로그램이 죽은 것을 알고(네트워크가 조용하면 하트비트로 \
      알아냅니다), 그 프로그램이 ack하지 않은 메시지를 큐로 되돌립니다.
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
      채널은 커넥션이 아닙니다. 커넥션 하나를 여러 채널이 함께 씁니다.
      """),
    see: ["channel", "virtual host", "unacked"],
    page: "Connections",
    at: "rabbitmq.com/docs/connections")

  static let channelCard = Concept(
    "channel", "채널", in: .broker,
    also: ["channels"],
    what: Localized(
      """
      A channel is a light conversation inside a connection. Every command (declare, publish, \
      consume, ack) is sent on one. An error such as 404 closes the channel and leaves the \
      connection open.
      """,
      """
      채널은 커넥션 안의 가벼운 대화 통로입니다. 선언, 발행, 소비, ack 같은 모든 명령은 채널에서 보냅니다. 404 같은 오류가 나면 채널만 닫히고 커넥션은 \
      남습니다.
      """),
    why: Localized(
      """
      A program with several threads gives each its own channel over one connection, which costs \
      far less than a connection each.
      """,
      """
      스레드가 여럿인 프로그램은 커넥션 하나에서 스레드마다 채널을 하나씩 씁니다. 커넥션을 여러 개 만드는 것보다 훨씬 가볍습니다.
      """),
    example: [
      "open channel 2 as app",
      "list channels",
      "declare queue a as app --channel 2",
    ],
    confusedWith: Localized(
      """
      Delivery tags, prefetch and confirms belong to a channel: a message must be acknowledged on \
      the channel that it came by.
      """,
      """
      delivery tag, 프리페치, confirm은 채널에 딸린 것입니다. 메시지는 받은 채널에서 ack해야 합니다.
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
      가상 호스트는 브로커 안의 분리된 공간으로, 익스체인지, 큐, 권한이 따로 있습니다. 커넥션은 언제나 그중 하나에 연결합니다. 처음부터 있는 것의 이름은 /입니다.
      """),
    why: Localized(
      """
      Several applications or teams can share a broker without seeing each other's names.
      """,
      """
      여러 애플리케이션이나 팀이 서로의 이름과 부딪치지 않고 브로커 하나를 함께 쓸 수 있습니다.
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
      웹 서버의 가상 호스트와는 다릅니다. 브로커의 주소와 포트는 하나 그대로입니다.
      """),
    see: ["connection", "policy"],
    page: "Virtual Hosts",
    at: "rabbitmq.com/docs/vhosts")

  static let policyCard = Concept(
    "policy", "정책", in: .broker,
    also: ["policies", "폴리시"],
    what: Localized(
      """
      A policy is a rule that an operator sets in the broker: for all queues or exchanges whose \
      name matches a pattern, it sets things such as a TTL or a dead-letter exchange.
      """,
      """
      정책은 운영자가 브로커에 거는 규칙입니다. 이름이 패턴에 맞는 모든 큐나 익스체인지에 TTL이나 데드 레터 익스체인지 같은 것을 정해 줍니다.
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
      Arguments (x-…) do the same from a program, but stay as they were declared: another value \
      is refused with 406.
      """,
      """
      x-…로 시작하는 인자도 같은 일을 하지만, 프로그램이 선언할 때 정해져 바꿀 수 없습니다. 다른 값으로 다시 선언하면 406으로 거절됩니다.
      """),
    see: ["time-to-live", "dead-letter exchange", "length limit"],
    page: "Policies",
    at: "rabbitmq.com/docs/policies")
}
