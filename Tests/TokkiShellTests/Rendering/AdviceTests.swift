import Testing
import TokkiLanguage
import TokkiShell

@Suite("What a user reads after a mix-up")
struct AdviceTests {
  private static func answer(_ lines: [String], in language: Language) async -> String {
    await Session(language: language).run(lines)
  }

  @Test("An auto-ack consumer has nothing to ack, and the reason is told")
  func autoAck() async {
    let lines = [
      "declare queue q", "consume q as w --auto-ack", "publish \"\" q hi", "ack w",
    ]
    #expect(
      await Self.answer(lines, in: .english) == """
        ✗ w has nothing unacked: the consumer is auto-ack, so delivered is done
          Try: list consumers
        """)
    #expect(
      await Self.answer(lines, in: .korean) == """
        ✗ w 클라이언트에는 unacked 메시지가 없습니다. 자동 ack 컨슈머여서 전달되는 순간 끝납니다
          다음을 입력해 보세요: list consumers
        """)
  }

  private static let swapped = [
    "declare queue disk", "declare exchange direct_logs direct",
    "bind queue direct_logs disk error",
  ]

  @Test("Queue and exchange the wrong way round are answered with the right order")
  func bindingOrder() async {
    #expect(
      await Self.answer(Self.swapped, in: .english) == """
        ✗ 404 NOT_FOUND - no exchange 'disk' in vhost '/'
          disk is a queue, not an exchange. The queue comes first, then the exchange.
          Try: bind queue disk direct_logs error
          queue.bind: Channel 1 of you is closed; its next command opens a new one.
        """)
    #expect(
      await Self.answer(Self.swapped, in: .korean) == """
        ✗ 404 NOT_FOUND - no exchange 'disk' in vhost '/'
          disk 이름은 익스체인지가 아니라 큐입니다. 큐를 먼저 쓰고 익스체인지를 그다음에 씁니다.
          다음을 입력해 보세요: bind queue disk direct_logs error
          queue.bind: you의 채널 1이 닫혔습니다. 다음 명령이 새 채널을 엽니다.
        """)
  }

  @Test("A queue's name in the exchange's place is answered with the default exchange")
  func publishToQueue() async {
    let lines = ["declare queue disk", "publish disk disk hi"]
    #expect(
      await Self.answer(lines, in: .english) == """
        ✗ 404 NOT_FOUND - no exchange 'disk' in vhost '/'
          disk is a queue, not an exchange. The default exchange leads to it: its key is the \
        queue's name.
          Try: publish "" disk BODY
          basic.publish: Channel 1 of you is closed; its next command opens a new one.
        """)
    #expect(
      await Self.answer(lines, in: .korean) == """
        ✗ 404 NOT_FOUND - no exchange 'disk' in vhost '/'
          disk 이름은 익스체인지가 아니라 큐입니다. 기본 익스체인지로 보내고, 라우팅 키에 큐 이름을 씁니다.
          다음을 입력해 보세요: publish "" disk BODY
          basic.publish: you의 채널 1이 닫혔습니다. 다음 명령이 새 채널을 엽니다.
        """)
  }

  @Test("A queue bound as if it were an exchange is answered with the command for queues")
  func queueBoundAsExchange() async {
    let lines = [
      "declare queue disk", "declare exchange logs topic", "bind exchange disk logs \"#\"",
    ]
    #expect(
      await Self.answer(lines, in: .english) == """
        ✗ 404 NOT_FOUND - no exchange 'disk' in vhost '/'
          disk is a queue, not an exchange.
          Try: bind queue disk logs "#"
          exchange.bind: Channel 1 of you is closed; its next command opens a new one.
        """)
    #expect(
      await Self.answer(lines, in: .korean) == """
        ✗ 404 NOT_FOUND - no exchange 'disk' in vhost '/'
          disk 이름은 익스체인지가 아니라 큐입니다.
          다음을 입력해 보세요: bind queue disk logs "#"
          exchange.bind: you의 채널 1이 닫혔습니다. 다음 명령이 새 채널을 엽니다.
        """)
  }
}
