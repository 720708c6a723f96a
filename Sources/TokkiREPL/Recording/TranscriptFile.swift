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
    case notWritable
  }

  public let path: String
  private let descriptor: Int32

  /// A new file with those first lines.
  public init(new path: String, header: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw errno == EEXIST ? .exists : .notWritable }
    guard add(TranscriptWriter.Addition(text: header)) else { throw .notWritable }
  }

  /// A file that is there already, to be gone on with.
  public init(existing path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notWritable }
    var last: UInt8 = 0x0A
    let size = lseek(descriptor, 0, SEEK_END)
    if size > 0 { pread(descriptor, &last, 1, size - 1) }
    if last != 0x0A { add(TranscriptWriter.Addition(text: "\n")) }
  }

  deinit { close(descriptor) }

  /// False where it cannot be written.
  @discardableResult
  func add(_ addition: TranscriptWriter.Addition) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { return false }
    let start = max(0, size - off_t(addition.replacedByteCount))
    let bytes = Array(addition.text.utf8)
    guard pwrite(descriptor, bytes, bytes.count, start) == bytes.count else { return false }
    let end = start + off_t(bytes.count)
    return end >= size || ftruncate(descriptor, end) == 0
  }
}
