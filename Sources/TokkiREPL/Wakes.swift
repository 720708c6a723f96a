import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What can happen while the loop waits for a key or for an evaluation.
enum Wake: Sendable, Equatable {
  /// Text to be shown above the prompt.
  case announcement(String)
  /// The evaluator may have news.
  case news
  case evaluated
  case interrupted
  case resized
  case terminated(signal: Int32)
}

/// Wakes on their way to the loop's thread, which waits for the pipe. Any thread may post.
final class Wakes: Sendable {
  /// How many wakes may wait. Announcements beyond that are left out and counted.
  private static let longest = 2000

  private struct State {
    var waiting: [Wake] = []
    var leftOut = 0
  }

  private let state = Mutex(State())
  /// Readable while wakes are waiting.
  let descriptor: Int32
  private let bell: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    (descriptor, bell) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(descriptor)
    close(bell)
  }

  func post(_ wake: Wake) {
    state.withLock { state in
      if case .announcement = wake, state.waiting.count >= Self.longest {
        state.leftOut += 1
        return
      }
      state.waiting.append(wake)
      var byte: UInt8 = 1
      if state.waiting.count == 1 { _ = write(bell, &byte, 1) }
    }
  }

  /// Blocks until something was posted.
  func wait() -> [Wake] {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&ready, 1, -1)
    return take()
  }

  /// What was posted since the last call, in order.
  func take() -> [Wake] {
    state.withLock { state in
      var byte: UInt8 = 0
      while read(descriptor, &byte, 1) > 0 {}
      defer { state = State() }
      guard state.leftOut > 0 else { return state.waiting }
      return state.waiting + [.announcement("… (+\(state.leftOut))")]
    }
  }
}

/// Text that comes while the prompt stands there, from any task: it is shown above the prompt, and
/// what the user was typing stays as it was.
public final class Announcements: Sendable {
  let wakes = Wakes()

  public init() {}

  /// The text is to be ready for the terminal: whatever came from outside is escaped already.
  public func announce(_ text: String) { wakes.post(.announcement(text)) }
}
