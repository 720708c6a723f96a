import FoundationEssentials
import TokkiREPL
import TokkiShell

/// A file of UTF-8 text that the user named.
struct TextFile: Hashable {
  let path: String

  /// Why a file cannot be read, for standard error.
  struct Unreadable: Error {
    let complaint: String
  }

  func text() throws(Unreadable) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw unreadable("the file cannot be read")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw unreadable("the file is no UTF-8 text")
    }
    return text
  }

  /// Its lines, however they end.
  func lines() throws(Unreadable) -> [String] {
    var lines = try text().split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map(String.init)
  }

  /// Replaces it as a whole.
  func write(_ text: String) throws(Unreadable) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw unreadable("the file cannot be written")
    }
  }

  /// The files with that ending in the folder, however deep, in the order of their paths; the file
  /// itself where the path is no folder.
  func files(ending: String) throws(Unreadable) -> [TextFile] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw unreadable("there is no such file")
    }
    guard isFolder else { return [self] }
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      throw unreadable("the folder cannot be read")
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    return names.filter { $0.hasSuffix(ending) }.sorted().map { TextFile(path: folder + $0) }
  }

  private func unreadable(_ reason: String) -> Unreadable {
    Unreadable(complaint: "\(VisibleText.escaped(path)): \(reason)\n")
  }
}
