internal import TokkiClient

/// What clients learned without having been called, until somebody takes it: the latest of it, as
/// long as nobody does.
struct News: Sendable {
  var limit = 0
  private var waiting: [ClientReport] = []

  mutating func append(_ reports: [ClientReport]) {
    guard !reports.isEmpty else { return }
    waiting += reports
    if waiting.count > 2 * limit { waiting.removeFirst(waiting.count - limit) }
  }

  mutating func take() -> [ClientReport] {
    defer { waiting = [] }
    return waiting
  }
}
