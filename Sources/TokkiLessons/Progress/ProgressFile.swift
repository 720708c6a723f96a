import FoundationEssentials

/// The file that holds the progress between runs.
public struct ProgressFile: Hashable, Sendable {
  public var path: String

  public init(path: String) { self.path = path }

  /// `tokki/lessons` in the user's state directory: `XDG_STATE_HOME`, or `~/.local/state`. nil
  /// where the environment names neither it nor a home.
  public static func standard(environment: [String: String]) -> ProgressFile? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return ProgressFile(path: "\(state)/tokki/lessons")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return ProgressFile(path: "\(home)/.local/state/tokki/lessons")
  }

  /// Empty where there is no such file, or where it cannot be read.
  func read() -> Progress {
    guard let data = FileManager.default.contents(atPath: path) else { return Progress() }
    return Progress(text: String(decoding: data, as: UTF8.self))
  }

  /// Replaces the file as a whole.
  ///
  /// - Throws: where it, or the folder, cannot be written.
  func write(_ progress: Progress) throws {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try FileManager.default.createDirectory(
      atPath: folder.joined(separator: "/"), withIntermediateDirectories: true)
    try Data(progress.text.utf8).write(to: URL(filePath: path), options: .atomic)
  }
}
