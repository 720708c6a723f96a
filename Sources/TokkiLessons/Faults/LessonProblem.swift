public import TokkiLanguage

/// What is wrong in a lesson's files: where, which rule is broken, and what mends it.
public struct LessonProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// As it can be opened: the folder as it was named, and the file in it.
  public var file: String
  /// From 1; nil where the whole file, or a file that is not there, is meant.
  public var line: Int?
  var fault: LessonFault

  init(_ fault: LessonFault, file: String, line: Int? = nil) {
    self.fault = fault
    self.file = file
    self.line = line
  }

  /// Whether the lesson can be played all the same.
  public var isWarning: Bool { fault.isWarning }

  /// A name for programs, such as `text.noText`.
  public var name: String { fault.name }

  /// In English.
  public var rule: String { rule(in: .english) }
  public var cure: String { cure(in: .english) }
  public var description: String { text(in: .english) }

  public func rule(in language: Language) -> String { fault.words.rule[language] }
  public func cure(in language: Language) -> String { fault.words.cure[language] }

  /// `FILE`, or `FILE:LINE`.
  public var place: String { line.map { "\(file):\($0)" } ?? file }

  /// `FILE:LINE: what is wrong. What to do.`
  public func text(in language: Language) -> String {
    let mark = isWarning ? Localized("warning: ", "경고: ")[language] : ""
    return "\(place): \(mark)\(rule(in: language)). \(cure(in: language))"
  }
}

/// What can be wrong with a lesson, by where it is found.
enum LessonFault: Hashable, Sendable {
  /// Files and folders as such.
  case file(FileFault)
  /// `lesson.tokki`
  case step(StepFault)
  /// `en.md`, `ko.md`
  case text(TextFault)
  /// `clients.md`
  case client(ClientFault)
  /// What the lines of a step do when they are played.
  case play(PlayFault)
  /// A transcript that a lesson is to be made of.
  case transcript(TranscriptFault)

  var words: FaultWords {
    switch self {
    case .file(let fault): fault.words
    case .step(let fault): fault.words
    case .text(let fault): fault.words
    case .client(let fault): fault.words
    case .play(let fault): fault.words
    case .transcript(let fault): fault.words
    }
  }

  var isWarning: Bool {
    switch self {
    case .file(let fault): fault.isWarning
    case .text(let fault): fault.isWarning
    case .client(let fault): fault.isWarning
    case .play(let fault): fault.isWarning
    case .step, .transcript: false
    }
  }

  var name: String {
    switch self {
    case .file(let fault): "file." + Self.caseName(fault)
    case .step(let fault): "step." + Self.caseName(fault)
    case .text(let fault): "text." + Self.caseName(fault)
    case .client(let fault): "client." + Self.caseName(fault)
    case .play(let fault): "play." + Self.caseName(fault)
    case .transcript(let fault): "transcript." + Self.caseName(fault)
    }
  }

  private static func caseName(_ fault: some Hashable) -> String {
    String("\(fault)".prefix { $0.isLetter })
  }
}

/// A rule and what mends its breach, in every language; no full stop ends the rule.
struct FaultWords: Hashable, Sendable {
  var rule: Localized
  var cure: Localized

  init(_ rule: String, _ cure: String, korean koreanRule: String, _ koreanCure: String) {
    self.rule = Localized(rule, koreanRule)
    self.cure = Localized(cure, koreanCure)
  }
}
