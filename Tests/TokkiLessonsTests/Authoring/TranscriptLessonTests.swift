import Foundation
import Testing
import TokkiLanguage

@testable import TokkiLessons

@Suite("A lesson from a transcript")
struct TranscriptLessonTests {
  private static let transcript = """
    <!-- tokki transcript: seed 1, profile 4.0 -->

    # Two desks

    Orders go to the kitchen.

    <!-- tokki chapter: The kitchen -->

    A queue for the kitchen.

    ```tokki
    tokki> declare queue kitchen --durable
    ✓ queue kitchen declared · classic, durable
    ```

    An order waits there.

    ```tokki
    tokki> publish "" kitchen "soup" --persistent
    "soup" → default exchange · key kitchen names a queue
      → kitchen (1 ready)
    tokki> show
    (by name) ────▶ kitchen  1 ready
    ```

    It is not lost.

    ## A cook

    <!-- tokki note: slowly -->

    ```tokki
    tokki> consume kitchen as cook --prefetch 1
    ✓ cook consumes kitchen · prefetch 1
      cook ← kitchen "soup" · tag 1
    tokki> ack cook
    ✓ cook acks "soup" · tag 1
    tokki> expect queue kitchen messages 0
    ✓ holds: queue kitchen messages 0
    ```

    """

  private static let steps = """
    # Made of the transcript small.md.
    # Goals are proposals: keep those that matter. `tokki lesson check` proves them; its
    # warnings name what they do not notice.

    step the-kitchen
    goals
      kitchen: expect queue kitchen durable
      published: expect published to "" key kitchen body "soup" persistent routed
      kitchen-holds: expect queue kitchen ready 1 unacked 0
    solution
      declare queue kitchen --durable
      publish "" kitchen "soup" --persistent

    step a-cook
    setup
      declare queue kitchen --durable
      publish "" kitchen "soup" --persistent
    goals
      cook: expect consumer cook queue kitchen manual-ack prefetch 1
      cook-acked: expect acked by cook
      kitchen-holds: expect queue kitchen ready 0 unacked 0
      claim: expect queue kitchen messages 0
    solution
      consume kitchen as cook --prefetch 1
      ack cook

    """

  private static let english = """
    # Two desks

    Orders go to the kitchen.

    ## the-kitchen: The kitchen

    A queue for the kitchen.

    An order waits there.

    ### task

    <!-- The transcript has no task: write your own. -->
    Bring about what the goals say.

    ### goals

    - kitchen: there is a durable queue `kitchen`
    - published: `soup` was published to the default exchange with the key `kitchen`
    - kitchen-holds: in the end `kitchen` holds 1 ready and 0 unacked messages

    ### hints

    1. The commands, in some order: `declare queue`, `publish`. `help declare queue` shows how \
    one is written.
    2. One after the other: `declare queue kitchen --durable`, `publish "" kitchen "soup" \
    --persistent`.

    ### closing

    It is not lost.

    ## a-cook: A cook

    <!-- The transcript has no explanation: write your own. -->
    See what these commands do.

    ### task

    <!-- The transcript has no task: write your own. -->
    Bring about what the goals say.

    ### goals

    - cook: `cook` consumes from `kitchen`
    - cook-acked: `cook` acknowledged
    - kitchen-holds: in the end `kitchen` holds 0 ready and 0 unacked messages
    - claim: `queue kitchen messages 0` holds

    ### hints

    1. The commands, in some order: `consume`, `ack`. `help consume` shows how one is written.
    2. One after the other: `consume kitchen as cook --prefetch 1`, `ack cook`.

    ### closing

    <!-- The transcript has no closing: write your own. -->
    `show` draws what came of it.

    """

  private func files(_ text: String) async throws -> [String: String] {
    let page = try TranscriptPage(text, fileName: "demos/small.md")
    let draft = await LessonDraft(page, fileName: "demos/small.md")
    let files = DraftText(draft: draft, source: "small.md").files
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test("has its chapters as steps, its narration as text, its commands as solution")
  func whole() async throws {
    let files = try await files(Self.transcript)
    #expect(files.keys.sorted() == ["en.md", "lesson.tokki"])
    #expect(files["lesson.tokki"] == Self.steps)
    #expect(files["en.md"] == Self.english)
  }

  @Test("speaks the transcript's language")
  func korean() async throws {
    let header = "profile 4.0, language ko -->"
    let files = try await files(Self.transcript.replacing("profile 4.0 -->", with: header))
    #expect(files.keys.sorted() == ["ko.md", "lesson.tokki"])
    let text = try #require(files["ko.md"])
    #expect(text.contains("\n- kitchen: durable `kitchen` 큐가 있다\n"), "\(text)")
    #expect(text.contains("\n<!-- 기록에 task 부분이 없습니다: 직접 쓰세요. -->\n"), "\(text)")
  }

  /// Pages that go back and forth, which a lesson leaves to the student.
  private static let goingBack = ["errors.md", "going-back.md", "policies.md"]

  static let pages: [String] = {
    let folder = root + "/transcripts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  private static let root = #filePath.components(separatedBy: "/Tests/").first ?? ""

  @Test("passes the check, for each page that goes forward", arguments: pages)
  func page(_ name: String) async throws {
    let text = try String(contentsOfFile: Self.root + "/transcripts/" + name, encoding: .utf8)
    do throws(TranscriptLesson.Failure) {
      let lesson = try await TranscriptLesson(text, fileName: name)
      #expect(!Self.goingBack.contains(name))
      let problems = await LessonCheck(lesson.library).problems()
      #expect(problems.filter { !$0.isWarning } == [], "\(name)")
      #expect(problems.contains { $0.fault == .client(.noLines) })
    } catch {
      guard case .unfit(let problems) = error, Self.goingBack.contains(name) else { throw error }
      #expect(problems.allSatisfy { $0.name == "transcript.notAMQP" && $0.line != nil })
    }
  }

  @Test(
    "is refused, with the line and the cure, where there is none to be made",
    arguments: [
      (
        "```tokki\ntokki> undo\n```",
        """
        demos/x.md:3: "undo" has no place in a lesson, where everybody goes back and forth as they \
        like. Take it out of a copy of the transcript, and what was undone with it.
        """
      ),
      (
        "```tokki\ntokki> get q\n{{a}}\ntokki> purge {{a}}\n```",
        """
        demos/x.md:5: "purge {{a}}" types what an answer named, which is another in each run. \
        Write a name of your own there, in a copy of the transcript.
        """
      ),
      (
        "Words.",
        """
        demos/x.md:1: nothing is typed in this transcript. \
        Record one with commands that declare, publish or consume.
        """
      ),
      (
        "```tokki\ntokki> show\n```",
        """
        demos/x.md:1: nothing is typed in this transcript. \
        Record one with commands that declare, publish or consume.
        """
      ),
      (
        "```tokki\ntokki> confirm select\n```",
        """
        demos/x.md:1: nothing comes of these commands that a goal could claim. \
        Let the transcript declare, publish or consume something.
        """
      ),
    ])
  func refused(_ body: String, _ said: String) async throws {
    let text = "<!-- tokki transcript: seed 1 -->\n" + body + "\n"
    do throws(TranscriptLesson.Failure) {
      _ = try await TranscriptLesson(text, fileName: "demos/x.md")
      Issue.record("a lesson was made")
    } catch {
      guard case .unfit(let problems) = error else { throw error }
      #expect(problems.map(\.description) == [said])
    }
  }
}
