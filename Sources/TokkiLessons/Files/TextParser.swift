import TokkiLanguage

/// Reads `en.md`, `ko.md`: what is said about a lesson, under the keys of `lesson.tokki`.
///
///     # The lesson's title
///     Introduction.
///
///     ## STEP: The step's title
///     Explanation.
///     ### task
///     What is to be done.
///     ### goals
///     - KEY: label
///     ### hints
///     1. A nudge …
///     ### mistakes
///     - KEY: why it does not do
///     ### closing
///     Said when the step is passed.
///
/// An indented line goes on with the point above it. Comments (`<!-- … -->`, from a line's
/// beginning) are left out.
struct TextParser {
  private enum Section: String, CaseIterable {
    case task
    case goals
    case hints
    case mistakes
    case closing
  }

  private let file: String
  private var text: LessonText
  private var hasTitle = false
  /// nil: the step's explanation, or the lesson's introduction.
  private var section: Section?
  /// False after a heading that was not understood: what follows it has no place.
  private var hasPlace = true
  private var seen: [Section] = []
  /// The lines of the running text, not yet put in its place.
  private var prose: [String] = []
  /// The line where a fence was opened: what is in it is taken as it stands.
  private var fence: Int?
  private var comments = PageComments()
  private var problems: [LessonProblem] = []

  private init(file: String, language: Language) {
    self.file = file
    self.text = LessonText(language: language, title: "")
  }

  static func parse(
    _ file: LessonFile, language: Language
  ) -> (text: LessonText, problems: [LessonProblem]) {
    var parser = TextParser(file: file.place, language: language)
    for line in file.lines where parser.fence != nil || !parser.comments.hides(line) {
      parser.read(line)
    }
    parser.finish()
    return (parser.text, parser.problems)
  }

  private mutating func report(_ line: Int, _ fault: TextFault) {
    problems.append(LessonProblem(.text(fault), file: file, line: line))
  }

  private mutating func read(_ line: SourceLine) {
    if line.text.hasPrefix("```") {
      readFence(line)
    } else if fence != nil {
      prose.append(line.text)
    } else if line.text.hasPrefix("### ") {
      readSection(line)
    } else if line.text.hasPrefix("## ") {
      readStep(line)
    } else if line.text.hasPrefix("# ") {
      readTitle(line)
    } else {
      readText(line)
    }
  }

  // MARK: Headings

  private mutating func readTitle(_ line: SourceLine) {
    closeSection()
    if hasTitle || !text.steps.isEmpty {
      report(line.number, .secondTitle)
    }
    hasTitle = true
    text.title = trimmed(line.text.dropFirst(2))
  }

  private mutating func readStep(_ line: SourceLine) {
    closeSection()
    seen = []
    let heading = line.text.dropFirst(3)
    guard let colon = heading.firstIndex(of: ":"), isKey(heading[..<colon]) else {
      hasPlace = false
      return report(line.number, .badStepHeading)
    }
    let title = trimmed(heading[heading.index(after: colon)...])
    if title.isEmpty { report(line.number, .emptyStepTitle) }
    hasPlace = true
    text.steps.append(StepText(key: String(heading[..<colon]), line: line.number, title: title))
  }

  private mutating func readSection(_ line: SourceLine) {
    closeSection()
    let name = trimmed(line.text.dropFirst(4))
    guard let next = Section(rawValue: name), !text.steps.isEmpty else {
      hasPlace = false
      return report(line.number, .noSuchPart(name))
    }
    if seen.contains(next) { report(line.number, .partTwice(name)) }
    seen.append(next)
    hasPlace = true
    section = next
  }

  // MARK: Text

  private mutating func readFence(_ line: SourceLine) {
    fence = fence == nil ? line.number : nil
    switch section {
    case nil, .task, .closing: prose.append(line.text)
    case .goals, .hints, .mistakes:
      if hasPlace, fence != nil {
        report(line.number, .fencedPoint)
      }
    }
  }

  private mutating func readText(_ line: SourceLine) {
    let content = trimmed(line.text)
    guard hasPlace, let section else {
      if !hasTitle, !content.isEmpty {
        hasTitle = true
        report(line.number, .textBeforeTitle)
      }
      return prose.append(line.text)
    }
    switch section {
    case .task, .closing: prose.append(line.text)
    case .goals, .hints, .mistakes:
      if !content.isEmpty { readPoint(content, section, line) }
    }
  }

  private mutating func readPoint(_ content: String, _ section: Section, _ line: SourceLine) {
    if line.text.first == " " || line.text.first == "\t" {
      return extendPoint(content, section, line)
    }
    if section == .hints {
      let number = content.prefix { $0.isASCII && $0.isNumber }
      guard !number.isEmpty, content.dropFirst(number.count).hasPrefix(".") else {
        return report(line.number, .hintWithoutNumber)
      }
      let hint = trimmed(content.dropFirst(number.count + 1))
      return editStep { $0.hints.append(hint) }
    }
    let point = trimmed(content.dropFirst())
    guard content.hasPrefix("-"), let colon = point.firstIndex(of: ":"), isKey(point[..<colon])
    else {
      return report(line.number, .pointWithoutKey(part: section.rawValue))
    }
    let keyed = KeyedText(
      key: String(point[..<colon]), line: line.number,
      text: trimmed(point[point.index(after: colon)...]))
    editStep { step in
      if section == .goals { step.goals.append(keyed) } else { step.mistakes.append(keyed) }
    }
  }

  private mutating func extendPoint(_ content: String, _ section: Section, _ line: SourceLine) {
    func extended(_ text: String) -> String { text.isEmpty ? content : text + " " + content }
    var isAlone = false
    editStep { step in
      switch section {
      case .hints:
        if let last = step.hints.popLast() {
          step.hints.append(extended(last))
        } else {
          isAlone = true
        }
      case .goals:
        if var last = step.goals.popLast() {
          last.text = extended(last.text)
          step.goals.append(last)
        } else {
          isAlone = true
        }
      case .mistakes:
        if var last = step.mistakes.popLast() {
          last.text = extended(last.text)
          step.mistakes.append(last)
        } else {
          isAlone = true
        }
      case .task, .closing: break
      }
    }
    if isAlone { report(line.number, .nothingToContinue) }
  }

  private mutating func editStep(_ edit: (inout StepText) -> Void) {
    guard !text.steps.isEmpty else { return }
    edit(&text.steps[text.steps.count - 1])
  }

  // MARK: Ends

  /// Puts the running text in its place.
  private mutating func closeSection() {
    let lines = prose.drop { trimmed($0).isEmpty }
    let end = lines.lastIndex { !trimmed($0).isEmpty }.map { $0 + 1 } ?? lines.startIndex
    let whole = lines[..<end].joined(separator: "\n")
    prose = []
    defer { section = nil }
    guard hasPlace else { return }
    switch section {
    case nil where text.steps.isEmpty: text.introduction = whole
    case nil: editStep { $0.explanation = whole }
    case .task: editStep { $0.task = whole }
    case .closing: editStep { $0.closing = whole }
    case .goals, .hints, .mistakes: break
    }
  }

  private mutating func finish() {
    if let fence {
      report(fence, .openFence)
      self.fence = nil
    }
    if let open = comments.open { report(open, .openComment) }
    closeSection()
    if text.title.isEmpty { report(1, .noTitle) }
  }
}
