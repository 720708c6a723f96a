public import TokkiShell

/// A lesson that is made of a transcript.
public struct TranscriptLesson: Sendable {
  private let files: [LessonFile]

  /// Why no lesson can be made of a file.
  public enum Failure: Error, Hashable, Sendable {
    /// It is no transcript.
    case unreadable(TranscriptError)
    /// What is in it has no place in a lesson.
    case unfit([LessonProblem])
  }

  /// Headings and chapters become steps, the narration the text, commands the solution, and goals
  /// are proposed from what came of them.
  ///
  /// - Parameter fileName: as it was named.
  public init(_ text: String, fileName: String) async throws(Failure) {
    let page: TranscriptPage
    do throws(TranscriptError) {
      page = try TranscriptPage(text, fileName: fileName)
    } catch {
      throw .unreadable(error)
    }
    let draft = await LessonDraft(page, fileName: fileName)
    guard draft.problems.isEmpty else { throw .unfit(draft.problems) }
    let source = fileName.split(separator: "/").last.map(String.init) ?? fileName
    files = DraftText(draft: draft, source: source).files
  }

  /// Writes it into a folder that is not there yet, or is empty.
  ///
  /// - Throws: where there is something in the folder already, or it cannot be written.
  public func write(to path: String) throws(LessonProblem) -> WrittenLesson {
    try WrittenLesson(files: files, to: path)
  }

  /// For whoever wants the lesson without a folder.
  public var library: LessonLibrary { LessonLibrary(files: files) }
}
