import Testing
import TokkiLanguage
import TokkiShell

@Suite("Transcripts")
struct TranscriptTests {
  private let header = "<!-- tokki transcript: seed 1, profile 4.0 -->\n"

  private func verify(_ body: String) async throws -> Verification {
    try await TranscriptVerifier.verify(text: header + body, fileName: "page.md")
  }

  @Test("Exact answers pass; prose, other blocks and other comments do not matter")
  func passes() async throws {
    let result = try await verify(
      """
      # Title
      <!-- an ordinary comment -->
      ```sh
      tokki> this is not ours
      ```
      <!-- tokki chapter: One -->
      <!-- tokki pause: 2s -->
      <!-- tokki note: say hello -->
      <!-- tokki hidden:
      declare queue q
      -->
      ```tokki
      tokki> publish "" q \\
      ...> hi
      "hi" → default exchange · key q names a queue
        → q (1 ready)

      tokki> get nothing
      {{...}}
        Try: {{*}}
      {{...}}
      ```
      """)
    #expect(result.isPassed)
    #expect(result.commandCount == 2)
    #expect(result.diff.isEmpty)
  }

  @Test("Named values are bound once and compared later, and can be typed")
  func names() async throws {
    let body = """
      ```tokki
      tokki> declare queue --exclusive
      ✓ queue {{q}} declared {{*}}
      tokki> publish "" {{q}} hi
      "hi" → default exchange · key {{q}} names a queue
        → {{q}} (1 ready)
      ```
      """
    #expect(try await verify(body).isPassed)
  }

  @Test("What differs is shown as a diff and can be accepted; wildcards that match are kept")
  func differs() async throws {
    let body = """
      ```tokki
      tokki> declare queue q
      ✓ queue q declared
      tokki> publish "" q hi
      {{*}} → default exchange · key {{*}} names a queue
        → q (9 ready)
      tokki> get nothing
      ✗ 404 {{*}}
      {{...}}
        Try: something else
      ```
      """
    let result = try await verify(body)
    #expect(result.differingLines == [3, 5, 8])
    #expect(
      result.diff == """
        --- page.md
        +++ page.md (as it is now)
        @@ -1,12 +1,13 @@
         <!-- tokki transcript: seed 1, profile 4.0 -->
         ```tokki
         tokki> declare queue q
        -✓ queue q declared
        +✓ queue q declared · classic, transient
         tokki> publish "" q hi
         {{*}} → default exchange · key {{*}} names a queue
        -  → q (9 ready)
        +  → q (1 ready)
         tokki> get nothing
         ✗ 404 {{*}}
        -{{...}}
        -  Try: something else
        +  A queue must be declared before it is used.
        +  Try: declare queue nothing
        +  basic.get: Channel 1 of you is closed; its next command opens a new one.
         ```

        """)
    let again = try await TranscriptVerifier.verify(text: result.accepted, fileName: "page.md")
    #expect(again.isPassed)
  }

  @Test("A name keeps its value where its line has changed, and is in the accepted line again")
  func namesInChangedLines() async throws {
    let body = """
      ```tokki
      tokki> declare queue --exclusive
      ✓ {{q}} declared, as was said before
      tokki> publish "" {{q}} hi
      "hi" → default exchange · key {{q}} names a queue
        → {{q}} (9 ready)
      ```
      """
    let result = try await verify(body)
    #expect(result.differingLines == [3, 5])
    #expect(result.accepted.contains("\n✓ queue {{q}} declared · classic, transient"))
    #expect(result.accepted.contains("\n  → {{q}} (1 ready)\n"))
    let again = try await TranscriptVerifier.verify(text: result.accepted, fileName: "page.md")
    #expect(again.isPassed)
  }

  @Test("An accepted file keeps its line ends")
  func lineEnds() async throws {
    let text = (header + "```tokki\ntokki> declare queue q\nold\n```\n")
      .replacing("\n", with: "\r\n")
    let result = try await TranscriptVerifier.verify(text: text, fileName: "page.md")
    #expect(
      result.accepted == text.replacing("old", with: "✓ queue q declared · classic, transient"))
  }

  @Test("Blanks at a typed line's end count where a quotation goes on")
  func typedBlanks() async throws {
    let result = try await verify(
      "```tokki\ntokki> declare queue q\n{{...}}\ntokki> publish \"\" q \"a  \n...> b\"\n"
        + "\"a  \\nb\" → {{*}}\n{{...}}\n```\n")
    #expect(result.isPassed, "\(result.diff)")
  }

  @Test("What came of a verification is told in both languages")
  func told() async throws {
    let result = try await verify("```tokki\ntokki> declare queue q\nold\n```\n")
    let line = { (language: Language, isAccepted: Bool) in
      result.text(in: language, isAccepted: isAccepted).split(separator: "\n")[0]
    }
    #expect(line(.english, false) == "✗ page.md: 1 of 1 answers differ")
    #expect(line(.english, true) == "✗ page.md: 1 of 1 answers rewritten")
    #expect(line(.korean, false) == "✗ page.md: 답 1개 중 1개가 다릅니다")
    let passed = try await verify("```tokki\ntokki> list queues\n{{...}}\n```\n")
    #expect(passed.text(in: .english, isAccepted: false) == "✓ page.md: 1 commands\n")
  }

  @Test("Double braces that are meant are written twice")
  func braces() async throws {
    let result = try await verify(
      "```tokki\ntokki> declare queue q\n{{...}}\ntokki> publish \"\" q \"a {{{{b}}\"\n```\n")
    #expect(result.accepted.contains("\"a {{{{b}}\" → default exchange"))
    #expect(
      try await TranscriptVerifier.verify(text: result.accepted, fileName: "").isPassed)
  }

  @Test(
    "An error names the file, the line and the cure",
    arguments: [
      (
        "# no header",
        "page.md:1: there is no header. Begin the file with "
          + "<!-- tokki transcript: seed 1, profile 4.0 -->"
      ),
      (
        "<!-- tokki transcript: seed x -->", "page.md:1: the seed \"x\" is no whole number"
      ),
      (
        "<!-- tokki transcript: profile 9 -->",
        "page.md:1: there is no profile \"9\". Known: 4.0, 3.10"
      ),
      (
        "\n<!-- tokki transcript: seed 1 -->\n<!-- tokki wait: 3s -->",
        "page.md:3: there is no annotation \"wait\". There are transcript, chapter, pause, note "
          + "and hidden."
      ),
      (
        "<!-- tokki transcript: seed 1 -->\n<!-- tokki hidden:\ndeclare queue q",
        "page.md:2: the comment does not end. Close it with -->"
      ),
      (
        "<!-- tokki transcript: seed 1 -->\n```tokki\ntokki> show",
        "page.md:2: the block does not end. Close it with ```"
      ),
      (
        "<!-- tokki transcript: seed 1 -->\n```tokki\nshow\n```",
        "page.md:3: \"show\" answers to nothing. A block begins with a line after tokki>"
      ),
      (
        "<!-- tokki transcript: seed 1 -->\n<!-- tokki pause: long -->",
        "page.md:2: \"long\" is no pause. Write a time such as 2s or 500ms."
      ),
      (
        "<!-- tokki transcript: seed 1 -->\n```tokki\ntokki> show\n{{a b}}\n```",
        "page.md:4: \"{{a b}}\" is no wildcard. There are {{...}} alone on a line, {{*}} and "
          + "{{name}}; braces that are meant are written {{{{"
      ),
      (
        "<!-- tokki transcript: seed 1 -->\n```tokki\ntokki> get {{q}}\n```",
        "page.md:3: \"q\" has no value yet. An answer before this line must bind it."
      ),
      (
        "<!-- tokki transcript: seed 1 -->\n<!-- tokki hidden: ack -->",
        "page.md:2: the hidden line \"ack\" failed: ✗ you have no unacked delivery on this channel"
      ),
      (
        "<!-- tokki transcript: seed 1 -->\n```tokki\ntokki> declare \\\n```",
        "page.md:3: \"declare \\\\\" goes on. Continue it with a line after ...>"
      ),
    ])
  func errors(text: String, sentence: String) async {
    do {
      _ = try await TranscriptVerifier.verify(text: text, fileName: "page.md")
      Issue.record("it was understood")
    } catch {
      #expect(error.text(in: .english) == sentence)
      #expect(!error.text(in: .korean).isEmpty)
    }
  }
}
