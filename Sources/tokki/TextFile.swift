import FoundationEssentials
import TokkiLanguage
import TokkiREPL
import TokkiShell

/// A file of UTF-8 text that the user named.
struct TextFile: Hashable {
  let path: String
  /// What is said of it where it cannot be used.
  let language: Language

  /// Why a file cannot be read, for standard error.
  struct Unreadable: Error {
    let complaint: String
  }

  func text() throws(Unreadable) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw unreadable("the file cannot be read", "파일을 읽을 수 없습니다")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw unreadable("the file is no UTF-8 text", "UTF-8 텍스트 파일이 아닙니다")
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
      throw unreadable("the file cannot be written", "파일을 쓸 수 없습니다")
    }
  }

  /// The files with that ending in the folder, however deep, in the order of their paths; the file
  /// itself where the path is no folder.
  func files(ending: String) throws(Unreadable) -> [TextFile] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw unreadable("there is no such file", "그런 파일이 없습니다")
    }
    guard isFolder else { return [self] }
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      throw unreadable("the folder cannot be read", "폴더를 읽을 수 없습니다")
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    return names.filter { $0.hasSuffix(ending) }.sorted().map {
      TextFile(path: folder + $0, language: language)
    }
  }

  func unreadable(_ english: String, _ korean: String) -> Unreadable {
    let reason = Localized(english, korean)[language]
    return Unreadable(complaint: "\(VisibleText.escaped(path)): \(reason)\n")
  }
}
