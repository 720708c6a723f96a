import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiSimulation

/// The evidence for what happened, from the trace and from what clients learned.
struct HistoryEvidence {
  private let archive: MessageArchive
  private let trace: ArraySlice<TraceEntry>
  private let reports: ArraySlice<ClientReport>

  /// - Parameter start: where the history begins that expectations speak of. What is before it
  ///   still tells what messages hold.
  init(
    _ log: SimulationLog, connections: [ConnectionSnapshot], from start: Memory.HistoryStart
  ) {
    archive = MessageArchive(log, connections: connections)
    trace = log.trace[min(start.trace, log.trace.count)...]
    reports = log.reports[min(start.reports, log.reports.count)...]
  }

  /// From reports alone, as a real broker leaves them: of what the trace tells there is nothing.
  init(reports: [ClientReport], from start: Memory.HistoryStart) {
    self.init(SimulationLog(reports: reports, trace: []), connections: [], from: start)
  }

  func evidence(for subject: ExpectedObject) -> [Evidence]? {
    switch subject {
    case .published: published()
    case .delivered: delivered()
    case .acknowledged: settled(isAck: true)
    case .rejected: settled(isAck: false)
    case .requeued: requeued()
    case .removed: removed()
    case .deadLettered: deadLettered()
    case .returned: returned()
    case .confirmed: archive.confirms(in: reports, acknowledged: true).map(confirmed)
    case .refused: archive.confirms(in: reports, acknowledged: false).map(confirmed)
    case .closed: closed()
    case .queue, .exchange, .binding, .consumer, .connection, .virtualHost, .policy,
      .operatorPolicy, .user, .permissions, .message, .lastRoute, .lastError:
      nil
    }
  }

  private func published() -> [Evidence] {
    trace.compactMap { entry in
      guard case .published(let id, let by?, let exchange, let key) = entry.fact else {
        return nil
      }
      let queues = archive.routes[id]?.queues ?? []
      var evidence = Evidence()
      evidence.texts = [
        (.client, archive.name(of: by.connection)), (.exchange, exchange), (.key, key),
      ]
      evidence.texts += queues.map { (.queue, $0) }
      evidence.qualities = [
        (.routed, !queues.isEmpty), (.mandatory, archive.mandatory.contains(id)),
      ]
      evidence.reached = queues
      return evidence.with(archive.published[id])
    }
  }

  private func delivered() -> [Evidence] {
    trace.compactMap { entry in
      guard case .delivered(let delivery) = entry.fact else { return nil }
      return evidence(delivery)
    }
  }

  private func settled(isAck: Bool) -> [Evidence] {
    trace.compactMap { entry in
      switch entry.fact {
      case .acknowledged(let delivery) where isAck: return evidence(delivery)
      case .rejected(let delivery, let requeue) where !isAck:
        var evidence = evidence(delivery)
        evidence.qualities.append((.requeued, requeue))
        return evidence
      default: return nil
      }
    }
  }

  private func evidence(_ delivery: TracedDelivery) -> Evidence {
    var evidence = Evidence()
    evidence.texts = [
      (.client, archive.name(of: delivery.channel.connection)), (.queue, delivery.queue),
    ]
    if let tag = delivery.consumerTag { evidence.texts.append((.consumerTag, tag)) }
    evidence.qualities = [(.redelivered, delivery.redelivered)]
    evidence.measures = [(.deliveryTag, Int64(clamping: delivery.deliveryTag))]
    let received = archive.received(delivery)
    if let received {
      evidence.texts += [(.exchange, received.exchange), (.key, received.routingKey)]
    }
    return evidence.with(received?.content ?? archive.published[delivery.message])
  }

  private func requeued() -> [Evidence] {
    trace.compactMap { entry in
      guard case .requeued(let copy, let queue) = entry.fact else { return nil }
      return evidence(of: copy.message, in: queue)
    }
  }

  private func removed() -> [Evidence] {
    trace.compactMap { entry in
      guard case .removed(let copy, let queue, let reason) = entry.fact else { return nil }
      var evidence = evidence(of: copy.message, in: queue)
      evidence.texts.append((.reason, reason.rawValue))
      return evidence
    }
  }

  private func deadLettered() -> [Evidence] {
    trace.compactMap { entry in
      guard case .deadLettered(let copy, let queue, let reason, let exchange, let key) = entry.fact
      else { return nil }
      var evidence = Evidence()
      evidence.texts = [
        (.queue, queue), (.reason, reason.rawValue), (.exchange, exchange), (.key, key),
      ]
      return evidence.with(archive.published[copy.message])
    }
  }

  private func evidence(of id: MessageID, in queue: String) -> Evidence {
    var evidence = Evidence()
    evidence.texts = [(.queue, queue)]
    if let origin = archive.origins[id] {
      evidence.texts += [(.exchange, origin.exchange), (.key, origin.routingKey)]
    }
    return evidence.with(archive.published[id])
  }

  private func returned() -> [Evidence] {
    reports.compactMap { report in
      guard case .returned(let message) = report.fact else { return nil }
      var evidence = Evidence()
      evidence.texts = [
        (.client, report.client.text), (.exchange, message.exchange),
        (.key, message.routingKey), (.text, message.replyText),
      ]
      evidence.measures = [(.code, Int64(message.replyCode))]
      return evidence.with(message.content)
    }
  }

  private func confirmed(_ confirm: MessageArchive.Confirm) -> Evidence {
    var evidence = Evidence()
    evidence.texts = [(.client, confirm.client.text)]
    evidence.measures = [(.deliveryTag, Int64(clamping: confirm.deliveryTag))]
    if let publish = confirm.publish {
      evidence.texts += [
        (.exchange, publish.method.exchange), (.key, publish.method.routingKey),
      ]
    }
    return evidence.with(confirm.publish?.content)
  }

  /// Closed because of an error; a broker that shuts down (320) makes none.
  private func closed() -> [Evidence] {
    reports.compactMap { ExceptionAnswer($0) }
      .filter { $0.code != ReplyCode.connectionForced.rawValue }.map(\.evidence)
  }
}
