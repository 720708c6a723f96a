import FoundationEssentials
import TokkiLanguage
import TokkiREPL
import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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

  /// Replaces it as a whole, the file that a link leads to included; what is no file, such as a
  /// pipe, is written to.
  func write(_ text: String) throws(Unreadable) {
    let url = URL(filePath: path).resolvingSymlinksInPath()
    let kind = try? FileManager.default.attributesOfItem(atPath: url.path)[.type]
    guard let kind = kind as? FileAttributeType, kind != .typeRegular else {
      do {
        return try Data(text.utf8).write(to: url, options: .atomic)
      } catch {
        throw unwritable((error as? CocoaError)?.underlyingReason)
      }
    }
    let file = open(url.path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw unwritable(String(cString: strerror(errno))) }
    defer { close(file) }
    guard TextOutput(descriptor: file).write(text) else {
      throw unwritable(String(cString: strerror(errno)))
    }
  }

  /// Writes it where no file is yet.
  func make(_ text: String) throws(Unreadable) {
    switch FilesOnDisk().make(path, text: text) {
    case nil: break
    case .isThere:
      throw unreadable(
        "the file is there already, and stays as it is; --replace writes over it",
        "파일이 이미 있어 그대로 두었습니다. 덮어쓰려면 --replace를 붙이세요")
    case .impossible(let reason): throw unwritable(reason)
    }
  }

  /// Whether both paths lead to one file.
  func isSame(as other: TextFile) -> Bool {
    var (own, others) = (stat(), stat())
    return stat(path, &own) == 0 && stat(other.path, &others) == 0
      && own.st_dev == others.st_dev && own.st_ino == others.st_ino
  }

  /// - Parameter reason: what the system says.
  func unwritable(_ reason: String?) -> Unreadable {
    let reason = reason.map { " (\($0))" } ?? ""
    return unreadable("the file cannot be written\(reason)", "파일을 쓸 수 없습니다\(reason)")
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

extension CocoaError {
  /// What the system says of a file that cannot be written.
  fileprivate var underlyingReason: String? {
    switch code {
    case .fileWriteOutOfSpace: String(cString: strerror(ENOSPC))
    case .fileWriteNoPermission: String(cString: strerror(EACCES))
    case .fileNoSuchFile: String(cString: strerror(ENOENT))
    case .fileWriteVolumeReadOnly: String(cString: strerror(EROFS))
    default: nil
    }
  }
}
