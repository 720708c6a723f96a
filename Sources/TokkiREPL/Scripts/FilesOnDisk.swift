public import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes files where the user asks for them; none is ever overwritten.
public struct FilesOnDisk: NewFiles {
  public init() {}

  public func make(_ path: String, text: String) -> NewFileFault? {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      return errno == EEXIST ? .isThere : .impossible(String(cString: strerror(errno)))
    }
    let isWritten = TextOutput(descriptor: file).write(text)
    let reason = String(cString: strerror(errno))
    close(file)
    if !isWritten { unlink(path) }
    return isWritten ? nil : .impossible(reason)
  }
}
