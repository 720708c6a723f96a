import FoundationEssentials
import Testing
import TokkiLanguage
import TokkiShell
import TokkiSimulation

@Suite("Programs for real clients")
struct ProgramTests {
  /// A run with most of what a program can do.
  static let run = [
    "declare queue tasks --durable --type quorum --delivery-limit 3",
    "declare exchange logs topic --durable",
    "bind queue tasks logs \"*.error\"",
    "confirm select",
    #"publish logs disk.error "say \"안녕\"\n" --persistent --header level=3 --header ok=true"#,
    "publish logs disk.info lost --mandatory",
    "consume tasks as w1 --prefetch 1",
    "ack w1",
    "consume tasks as w2 --work dots",
    "publish \"\" tasks a.. --repeat 2",
    "advance 2s",
    "kill w2",
    "nack w1 --requeue",
    "get tasks as w3",
    "get missing as w3",
    "declare queue --exclusive as w4",
    "set policy ttl ^q '{\"message-ttl\":1000}'",
    "close connection w4",
  ]

  private static var folder: String {
    #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Programs"
  }

  private func text(_ lines: [String], in language: Language = .english) async -> String {
    let shell = Shell(
      simulator: Simulation(seed: 1), configuration: Shell.Configuration(language: language))
    var answer = ""
    for line in lines { answer = await shell.render(await shell.run(line)) }
    return answer + "\n"
  }

  /// `TOKKI_ACCEPT=1` writes what is expected anew: read it before you commit.
  @Test("A run in each language, word for word", arguments: ProgrammingLanguage.allCases)
  func wholeProgram(language: ProgrammingLanguage) async throws {
    let text = await text(Self.run + ["code \(language.rawValue)"])
    let path = Self.folder + "/run.\(language.rawValue).txt"
    if ProcessInfo.processInfo.environment["TOKKI_ACCEPT"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == expected)
  }

  @Test("Comments are in the shell's language")
  func korean() async {
    let text = await text(["declare queue 일", "code python"], in: .korean)
    #expect(text.hasPrefix("# Tokki가 실행한 내용을 실제 클라이언트로 옮긴 프로그램입니다.\n"))
    #expect(text.contains("    channel.queue_declare(queue=\"일\")\n"))
    #expect(text.contains("ack하지 않은 메시지는 큐로 돌아갑니다."))
  }

  @Test("What was undone is left out")
  func undone() async {
    let text = await text(["declare queue a", "declare queue b", "undo", "code python"])
    #expect(text.contains("queue=\"a\""))
    #expect(!text.contains("queue=\"b\""))
  }

  @Test("Looking, checks and refused lines are no steps")
  func steps() async {
    let text = await text([
      "show", "declare queue a", "expect queue a", "ack", "list queues", "declare queue b",
      "code python",
    ])
    #expect(text.contains("# 1. declare queue a\n"))
    #expect(text.contains("# 2. declare queue b\n"))
    #expect(!text.contains("# 3."))
  }

  @Test("A program may begin with a step: what was there before is set up first")
  func fromStep() async {
    let lines = [
      "declare queue a", "confirm select", "publish \"\" a one", "consume a as w --prefetch 2",
      "publish \"\" a two", "ack w", "code python --from 5",
    ]
    #expect(
      await text(lines).split(separator: "def main():\n")[1].split(separator: "\n\n\n")[0] == """
            # The program begins after step 4: it expects the broker as it was then.
            connection = connect("you")
            channel = connection.channel()
            channel.confirm_delivery()
            w_connection = connect("w")
            w_channel = w_connection.channel()
            w_channel.basic_qos(prefetch_count=2)
            w_consumer = Consumer("w")
            w_channel.basic_consume(queue="a", on_message_callback=w_consumer.on_message)
            w_consumer.receive(1)

            # 5. publish "" a two
            publish(channel, exchange="", routing_key="a", body=b"two")
            w_consumer.receive(1)

            # 6. ack w
            w_channel.basic_ack(w_consumer.received[0].method.delivery_tag)

            # The run ends here. What is not acknowledged goes back to its queue.
            close(connection)
            close(w_connection)
        """)
  }

  @Test("Or behind a checkpoint that the run has passed")
  func fromCheckpoint() async {
    let begun = ["declare queue a", "checkpoint here", "declare queue b"]
    let text = await text(begun + ["code python --from here"])
    #expect(text.contains("after step 1"))
    #expect(text.contains("# 2. declare queue b\n"))
    #expect(
      await self.text(begun + ["undo 2", "declare queue c", "code go --from here"]) == """
        ✗ the run as it is now did not pass the checkpoint here
          Try: goto here

        """)
  }

  @Test(
    "What cannot be written is refused with a way out",
    arguments: [
      ([], "code go", "✗ nothing was done yet that a program could do\n  Try: help code\n"),
      (
        ["declare queue a"], "code go --from 7",
        "✗ there is no step 7: the run has 1\n  Try: code go --from 1\n"
      ),
      (
        ["declare queue a"], "code go --from nowhere",
        "✗ there is no checkpoint nowhere\n  Try: list checkpoints\n"
      ),
    ])
  func refused(before: [String], line: String, answer: String) async {
    #expect(await text(before + [line]) == answer)
  }

  @Test("JSON has the program as it is")
  func json() async {
    let shell = Shell(
      simulator: Simulation(seed: 1), configuration: Shell.Configuration(isJSON: true))
    _ = await shell.run("declare queue a")
    let text = await shell.render(await shell.run("code python"))
    #expect(text.contains(##""parts":[{"part":"code","language":"python","text":"# Written by"##))
  }
}
