import TokkiBroker
import TokkiLanguage
import TokkiLessons
import TokkiShell

/// Lines that are run on two brokers: a script's, a transcript's, or those of one step of a lesson.
struct ComparedScript: Sendable {
  /// The file, and the step of a lesson.
  var name: String
  var lines: [ComparisonReport.Line]

  /// Why a file holds nothing to compare; ready for standard error.
  struct Unusable: Error {
    let complaint: String
  }

  /// All that the path holds: a script, a transcript (`*.md`), a lesson's steps (`lesson.tokki`),
  /// or a folder of those.
  static func all(
    at path: String, _ language: Language
  ) throws(Unusable) -> [ComparedScript] {
    let file = TextFile(path: path, language: language)
    guard try file.isFolder() else { return try scripts(in: file) }
    var scripts: [ComparedScript] = []
    let lessons = try file.unfailing(ending: "lesson.tokki")
    for lesson in lessons { scripts += try steps(of: lesson) }
    let folders = lessons.map { $0.path.dropLast("lesson.tokki".count) }
    for page in try file.unfailing(ending: ".md")
    where !folders.contains(where: { page.path.hasPrefix($0) }) {
      scripts.append(try transcript(page))
    }
    return scripts
  }

  private static func scripts(in file: TextFile) throws(Unusable) -> [ComparedScript] {
    if file.path.hasSuffix("lesson.tokki") { return try steps(of: file) }
    if file.path.hasSuffix(".md") { return [try transcript(file)] }
    let lines: [ComparisonReport.Line]
    do throws(TextFile.Unreadable) {
      lines = whole(try file.lines())
    } catch {
      throw Unusable(complaint: error.complaint)
    }
    for line in lines {
      switch Command.parse(line.text) {
      case .command, .nothing: continue
      case .incomplete, .failure:
        let place = "\(VisibleText.escaped(file.path)):\(line.number)"
        let problem = Localized("no command", "명령이 아닙니다")[file.language]
        throw Unusable(complaint: "\(place): \(problem): \(VisibleText.escaped(line.text))\n")
      }
    }
    return [ComparedScript(name: file.path, lines: lines)]
  }

  /// Commands that go on over several lines are one line each.
  private static func whole(_ texts: [String]) -> [ComparisonReport.Line] {
    var lines: [ComparisonReport.Line] = []
    var beginning: ComparisonReport.Line?
    for (index, text) in texts.enumerated() {
      var line = beginning ?? ComparisonReport.Line(number: index + 1, text: "")
      line.text += beginning == nil ? text : "\n" + text
      beginning = nil
      if case .incomplete = Command.parse(line.text) {
        beginning = line
      } else {
        lines.append(line)
      }
    }
    return lines + (beginning.map { [$0] } ?? [])
  }

  static func transcript(_ file: TextFile) throws(Unusable) -> ComparedScript {
    let transcript: Transcript
    do {
      transcript = try Transcript(try file.text(), fileName: file.path)
    } catch let error as TranscriptError {
      throw Unusable(complaint: error.text(in: file.language) + "\n")
    } catch {
      throw Unusable(complaint: (error as? TextFile.Unreadable)?.complaint ?? "\(file.path)\n")
    }
    let lines = transcript.steps.compactMap { step -> ComparisonReport.Line? in
      switch step {
      case .typed(let typed): .init(number: typed.line, text: typed.text)
      case .hidden(let text, let line): .init(number: line, text: text)
      case .chapter, .note, .pause, .prose: nil
      }
    }
    return ComparedScript(name: file.path, lines: lines)
  }

  /// Each step begins on an empty broker: its set-up, its solution, and what it claims then.
  private static func steps(of file: TextFile) throws(Unusable) -> [ComparedScript] {
    let text: String
    do throws(TextFile.Unreadable) {
      text = try file.text()
    } catch {
      throw Unusable(complaint: error.complaint)
    }
    let library = LessonLibrary(files: [LessonFile(path: "lesson/lesson.tokki", text: text)])
    return library.lessons.flatMap(\.steps).map { step in
      let lines = step.setup + step.solution + step.goals.flatMap(\.expectations)
      return ComparedScript(
        name: "\(file.path) (\(step.key))",
        lines: lines.map { .init(number: $0.number, text: $0.text) })
    }
  }
}

extension TextFile {
  fileprivate func isFolder() throws(ComparedScript.Unusable) -> Bool {
    try unfailing(ending: "") != [self]
  }

  fileprivate func unfailing(ending: String) throws(ComparedScript.Unusable) -> [TextFile] {
    do throws(Unreadable) {
      return try files(ending: ending)
    } catch {
      throw ComparedScript.Unusable(complaint: error.complaint)
    }
  }
}
