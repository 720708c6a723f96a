import TokkiBroker
import TokkiLanguage

extension Shell {
  func timeline(_ span: TimelineSpan) async throws(Stop) -> WorkTimeline {
    let reader: WorkTimelineReader
    let now: Int64
    if let simulator {
      let snapshot = await simulator.snapshot()
      reader = WorkTimelineReader(
        await simulator.log(), snapshot: snapshot, virtualHost: memory.virtualHost)
      now = snapshot.now.milliseconds
    } else {
      let reports = real?.history ?? []
      reader = WorkTimelineReader(RunDeliveries(reports).deliveries)
      now = reports.last?.at ?? 0
    }
    if let from = span.from, let to = span.to, to < from {
      throw .refused(
        .notSeen(.endsBeforeItBegins(from: from.milliseconds, to: to.milliseconds)))
    }
    for name in span.names where !reader.knows(name) {
      throw .refused(.notSeen(.noSuchWorker(name, known: reader.names)))
    }
    return reader.timeline(span, now: now, isReal: simulator == nil)
  }
}
