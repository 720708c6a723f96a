import FoundationEssentials
import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A transcript that is being written. Each addition is a single write, so that the file is whole
/// whatever ends the program.
public final class TranscriptFile: Sendable {
  public enum Failure: Error, Hashable, Sendable {
    /// There is a file of that name already.
    case exists
    /// What the system says.
    case notWritable(reason: String)

    /// The last call's.
    static var ofSystem: Failure { .notWritable(reason: String(cString: strerror(errno))) }
  }

  public let path: String
  private let descriptor: Int32

  /// A new file with those first lines.
  public init(new path: String, header: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw errno == EEXIST ? .exists : .ofSystem }
    do throws(Failure) {
      try add(TranscriptWriter.Addition(text: header))
    } catch {
      unlink(path)
      throw error
    }
  }

  /// A file that is there already, to be gone on with.
  public init(existing path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .ofSystem }
    var last: UInt8 = 0x0A
    let size = lseek(descriptor, 0, SEEK_END)
    if size > 0 { pread(descriptor, &last, 1, size - 1) }
    if last != 0x0A { try add(TranscriptWriter.Addition(text: "\n")) }
  }

  deinit { close(descriptor) }

  /// Where it cannot be written whole, the file stays as it was.
  func add(_ addition: TranscriptWriter.Addition) throws(Failure) {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw .ofSystem }
    let start = max(0, size - off_t(addition.replacedByteCount))
    var replaced = [UInt8](repeating: 0, count: Int(size - start))
    guard pread(descriptor, &replaced, replaced.count, start) == replaced.count else {
      throw .ofSystem
    }
    let bytes = Array(addition.text.utf8)
    let end = start + off_t(bytes.count)
    guard write(bytes, at: start), end >= size || ftruncate(descriptor, end) == 0 else {
      let failure = Failure.ofSystem
      pwrite(descriptor, replaced, replaced.count, start)
      ftruncate(descriptor, size)
      throw failure
    }
  }

  private func write(_ bytes: [UInt8], at start: off_t) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        pwrite(
          descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written,
          start + off_t(written))
      }
      // A disk that is nearly full takes a part, and says why only when it is asked again.
      if count > 0 { written += count } else if errno != EINTR { return false }
    }
    return true
  }
}
