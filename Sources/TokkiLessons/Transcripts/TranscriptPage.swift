import TokkiLanguage
import TokkiShell

/// A transcript as its reader sees it: a title, an introduction, and sections of narration and
/// commands, each under a heading or a chapter mark.
struct TranscriptPage: Hashable, Sendable {
  struct Section: Hashable, Sendable {
    var title: String
    /// Markdown, before and between the commands.
    var narration: [String] = []
    /// After the last command.
    var ending: [String] = []
    var lines: [Line] = []
  }

  /// A command.
  struct Line: Hashable, Sendable {
    var text: String
    /// From 1.
    var number: Int
    var isHidden: Bool
    /// What its answer gives a name to, by `{{name}}`.
    var names: [String] = []
  }

  var title = ""
  var introduction: [String] = []
  var sections: [Section] = []
  let language: Language

  init(_ text: String, fileName: String) throws(TranscriptError) {
    let transcript = try Transcript(text, fileName: fileName)
    language = transcript.language
    var commands: [Int: Line] = [:]
    var chapters: [Int: String] = [:]
    for step in transcript.steps {
      if case .typed(let typed) = step {
        commands[typed.line] = Line(
          text: typed.text, number: typed.line, isHidden: false,
          names: typed.answer.flatMap(Self.names))
      } else if case .hidden(let text, let line) = step {
        commands[line] = Line(text: text, number: line, isHidden: true)
      } else if case .chapter(let title, let line) = step {
        chapters[line] = title
      }
    }
    read(LessonFile(path: fileName, text: text).lines, commands, chapters)
    if title.isEmpty { title = LessonSkeleton.title(of: fileName.replacing(".md", with: "")) }
    for index in sections.indices where sections[index].title.isEmpty {
      sections[index].title = title
    }
  }

  /// The names in double braces.
  private static func names(in line: String) -> [String] {
    line.split(separator: "{{").dropFirst().compactMap { part in
      let name = part.prefix { $0 != "}" }
      return name.isEmpty || name == "*" || name == "..." ? nil : String(name)
    }
  }

  // MARK: Lines

  private mutating func read(
    _ lines: [SourceLine], _ commands: [Int: Line], _ chapters: [Int: String]
  ) {
    var comments = PageComments()
    /// What closes the block at hand, and whether its lines are narration.
    var block: (mark: String, isNarration: Bool)?
    for line in lines {
      let text = line.text
      if let chapter = chapters[line.number] { begin(chapter) }
      if let command = commands[line.number] { add(command) }
      if let open = block {
        if open.isNarration { add(text) }
        if trimmed(text) == open.mark { block = nil }
      } else if comments.hides(line) {
        continue
      } else if trimmed(text).hasPrefix("```") {
        let mark = String(trimmed(text).prefix { $0 == "`" })
        let info = trimmed(text).dropFirst(mark.count).split(separator: " ").first
        block = (mark, info != "tokki")
        if info != "tokki" { add("```" + (info ?? "")) }
      } else if text.hasPrefix("#"), text.drop(while: { $0 == "#" }).hasPrefix(" ") {
        readHeading(text)
      } else {
        add(text)
      }
    }
  }

  private mutating func readHeading(_ text: String) {
    let level = text.prefix { $0 == "#" }.count
    let words = trimmed(text.dropFirst(level))
    if level == 1, title.isEmpty, sections.isEmpty {
      title = words
    } else if level <= 2 {
      begin(words)
    } else {
      add("**\(words)**")
    }
  }

  /// A heading and a chapter's mark, one after the other, are one beginning.
  private mutating func begin(_ title: String) {
    let title = LessonSkeleton.line(title)
    if let last = sections.indices.last, sections[last].lines.isEmpty {
      sections[last].title = title
    } else {
      sections.append(Section(title: title))
    }
  }

  private mutating func add(_ command: Line) {
    if sections.isEmpty { sections.append(Section(title: "")) }
    let last = sections.count - 1
    sections[last].narration += sections[last].ending
    sections[last].ending = []
    sections[last].lines.append(command)
  }

  private mutating func add(_ narration: String) {
    if let last = sections.indices.last {
      sections[last].ending.append(narration)
    } else {
      introduction.append(narration)
    }
  }
}
