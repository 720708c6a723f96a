/// Those who listen to what clients learn: what a `Client` needs to offer `notices`.
public struct Listeners: Sendable {
  private struct Listener {
    var client: ClientName?
    var continuation: AsyncStream<ClientReport>.Continuation
  }

  private var listeners: [Listener] = []

  public init() {}

  /// A stream of all that is told from now on about that client; nil: about every client.
  public mutating func stream(of client: ClientName?) -> AsyncStream<ClientReport> {
    let (stream, continuation) = AsyncStream.makeStream(of: ClientReport.self)
    listeners.append(Listener(client: client, continuation: continuation))
    return stream
  }

  public mutating func tell(_ reports: [ClientReport]) {
    guard !listeners.isEmpty, !reports.isEmpty else { return }
    listeners.removeAll { listener in
      var isOver = false
      for report in reports where listener.client.map({ $0 == report.client }) ?? true {
        if case .terminated = listener.continuation.yield(report) { isOver = true }
      }
      return isOver
    }
  }

  /// Ends every stream, behind what its reader has not read yet.
  public mutating func finish() {
    for listener in listeners { listener.continuation.finish() }
    listeners.removeAll()
  }
}
