import Foundation
import Testing
import TokkiLanguage
import TokkiShell

@Suite("Demos")
struct DemoTests {
  static let text = """
    <!-- tokki transcript: seed 1, profile 4.0 -->

    # A title

    Before all.

    <!-- tokki hidden: declare queue q -->

    <!-- tokki chapter: One -->

    ## One

    <!-- tokki note: speak first
    note -->
    <!-- tokki pause: 1500ms -->
    <!-- an ordinary comment -->
    Some *prose*.

    ```sh
    tokki> not ours
    ```

    More <b>prose</b>.

    ```tokki
    tokki> publish "" q "<i>&"
    {{...}}
    ```

    ## Two

    <!-- tokki note: speak last -->
    <!-- tokki pause -->
    """

  private func demo(_ text: String = Self.text, _ language: Language? = nil) async throws -> Demo {
    try await Demo(
      Transcript(text, fileName: "demo.md"), fileName: "demo.md", language: language)
  }

  @Test("Prose and commands are beats; notes and pauses belong to the beat that follows them")
  func beats() async throws {
    let demo = try await demo()
    #expect(demo.title == "A title")
    #expect(demo.chapters.map(\.title) == ["One", "Two"])
    #expect(demo.chapters.map(\.start) == [1, 3])
    #expect(demo.beats.count == 3)
    guard case .narration(let prose) = demo.beats[1].content else {
      Issue.record("\(demo.beats[1])")
      return
    }
    #expect(
      prose == "Some *prose*.\n\n```sh\ntokki> not ours\n```\n\nMore <b>prose</b>.")
    #expect(demo.beats[1].before.notes == ["speak first\nnote"])
    #expect(demo.beats[1].before.pauses == [VirtualDuration(milliseconds: 1500)])
    #expect(demo.beats[2].before.notes.isEmpty && demo.beats[2].before.pauses.isEmpty)
    #expect(demo.ending.notes == ["speak last"])
    #expect(demo.ending.pauses == [nil])
    #expect(demo.lines(before: 2) == ["declare queue q"])
    #expect(demo.lines(before: 3) == ["declare queue q", #"publish "" q "<i>&""#])
    #expect(demo.differingLines.isEmpty)
  }

  @Test("A chapter is found by number, title, or the beginning of its title alone")
  func chapters() async throws {
    let demo = try await demo(
      Self.text.replacing("## Two", with: "## Onward\n\n## 셋째 장\n\n## 3 things"))
    for (name, chapter) in [
      ("1", 0), ("one", 0), ("on", nil), ("onw", 1), ("셋째", 2), ("3", 2), ("3 t", 3), ("x", nil),
    ] as [(String, Int?)] {
      #expect(demo.chapter(named: name) == chapter, "\(name)")
    }
  }

  @Test("Where a demo is: chapter, the notes about what comes next, the next command")
  func places() async throws {
    let demo = try await demo()
    let start = DemoPlace(.playing, step: 0, in: demo, startedAt: 5)
    #expect(start.chapter == nil && start.notes.isEmpty)
    #expect(start.next == #"publish "" q "<i>&""#)
    #expect(DemoPlace(.held, step: 2, in: demo, startedAt: 5).notes == ["speak first\nnote"])
    let end = DemoPlace(.over, step: 3, in: demo, startedAt: 5)
    #expect(end.notes == ["speak last"] && end.next == nil && end.chapterNumber == 2)
    #expect(end.json.hasPrefix(DemoPlace.signature))
    let decoded = try JSONDecoder().decode(DemoPlace.self, from: Data(end.json.utf8))
    #expect(decoded == end)
    let lines = DemoPlaceRenderer(language: .korean, style: .plain).lines(end, now: 125_005)
    #expect(
      lines.map(\.text) == [
        "A title", "챕터 2/2: Two · 단계 3/3 · 끝남 · 2:05", "", "노트", "  speak last",
      ])
  }

  @Test("An answer that differs is counted by its line; it is shown in the language asked for")
  func differs() async throws {
    let wrong = try await demo(
      Self.text.replacing("{{...}}", with: "nothing of the kind"), .korean)
    #expect(wrong.differingLines == [26])
    let words = DemoWords(language: .english).differences(of: wrong, fileName: "a\u{1B}.md")
    #expect(
      words.text == "a\\e.md: 1 of 1 answers were not those of the transcript (at line 26). "
        + "Try: tokki verify a\\e.md")
    let shown = DemoRenderer(wrong, style: .plain).lines(of: wrong.beats[2])
    #expect(shown[1].text.contains("기본 익스체인지"), "\(shown)")
  }

  @Test("The pace is the same each time, slower for longer text, and scales with the speed")
  func pace() async throws {
    let demo = try await demo()
    let renderer = DemoRenderer(demo, style: .plain)
    let (usual, fast) = (DemoPace(renderer), DemoPace(renderer, speed: 10))
    let cues = usual.cues(of: 2)
    #expect(cues == DemoPace(renderer).cues(of: 2))
    let keys = cues.compactMap { cue in
      if case .keys(let key) = cue.output { key } else { nil }
    }
    #expect(keys.joined() == #"publish "" q "<i>&""#)
    let time = { (cues: [DemoPace.Cue]) in cues.reduce(0) { $0 + $1.delay } }
    #expect((1500...6000).contains(time(cues)))
    #expect(time(fast.cues(of: 2)) < time(cues) / 8)
    #expect(usual.rest(after: 1) > usual.rest(after: 0))
  }
}

@Suite("Asciicasts")
struct AsciicastTests {
  @Test("A header, then what is written and the chapters as markers, in the order of time")
  func cast() async throws {
    let demo = try await Demo(
      Transcript(DemoTests.text, fileName: "demo.md"), fileName: "demo.md")
    let cast = Asciicast(demo, width: 100)
    let values = try cast.lines.map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8))
    }
    let header = try #require(values.first as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 100 && header["height"] as? Int == 24)
    #expect(header["title"] as? String == "A title")
    let rows = try values.dropFirst().map { try #require($0 as? [Any]) }
    let times = rows.compactMap { ($0.first as? NSNumber)?.doubleValue }
    #expect(times.count == rows.count && times == times.sorted())
    let markers = rows.filter { $0[1] as? String == "m" }.compactMap { $0[2] as? String }
    #expect(markers == ["One"])
    let written = rows.filter { $0[1] as? String == "o" }.compactMap { $0[2] as? String }.joined()
    #expect(rows.count == 1 + rows.filter { $0[1] as? String == "o" }.count)
    #expect(written.contains("\u{1B}[1m── One ──\u{1B}[0m\r\n"))
    #expect(!written.replacing("\r\n", with: "").contains("\n"))
    #expect(!written.contains("note"))
    #expect(cast == Asciicast(demo, width: 100))
  }
}

@Suite("Pages of demos")
struct DemoPageTests {
  @Test("All text is escaped, chapters can be reached, speaker notes stay away")
  func page() async throws {
    let demo = try await Demo(
      Transcript(
        DemoTests.text.replacing("A title", with: "제목 <script>alert('x')</script>"),
        fileName: "demo.md"), fileName: "demo.md", language: .korean)
    let page = DemoPage(demo).text
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">"))
    let title = "제목 &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"
    #expect(page.contains("<title>\(title)</title>") && page.contains("<h1>\(title)</h1>"))
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.contains("<a href=\"#chapter-1\">One</a>"))
    #expect(page.contains("<h2 id=\"chapter-2\">Two</h2>"))
    #expect(
      page.contains("<p>Some <em>prose</em>.</p>\n<pre><code>tokki&gt; not ours</code></pre>"))
    #expect(page.contains("<p>More &lt;b&gt;prose&lt;/b&gt;.</p>"))
    #expect(page.contains("<kbd>publish &quot;&quot; q &quot;&lt;i&gt;&amp;&quot;</kbd>"))
    #expect(page.contains("기본 익스체인지") && page.contains("한 단계씩"))
    for word in ["speak", "declare queue q", "http:", "https:", "src=", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test(
    "Narration as HTML",
    arguments: [
      ("# A\ntext\nmore", "<h1>A</h1>\n<p>text more</p>\n"),
      (
        "- a `x<y`\n  b\n- c\n\nd",
        "<ul>\n<li>a <code>x&lt;y</code> b</li>\n<li>c</li>\n</ul>\n<p>d</p>\n"
      ),
      ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
      ("> a\n>\n> b\nc", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>c</p>\n"),
      (
        "| a | b |\n|---|:-:|\n| c | **d** |",
        "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td><strong>d</strong></td></tr>\n"
          + "</table>\n"
      ),
      ("2 * 3 * 4 and *", "<p>2 * 3 * 4 and *</p>\n"),
      (
        "[a](https://b.c/?d&e) [f](javascript:x) [g](h.md)",
        "<p><a href=\"https://b.c/?d&amp;e\" rel=\"noreferrer\">a</a> f g</p>\n"
      ),
      (
        "[a](https://b.c/d_(e)) f)",
        "<p><a href=\"https://b.c/d_(e)\" rel=\"noreferrer\">a</a> f)</p>\n"
      ),
      ("[a](https://b.c/(d e", "<p>[a](https://b.c/(d e</p>\n"),
      ("<img src=x onerror=y>", "<p>&lt;img src=x onerror=y&gt;</p>\n"),
      ("```\n<b>\n\tx", "<pre><code>&lt;b&gt;\n    x</code></pre>\n"),
      ("a\u{1B}[2Jb\u{202E}c", "<p>a\\e[2Jb\\u{202E}c</p>\n"),
    ])
  func narration(markdown: String, html: String) async throws {
    let text = "<!-- tokki transcript: seed 1 -->\n\(markdown)\n"
    // An open fence would be the transcript's error.
    let whole = markdown.hasPrefix("```") ? text + "```\n" : text
    let demo = try await Demo(Transcript(whole, fileName: ""), fileName: "")
    #expect(
      DemoPage(demo).text.contains("<div class=\"beat\">\n\(html)</div>"), "\(DemoPage(demo).text)")
  }
}
