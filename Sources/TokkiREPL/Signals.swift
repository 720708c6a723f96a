import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Signals as wakes: what they would do by themselves they do no more.
final class Signals {
  private let sources: [any DispatchSourceSignal]

  init(_ table: [Int32: Wake], to wakes: Wakes) {
    sources = table.map { number, wake in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { @Sendable in wakes.post(wake) }
      source.resume()
      return source
    }
  }

  /// For a terminal: Ctrl-C while a command runs, a new size, and the wish that the process end.
  convenience init(ofTerminal wakes: Wakes) {
    self.init(
      [
        SIGINT: .interrupted, SIGWINCH: .resized,
        SIGTERM: .terminated(signal: SIGTERM), SIGHUP: .terminated(signal: SIGHUP),
        SIGQUIT: .terminated(signal: SIGQUIT),
      ], to: wakes)
  }

  /// The signals do again what they do by themselves.
  func cancel() {
    for source in sources {
      source.cancel()
      signal(Int32(source.handle), SIG_DFL)
    }
  }
}
