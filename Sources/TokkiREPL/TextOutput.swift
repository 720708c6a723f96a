import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes text to a file descriptor, whole and at once.
public struct TextOutput: Sendable {
  let descriptor: Int32

  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// For results.
  public static let results = TextOutput(descriptor: STDOUT_FILENO)
  /// For complaints.
  public static let complaints = TextOutput(descriptor: STDERR_FILENO)

  /// For what nobody is to read.
  public static let nowhere = TextOutput(descriptor: open("/dev/null", O_WRONLY | O_CLOEXEC))

  /// Why the first text that was lost could not be written, other than that nobody read any more.
  public static var failure: String? { firstFailure.withLock { $0 } }

  private static let firstFailure = Mutex<String?>(nil)

  /// False when it cannot be written: as a rule, when nobody reads any more.
  @discardableResult
  public func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #else
          let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&ready, 1, -1)
        } else if errno != EINTR {
          noteFailure()
          return false
        }
      }
      return true
    }
  }

  private func noteFailure() {
    guard errno != EPIPE, errno != EIO, descriptor == STDOUT_FILENO else { return }
    let reason = String(cString: strerror(errno))
    Self.firstFailure.withLock { $0 = $0 ?? reason }
  }
}
