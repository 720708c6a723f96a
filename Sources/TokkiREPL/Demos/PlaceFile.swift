import FoundationEssentials
public import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file in which a demo leaves word of where it is, for a speaker's second terminal. It is
/// replaced as a whole, so that its reader never sees half of it.
public struct PlaceFile: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// Whether something else is kept there, which is not to be lost.
  public var isTaken: Bool {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      var isFolder = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }
    return !bytes.isEmpty
      && !String(decoding: bytes, as: UTF8.self).hasPrefix(DemoPlace.signature)
  }

  /// False where it cannot be written.
  @discardableResult
  public func write(_ place: DemoPlace) -> Bool {
    let draft = "\(path).\(getpid())"
    let bytes = Data((place.json + "\n").utf8)
    guard FileManager.default.createFile(atPath: draft, contents: bytes) else { return false }
    if rename(draft, path) == 0 { return true }
    unlink(draft)
    return false
  }

  /// Nil where there is none, or nothing that is understood.
  func read() -> DemoPlace? {
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    return try? JSONDecoder().decode(DemoPlace.self, from: bytes)
  }

  /// Milliseconds since 1970.
  public static func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
