import Testing
import TokkiLanguage
import TokkiShell

@testable import TokkiLessons

@Suite("The preview of a step")
struct LessonPreviewTests {
  private static let english = """
    ─── English ───

    Lesson: A small lesson

    An order is taken at the counter and made in the kitchen. A queue lies between
    the two, so that neither has to wait for the other.

    Step 1 of 2: A place for orders

    A queue keeps messages until somebody takes them. One that is durable is still
    there after the broker was restarted.

    Task
    Declare a durable queue named `orders`.

    Goals
      ○ there is a queue `orders`
      ○ it is durable

    Hints
      1. The command is `declare queue`; `help declare queue` shows its options.
      2. `declare queue orders`, and one option more: the one that makes it durable.

    What the coach says of mistakes
      transient: still open: it is durable
        > declare queue orders
        ! That queue would not survive a restart, and its properties cannot be
          changed. `delete queue orders`, then declare it with `--durable`.

    Solution
      > declare queue orders --durable

    The broker now:
    Nothing here yet. Try: declare queue hello

    Once the step is solved:
    (by name) ────▶ orders  0 ready

    ✓ Step passed.

    Whoever needs a queue declares it. If it is there already, nothing happens.

    In a program (Go):
        q, err := ch.QueueDeclare("orders", true, false, false, false, nil)

    In a program (Python):
        channel.queue_declare(queue='orders', durable=True)

    Go on with `next`.
    """

  private static let korean = """
    ─── 한국어 ───

    레슨: A small lesson

    주문은 카운터에서 받고 주방에서 만듭니다. 그 사이에 큐가 있어서 서로 기다릴
    필요가 없습니다.

    1/2단계: 주문이 머무는 곳

    큐(queue)는 누군가 가져갈 때까지 메시지를 보관합니다. durable 큐는 브로커를 다시
    시작해도 남아 있습니다.

    할 일
    durable 큐 `orders`를 선언하세요.

    목표
      ○ 큐 `orders`가 있다
      ○ 그 큐는 durable이다

    힌트
      1. 명령은 `declare queue`입니다. `help declare queue`에서 옵션을 볼 수
         있습니다.
      2. `declare queue orders`에 옵션 하나를 더하세요. durable로 만드는 옵션입니다.

    실수에 코치가 하는 말
      transient: 남은 목표: 그 큐는 durable이다
        > declare queue orders
        ! 그 큐는 브로커를 다시 시작하면 사라지고, 속성은 나중에 바꿀 수 없습니다.
          `delete queue orders` 다음에 `--durable`을 붙여 선언하세요.

    풀이
      > declare queue orders --durable

    지금의 브로커:
    아직 아무것도 없습니다. 다음을 입력해 보세요: declare queue hello

    이 단계를 풀고 난 모습:
    (이름으로) ────▶ orders  ready 0

    ✓ 이 단계를 마쳤습니다.

    큐가 필요한 쪽이 큐를 선언합니다. 이미 있으면 아무 일도 일어나지 않습니다.

    프로그램에서는 (Go):
        q, err := ch.QueueDeclare("orders", true, false, false, false, nil)

    프로그램에서는 (Python):
        channel.queue_declare(queue='orders', durable=True)

    `next`로 이어집니다.
    """

  private func preview(_ name: String, _ language: Language) async throws -> LessonPreview {
    let library = LessonLibrary(files: LessonSkeleton.files(title: "A small lesson"))
    let place = try #require(library.place(name))
    let step = try #require(place.steps.first)
    return try #require(await LessonPreview(of: place.lesson, step: step, in: language))
  }

  @Test("shows all that a student may meet, in either language")
  func text() async throws {
    #expect(try await preview("queue", .english).text(in: .plain) == Self.english)
    #expect(try await preview("1", .korean).text(in: .plain) == Self.korean)
  }

  @Test("says where a language is missing, and shows the other")
  func missing() async throws {
    let files = LessonSkeleton.files(title: "A small lesson").filter { $0.name != "ko.md" }
    let place = try #require(LessonLibrary(files: files).place("queue"))
    let step = try #require(place.steps.first)
    let preview = try #require(await LessonPreview(of: place.lesson, step: step, in: .korean))
    let text = preview.text(in: .plain)
    #expect(text.contains("\n(이 레슨은 아직 번역되지 않아 영어로 보여 드립니다.)\n"), "\(text)")
    #expect(text.contains("Declare a durable queue named `orders`."), "\(text)")
  }

  @Test("works for every step of every lesson, in both languages", arguments: Language.allCases)
  func all(language: Language) async throws {
    for lesson in LessonLibrary.embedded().lessons {
      for step in lesson.steps {
        let preview = await LessonPreview(of: lesson, step: step, in: language)
        let text = try #require(preview).text(in: .plain)
        let said = try #require(lesson.text(in: language)?.step(step.key))
        #expect(text.contains(said.title), "\(lesson.id).\(step.key)")
      }
    }
  }

  @Test(
    "finds a step by lesson and key or number",
    arguments: [
      ("2.ack", "02-work-queues", ["ack"]), ("02-work-queues.4", "02-work-queues", ["ack"]),
      ("work.prefetch", "02-work-queues", ["prefetch"]),
    ])
  func places(_ name: String, _ lesson: String, _ steps: [String]) {
    let place = LessonLibrary.embedded().place(name)
    #expect(place?.lesson.id == lesson)
    #expect(place?.steps.map(\.key) == steps)
  }

  @Test(
    "finds nothing by other names", arguments: ["2.nix", "9.ack", "", ".", "2.0", "2.99", "ack"])
  func noPlaces(_ name: String) {
    #expect(LessonLibrary.embedded().place(name) == nil)
  }
}
