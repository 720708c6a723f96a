extension HelpGroup {
  /// What its commands are about.
  public var title: Localized {
    switch self {
    case .topology: Localized("exchanges, queues and bindings", "익스체인지, 큐, 바인딩")
    case .publishing: Localized("publishing messages", "메시지 보내기")
    case .consuming: Localized("receiving messages", "메시지 받기")
    case .acknowledging: Localized("answering deliveries", "받은 메시지에 답하기")
    case .time: Localized("time and failure", "시간과 장애")
    case .looking: Localized("looking at what there is", "들여다보기")
    case .checking: Localized("checking claims", "확인하기")
    case .history: Localized("back and forth", "되돌리기")
    case .connections:
      Localized("connections, channels, virtual hosts", "연결, 채널, 가상 호스트")
    case .policies:
      Localized("policies, which set arguments for many at once", "여러 큐와 익스체인지에 한꺼번에 주는 정책")
    case .access:
      Localized("users, their permissions, limits", "사용자와 권한, 제한")
    case .broker: Localized("a real RabbitMQ", "실제 RabbitMQ")
    case .lessons: Localized("the lessons", "레슨")
    case .shell: Localized("help and the shell itself", "도움말과 셸")
    }
  }

  /// What its commands have in common.
  var note: Localized? {
    switch self {
    case .shell:
      Localized(
        """
        Words with spaces go in quotes: "…" with \\n, \\t, \\", \\\\ and \\u{…}, or '…' as it is;
        "" is an empty word. A backslash at the end of the line continues it. # begins a comment.
        An AMQP method's own name is a command too: queue.declare, basic.publish.
        """,
        """
        빈칸이 든 말은 따옴표로 감쌉니다: "…" 안에는 \\n, \\t, \\", \\\\, \\u{…}를 쓸 수 있고 '…' 안은
        그대로입니다. ""는 빈 말입니다. 줄 끝의 역슬래시는 다음 줄로 이어지고, #은 주석입니다.
        AMQP 메서드 이름도 명령입니다: queue.declare, basic.publish.
        """)
    case .connections:
      Localized(
        """
        Whoever is named by `as NAME` is a process of its own, with one connection; `you` is the
        one who types. --channel N takes another channel of that connection.
        """,
        """
        `as 이름`으로 부르는 클라이언트는 연결을 하나 가진 별개의 프로세스입니다. `you`는 입력하는
        여러분입니다. --channel N은 그 연결의 다른 채널입니다.
        """)
    case .broker:
      Localized(
        """
        A URI says where the broker is and who comes: amqp://user:password@host:port/vhost, or amqps
        for TLS. What stands in it by default: amqp://guest:guest@localhost:5672/. After a ? come
        parameters, separated by &: cacertfile, certfile, keyfile, verify (verify_peer or
        verify_none), auth_mechanism (plain or external), heartbeat (seconds), connection_timeout
        (milliseconds), channel_max, frame_max (bytes).
        """,
        """
        URI에는 브로커의 위치와 사용자를 씁니다: amqp://사용자:비밀번호@호스트:포트/가상호스트, TLS는 amqps입니다.
        생략하면 amqp://guest:guest@localhost:5672/ 값을 씁니다. ? 다음에는 매개변수를 &로 이어 씁니다:
        cacertfile, certfile, keyfile, verify (verify_peer 또는 verify_none), auth_mechanism (plain,
        external), heartbeat (초), connection_timeout (밀리초), channel_max, frame_max (바이트).
        """)
    case .policies, .access:
      Localized(
        """
        This is an operator's work, which AMQP has no methods for: on a real broker it is done by
        the management API. rabbitmqctl's own lines do the same here: set_policy -p / NAME ….
        """,
        """
        AMQP 메서드가 없는 운영자의 일이고, 실제 브로커에서는 관리 API로 합니다. rabbitmqctl의 명령을 그대로
        써도 됩니다: set_policy -p / NAME ….
        """)
    case .topology, .publishing, .consuming, .acknowledging, .time, .looking, .checking, .history,
      .lessons:
      nil
    }
  }
}
