import AMQPModel
import TokkiClient

/// What clients' own reports tell of deliveries: when workers began, were done, or died.
struct WorkLog {
  /// Where a delivery arrived. Tags begin again on each new channel, so that one place may have
  /// several, one after the other.
  struct Place: Hashable {
    var client: String
    var channel: UInt16
    var deliveryTag: UInt64
  }

  struct Span {
    var startedAt: Int64?
    var finishedAt: Int64?
    /// When the client lost the channel before the delivery was settled, as far as it knew.
    var brokenAt: Int64?
    var isKilled = false
  }

  private var spans: [Place: [Span]] = [:]
  /// By client: what is not finished, for the moment at which it dies.
  private var unfinished: [String: Set<Place>] = [:]

  init(_ reports: some Sequence<ClientReport>) {
    for report in reports { read(report) }
  }

  private mutating func read(_ report: ClientReport) {
    switch report.fact {
    case .delivered(let delivery): arrived(report, delivery.deliveryTag)
    case .replied(.basicGetOk(let got), _): arrived(report, got.deliveryTag)
    case .workStarted(let delivery, _):
      change(report, delivery.deliveryTag) { $0.startedAt = report.at }
    case .workFinished(let delivery), .workFailed(let delivery, _):
      change(report, delivery.deliveryTag) { $0.finishedAt = report.at }
      let done = place(report, delivery.deliveryTag)
      unfinished[report.client.text]?.remove(done)
    case .connectionLost(let loss): broken(report, isKilled: loss == .killed) { _ in true }
    case .connectionClosed, .disconnected, .replied(.connectionCloseOk, _):
      broken(report, isKilled: false) { _ in true }
    case .channelClosed, .replied(.channelCloseOk, _):
      broken(report, isKilled: false) { $0.channel == report.channel }
    case .connected, .sent, .replied, .returned, .confirmed, .consumerCancelled, .flow, .blocked,
      .unblocked, .unconfirmedLost, .recovering, .queueRenamed, .notRestored, .recovered,
      .recoveryAbandoned:
      break
    }
  }

  private func place(_ report: ClientReport, _ tag: UInt64) -> Place {
    Place(client: report.client.text, channel: report.channel, deliveryTag: tag)
  }

  private mutating func arrived(_ report: ClientReport, _ tag: UInt64) {
    let place = place(report, tag)
    spans[place, default: []].append(Span())
    unfinished[place.client, default: []].insert(place)
  }

  private mutating func change(
    _ report: ClientReport, _ tag: UInt64, _ body: (inout Span) -> Void
  ) {
    let place = place(report, tag)
    guard let last = spans[place]?.indices.last, var span = spans[place]?[last] else { return }
    body(&span)
    spans[place]?[last] = span
  }

  private mutating func broken(
    _ report: ClientReport, isKilled: Bool, _ isMeant: (Place) -> Bool
  ) {
    for place in (unfinished[report.client.text] ?? []).filter(isMeant) {
      unfinished[report.client.text]?.remove(place)
      guard let last = spans[place]?.indices.last, spans[place]?[last].brokenAt == nil else {
        continue
      }
      spans[place]?[last].brokenAt = report.at
      spans[place]?[last].isKilled = isKilled
    }
  }

  /// What is told of the next delivery there that nobody took yet.
  mutating func take(client: String, channel: UInt16, deliveryTag: UInt64) -> Span? {
    let place = Place(client: client, channel: channel, deliveryTag: deliveryTag)
    guard let first = spans[place]?.first else { return nil }
    spans[place]?.removeFirst()
    return first
  }
}
