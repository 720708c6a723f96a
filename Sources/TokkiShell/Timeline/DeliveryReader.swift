import AMQPModel
import TokkiBroker
import TokkiSimulation

/// Every delivery of a run on the simulated broker, from its trace, and from what clients told of
/// their work.
struct DeliveryReader {
  private(set) var deliveries: [HandledDelivery] = []
  private let archive: MessageArchive
  private let contents: HeldContents
  private var work: WorkLog
  private var spans: [WorkLog.Span?] = []
  private var channels: [ChannelAddress] = []
  /// The last delivery of each copy.
  private var latest: [CopyPlace: Int] = [:]
  /// Those that went back without a reject, of which the reason is to be found.
  private var returned: [Int] = []
  private var closings: Set<Closing> = []
  private var restarts: Set<Int64> = []

  private struct Closing: Hashable {
    var connection: ConnectionID
    /// nil for the whole connection.
    var channel: UInt16?
    var at: Int64
  }

  init(
    _ log: SimulationLog, archive: MessageArchive, snapshot: BrokerSnapshot, virtualHost: String
  ) {
    self.archive = archive
    contents = HeldContents([snapshot])
    work = WorkLog(log.reports)
    for entry in log.trace where ExactName(entry.virtualHost) == ExactName(virtualHost) {
      read(entry)
    }
    explainReturns()
    endAutomatic(snapshot)
  }

  private mutating func read(_ entry: TraceEntry) {
    let at = entry.at.milliseconds
    switch entry.fact {
    case .delivered(let delivery): begin(delivery, at: at)
    case .acknowledged(let delivery): end(delivery, .acknowledged, at: at)
    case .rejected(let delivery, let requeue):
      end(delivery, requeue ? .requeued : .rejected, at: at)
    case .requeued(let copy, let queue):
      guard let index = latest[CopyPlace(copy, queue)],
        deliveries[index].ending == nil
      else { return }
      deliveries[index].end(.requeued, at: at)
      returned.append(index)
    case .removed(let copy, let queue, let reason):
      removed(CopyPlace(copy, queue), reason, at: at)
    case .deadLettered(let copy, let queue, _, _, _), .deadLetterKept(let copy, let queue, _):
      change(CopyPlace(copy, queue), from: .rejected, to: .deadLettered, at: at)
    case .closedChannel(let channel, _):
      closings.insert(
        Closing(connection: channel.connection, channel: channel.channel, at: at))
    case .closedConnection(let connection, _):
      closings.insert(Closing(connection: connection, channel: nil, at: at))
    case .restarted:
      restarts.insert(at)
      for index in deliveries.indices where deliveries[index].ending == nil {
        if work(of: index) == nil { deliveries[index].end(.closed, at: at) }
      }
    case .published, .routed, .unroutable, .enqueued, .refused, .cycleDropped, .confirmed,
      .returned, .declaredQueue, .deletedQueue, .declaredExchange, .deletedExchange, .bound,
      .unbound, .consumerStarted, .consumerCancelled, .connected, .setPolicy, .clearedPolicy,
      .governed, .controlled:
      break
    }
  }

  private mutating func begin(_ delivery: TracedDelivery, at moment: Int64) {
    let client = archive.name(of: delivery.channel.connection)
    let body =
      (archive.received(delivery)?.content ?? archive.published[delivery.message]
      ?? contents[delivery.message])?.body
    latest[CopyPlace(delivery)] = deliveries.count
    let span = work.take(
      client: client, channel: delivery.channel.channel, deliveryTag: delivery.deliveryTag)
    var handled = HandledDelivery(
      message: delivery.message.number, body: body,
      queue: CopyPlace(shown: delivery).queue, client: client,
      channel: delivery.channel.channel, consumerTag: delivery.consumerTag,
      deliveryTag: delivery.deliveryTag, redelivered: delivery.redelivered, deliveredAt: moment)
    handled.workedFrom = span?.startedAt
    handled.workedTo = span?.startedAt.flatMap { _ in span?.finishedAt ?? span?.brokenAt }
    deliveries.append(handled)
    spans.append(span)
    channels.append(delivery.channel)
  }

  private func work(of index: Int) -> WorkLog.Span? {
    spans[index]?.startedAt == nil ? nil : spans[index]
  }

  private mutating func end(
    _ delivery: TracedDelivery, _ ending: HandledDelivery.Ending, at moment: Int64
  ) {
    guard let index = latest[CopyPlace(delivery)], deliveries[index].ending == nil else { return }
    deliveries[index].end(ending, at: moment)
  }

  /// A message that goes back once too often is gone after all; one that has no time or no place
  /// left in the queue went back all the same.
  private mutating func removed(
    _ place: CopyPlace, _ reason: RemovalReason, at moment: Int64
  ) {
    guard let index = latest[place] else { return }
    if reason == .deliveryLimit {
      change(place, from: .requeued, to: .rejected, at: moment)
      deliveries[index].isBeyondLimit = true
    }
    guard deliveries[index].ending == nil else { return }
    switch reason {
    case .queueDeleted, .brokerRestarted: deliveries[index].end(.queueGone, at: moment)
    case .rejected, .deliveryLimit: deliveries[index].end(.rejected, at: moment)
    case .expired, .maxlen, .purged:
      deliveries[index].end(.requeued, at: moment)
      returned.append(index)
    }
  }

  private mutating func change(
    _ place: CopyPlace, from old: HandledDelivery.Ending, to new: HandledDelivery.Ending,
    at moment: Int64
  ) {
    guard let index = latest[place], deliveries[index].ending == old,
      deliveries[index].endedAt == moment
    else { return }
    deliveries[index].ending = new
  }

  private mutating func explainReturns() {
    for index in returned where deliveries[index].ending == .requeued {
      let at = deliveries[index].endedAt ?? 0
      let (connection, channel) = (channels[index].connection, channels[index].channel)
      if let span = spans[index], span.brokenAt == at {
        deliveries[index].ending = span.isKilled ? .killed : .closed
      } else if closings.contains(Closing(connection: connection, channel: nil, at: at))
        || closings.contains(Closing(connection: connection, channel: channel, at: at))
        || restarts.contains(at)
      {
        deliveries[index].ending = .closed
      }
    }
  }

  /// What nobody settled and no queue holds was acknowledged by being delivered. Its worker may
  /// have died with it all the same.
  private mutating func endAutomatic(_ snapshot: BrokerSnapshot) {
    struct Unacked: Hashable {
      var channel: ChannelAddress
      var tag: UInt64
    }
    let held = Set(
      snapshot.virtualHosts.flatMap(\.queues).flatMap(\.unacked)
        .map { Unacked(channel: $0.channel, tag: $0.deliveryTag) })
    let workers = Set(
      deliveries.indices.filter { work(of: $0) != nil }.map { Worker(deliveries[$0]) })
    for index in deliveries.indices where deliveries[index].ending == nil {
      let delivery = deliveries[index]
      if held.contains(Unacked(channel: channels[index], tag: delivery.deliveryTag)) { continue }
      let span = spans[index]
      if let finished = span?.finishedAt {
        deliveries[index].end(.automatic, at: finished)
      } else if workers.contains(Worker(delivery)) {
        if let broken = span?.brokenAt { deliveries[index].end(.lost, at: broken) }
      } else {
        deliveries[index].end(.automatic, at: delivery.deliveredAt)
      }
    }
  }

  private struct Worker: Hashable {
    var client: String
    var tag: String?

    init(_ delivery: HandledDelivery) {
      client = delivery.client
      tag = delivery.consumerTag
    }
  }
}
