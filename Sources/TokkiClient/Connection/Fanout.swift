/// One source, any number of readers. Each reads all that comes after it began.
struct Fanout<Element: Sendable>: Sendable {
  private var continuations: [AsyncStream<Element>.Continuation] = []
  private var isFinished = false

  /// A stream of what comes from now on, after what is given first. It keeps what is not read yet,
  /// without bound.
  mutating func stream(after first: Element? = nil) -> AsyncStream<Element> {
    let (stream, continuation) = AsyncStream.makeStream(of: Element.self)
    if let first { continuation.yield(first) }
    if isFinished { continuation.finish() } else { continuations.append(continuation) }
    return stream
  }

  mutating func yield(_ element: Element) {
    continuations.removeAll { continuation in
      if case .terminated = continuation.yield(element) { true } else { false }
    }
  }

  mutating func finish() {
    isFinished = true
    for continuation in continuations { continuation.finish() }
    continuations.removeAll()
  }
}
