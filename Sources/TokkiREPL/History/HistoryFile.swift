import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The history between runs: one line of UTF-8 text for each entry, readable by its owner alone.
///
/// A file that cannot be read or written costs the history, never the session.
public struct HistoryFile: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// `history` in Tokki's folder under the user's state directory, as the XDG base directory
  /// specification places it; nil when the user has no home.
  public static func ofUser(environment: [String: String]) -> HistoryFile? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return HistoryFile(path: state + "/tokki/history")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return HistoryFile(path: home + "/.local/state/tokki/history")
  }

  func load() -> History {
    guard let bytes = FileManager.default.contents(atPath: path) else { return History() }
    return History(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  /// Takes in a line, besides what other sessions wrote meanwhile.
  func remember(_ line: String) {
    var history = load()
    switch history.remember(line) {
    case .none: break
    case .appended: append(history.lines.suffix(1))
    case .rearranged: replace(with: history.lines)
    }
  }

  private func append(_ lines: some Collection<String>) {
    makeFolder()
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    TextOutput(descriptor: file).write(text(of: lines))
    close(file)
  }

  /// A crash in the middle leaves the old file.
  private func replace(with lines: some Collection<String>) {
    let bytes = Data(text(of: lines).utf8)
    let draft = "\(path).\(getpid())"
    guard
      FileManager.default.createFile(
        atPath: draft, contents: bytes, attributes: [.posixPermissions: 0o600])
    else { return }
    if rename(draft, path) != 0 { unlink(draft) }
  }

  private func text(of lines: some Collection<String>) -> String {
    lines.map { $0 + "\n" }.joined()
  }

  private func makeFolder() {
    guard let slash = path.lastIndex(of: "/") else { return }
    try? FileManager.default.createDirectory(
      atPath: String(path[..<slash]), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }
}
