import Testing
import TokkiLanguage
import TokkiShell

@Suite("What a user reads of an interrupted command") struct InterruptedTextTests {
  /// The outcome of a command that the user has interrupted already: it does as little as it can.
  private func interrupted(_ line: String, _ session: Session) async -> Outcome {
    let shell = session.shell
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await shell.run(line)
    }
    return await task.value
  }

  private static let setup = [
    "declare queue q", "publish \"\" q first", "consume q as w1 --work 1s",
  ]

  @Test(
    "it says how far it came, in both languages",
    arguments: [
      (
        Language.english, "publish \"\" q m --repeat 5",
        """
        "m" → default exchange · key q names a queue
          → q (to w1)
          w1 ← q "m" · tag 2
        ! interrupted: 1 of 5 published
        """
      ),
      (
        .korean, "publish \"\" q m --repeat 5",
        """
        "m" → 기본 익스체인지 · 라우팅 키 q = 큐 이름
          → q (w1에게 전달)
          w1 ← q "m" · tag 2
        ! 중단됨: 5개 중 1개를 발행했습니다
        """
      ),
      (
        .english, "advance 10s",
        """
        ✓ 0s passed: it is 0s now
        ! interrupted: 0s passed; still to come: 10s
        """
      ),
      (
        .korean, "advance 10s",
        """
        ✓ 0s 경과, 현재 0s
        ! 중단됨: 0s 경과, 남은 시간: 10s
        """
      ),
    ])
  func told(language: Language, line: String, text: String) async {
    let session = Session(language: language)
    await session.run(Self.setup)
    let outcome = await interrupted(line, session)
    #expect(outcome.status == .done)
    #expect(await session.shell.render(outcome) == text)
  }

  @Test("what is short is done whole, however often it is interrupted")
  func short() async {
    let session = Session()
    await session.run(Self.setup)
    for line in ["publish \"\" q m", "advance 0s"] {
      let outcome = await interrupted(line, session)
      #expect(outcome.completed == nil)
      #expect(await !session.shell.render(outcome).contains("interrupted"))
    }
  }

  @Test("programs read how far it came, and which command would have done just that")
  func data() async {
    let session = Session(isJSON: true)
    await session.run(Self.setup)
    for (line, part) in [
      (
        "publish \"\" q m --repeat 5",
        #"{"part":"interrupted","published":1,"of":5,"done":"publish \"\" q \"m\""}"#
      ),
      (
        "advance 10s",
        #"{"part":"interrupted","passed":0,"of":10000,"done":"advance 0s"}"#
      ),
    ] {
      let outcome = await interrupted(line, session)
      let text = await session.shell.render(outcome)
      #expect(text.contains(part), "\(text)")
      #expect(outcome.completed?.outcome.parts.count == outcome.parts.count - 1)
    }
  }

  @Test("undo takes back what was done, and code holds no more than that")
  func undone() async {
    let session = Session()
    await session.run(Self.setup)
    _ = await interrupted("publish \"\" q m --repeat 5", session)
    let program = await session.run("code python")
    #expect(!program.contains("range(5)"), "\(program)")
    #expect(await session.run("undo") == "✓ undone: publish \"\" q m --repeat 5")
    #expect(await session.run("expect queue q messages == 1").hasPrefix("✓"))
  }
}
