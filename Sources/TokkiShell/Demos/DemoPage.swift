import TokkiLanguage

/// A demo as a page of its own: it asks nothing of any other place, reads well without a script,
/// and can be gone through step by step with one. Speaker notes are left out.
public struct DemoPage: Sendable {
  private let demo: Demo
  private let renderer: DemoRenderer
  private let speaker: Speaker

  public init(_ demo: Demo) {
    self.demo = demo
    renderer = DemoRenderer(demo, style: .plain)
    speaker = Speaker(language: demo.language)
  }

  public var text: String {
    let title = HTML.text(demo.title.isEmpty ? "Tokki" : demo.title)
    return """
      <!doctype html>
      <html lang="\(demo.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(DemoPageLooks.style)
      </style>
      </head>
      <body>
      \(contents)<main>
      \(sections)</main>
      <div id="steps" hidden>
      <button id="start">\(word(.stepByStep))</button>
      <button id="back">\(word(.back))</button>
      <span id="count"></span>
      <button id="next">\(word(.forward))</button>
      <button id="all">\(word(.showAll))</button>
      </div>
      <script>
      \(DemoPageLooks.script)
      </script>
      </body>
      </html>

      """
  }

  private func word(_ phrase: DemoPhrase) -> String { HTML.text(speaker.say(phrase).text) }

  private var contents: String {
    guard !demo.chapters.isEmpty else { return "" }
    let rows = demo.chapters.enumerated().map { number, chapter in
      "<li><a href=\"#chapter-\(number + 1)\">\(HTML.text(chapter.title))</a></li>\n"
    }
    return "<nav aria-label=\"\(word(.chapters))\"><ol>\n\(rows.joined())</ol></nav>\n"
  }

  private var sections: String {
    let starts = demo.chapters.map(\.start) + [demo.beats.count]
    var text = section(0..<starts[0], opening: "")
    for (number, chapter) in demo.chapters.enumerated() {
      let heading = "<h2 id=\"chapter-\(number + 1)\">\(HTML.text(chapter.title))</h2>\n"
      text += section(starts[number]..<starts[number + 1], opening: heading)
    }
    return text
  }

  private func section(_ range: Range<Int>, opening: String) -> String {
    guard !range.isEmpty || !opening.isEmpty else { return "" }
    return "<section>\n\(opening)\(range.map { beat(demo.beats[$0]) }.joined())</section>\n"
  }

  private func beat(_ beat: Demo.Beat) -> String {
    switch beat.content {
    case .narration(let markdown):
      return "<div class=\"beat\">\n\(HTMLProse.html(markdown))</div>\n"
    case .command(let command):
      let rows = renderer.rows(of: command).map { row in
        HTML.text(row.prompt) + "<kbd>\(HTML.text(escaped: row.text))</kbd>\n"
      }
      let answer = renderer.answer(to: command).map { HTML.text($0) + "\n" }
      return "<pre class=\"beat\">\(rows.joined())\(answer.joined())</pre>\n"
    }
  }
}

/// Text in a page.
enum HTML {
  /// A text from anywhere: what is invisible is written out, and nothing in it is markup.
  static func text(_ text: String) -> String { HTML.text(escaped: VisibleText.escaped(text)) }

  /// A text in which what is invisible is written out already.
  static func text(escaped text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line with its inks as classes.
  static func text(_ line: StyledLine) -> String {
    line.pieces.map { piece in
      let text = HTML.text(escaped: piece.text)
      return piece.ink == .plain ? text : "<span class=\"\(piece.ink)\">\(text)</span>"
    }.joined()
  }
}
