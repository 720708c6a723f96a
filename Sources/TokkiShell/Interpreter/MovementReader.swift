import AMQPModel
import TokkiBroker

/// Reads from the trace what became of messages without a client's doing.
struct MovementReader {
  private let story: Story
  private let bodies: [MessageID: [UInt8]]

  init(story: Story) {
    self.story = story
    bodies = story.publishedBodies()
  }

  func movements() -> [Movement] {
    var movements: [Movement] = []
    for (index, entry) in story.trace.enumerated() {
      guard let movement = movement(entry, at: index) else { continue }
      if let last = movements.last, last.at == movement.at, last.queue == movement.queue,
        last.kind == movement.kind
      {
        movements[movements.count - 1].count += movement.count
        movements[movements.count - 1].bodies += movement.bodies
      } else {
        movements.append(movement)
      }
    }
    return movements
  }

  private func movement(_ entry: TraceEntry, at index: Int) -> Movement? {
    let kind: Movement.Kind
    let message: MessageID?
    let place: String
    switch entry.fact {
    case .enqueued(let copy, let queue):
      guard isCommitted(copy.message, before: index) else { return nil }
      (kind, message, place) = (.enqueued, copy.message, queue)
    case .refused(let id, let queue):
      guard isCommitted(id, before: index) else { return nil }
      (kind, message, place) = (.refused, id, queue)
    case .requeued(let copy, let queue):
      (kind, message, place) = (.requeued, copy.message, queue)
    case .removed(let copy, let queue, let reason):
      guard isNews(reason), !isDeadLettered(copy, queue, after: index) else { return nil }
      (kind, message, place) = (.dropped(reason), copy.message, queue)
    case .deadLettered(let copy, let queue, let reason, let exchange, let key):
      kind = .deadLettered(
        reason, exchange: exchange, routingKey: key,
        queues: queuesReached(by: copy.message, after: index))
      (message, place) = (copy.message, queue)
    case .deadLetterKept(let copy, let queue, let reason):
      (kind, message, place) = (.deadLetterKept(reason), copy.message, queue)
    case .cycleDropped(let id, let queue):
      (kind, message, place) = (.cycleDropped, id, queue)
    case .deletedQueue(let queue, let because):
      guard !isDeletedByCommand(queue) else { return nil }
      (kind, message, place) = (.queueDeleted(because: because), nil, queue)
    default:
      return nil
    }
    let body = message.flatMap { story.content(of: $0)?.body ?? bodies[$0] }
    return Movement(
      at: entry.at.milliseconds, queue: place, kind: kind, bodies: body.map { [$0] } ?? [],
      count: 1)
  }

  /// Whether an earlier command published the message, and nothing but a commit moved it now.
  private func isCommitted(_ id: MessageID, before place: Int) -> Bool {
    !story.index.entries(of: id, before: place).contains { entry in
      switch entry.fact {
      case .published, .deadLettered: true
      default: false
      }
    }
  }

  /// Purges and deletions are the command's own answer.
  private func isNews(_ reason: RemovalReason) -> Bool {
    switch reason {
    case .purged, .queueDeleted: false
    case .expired, .rejected, .maxlen, .deliveryLimit, .brokerRestarted: true
    }
  }

  private func isDeletedByCommand(_ queue: String) -> Bool {
    story.turn.answers.contains { part in
      if case .answer(.queueDeleted(queue, _, _)) = part { true } else { false }
    }
  }

  private func isDeadLettered(
    _ copy: MessageCopy, _ queue: String, after place: Int
  ) -> Bool {
    story.index.entries(of: copy.message, after: place).contains { entry in
      switch entry.fact {
      case .deadLettered(copy, queue, _, _, _), .deadLetterKept(copy, queue, _): true
      default: false
      }
    }
  }

  /// The queues of the first route after the message was dead-lettered.
  private func queuesReached(by id: MessageID, after place: Int) -> [String] {
    for entry in story.index.entries(of: id, after: place) {
      switch entry.fact {
      case .routed(_, let route): return route.queues
      case .unroutable, .deadLettered: return []
      default: continue
      }
    }
    return []
  }
}

extension Story {
  /// The bodies of messages that came and went within this very command, by their numbers.
  func publishedBodies() -> [MessageID: [UInt8]] {
    let published = trace.compactMap { entry -> MessageID? in
      guard case .published(let id, .some, _, _) = entry.fact else { return nil }
      return id
    }
    let bodies = turn.reports.compactMap { report -> [UInt8]? in
      guard case .sent(.basicPublish, let content?) = report.fact else { return nil }
      return content.body
    }
    guard published.count == bodies.count else { return [:] }
    return Dictionary(zip(published, bodies)) { first, _ in first }
  }
}
