import AMQPModel
import TokkiClient
import TokkiLanguage

/// The evidence for what this run's clients did, from their own reports: a real broker shows no
/// trace.
struct RunEvidence {
  private struct Key: Hashable {
    var client: ClientName
    var channel: UInt16
  }

  private struct Outstanding {
    var tag: UInt64
    var evidence: Evidence
  }

  private struct Channel {
    /// The queue of each consumer, by its tag.
    var queues: [String: String] = [:]
    /// `basic.consume` and `basic.get` that are not answered yet.
    var asked: [Method] = []
    /// Consumers whose deliveries are acknowledged by being delivered.
    var autoAckTags: Set<String> = []
    var declaredQueue = ""
    var outstanding: [Outstanding] = []
    /// Settled in a transaction that is not committed yet; nil without transactions.
    var held: [Outstanding]?
  }

  private var published: [(client: ClientName, channel: UInt16, index: Int, evidence: Evidence)] =
    []
  private var delivered: [(index: Int, evidence: Evidence)] = []
  private var acknowledged: [(index: Int, evidence: Evidence)] = []
  private var rejected: [(index: Int, evidence: Evidence)] = []
  private var channels: [Key: Channel] = [:]
  private let start: Int

  /// - Parameter start: where the history begins that expectations speak of.
  init(_ reports: ArraySlice<ClientReport>, from start: Int) {
    self.start = start
    for (index, report) in zip(reports.indices, reports) {
      if report.endsConnection {
        channels = channels.filter { $0.key.client != report.client }
      }
      let key = Key(client: report.client, channel: report.channel)
      var channel = channels.removeValue(forKey: key) ?? Channel()
      read(report, at: index, &channel)
      channels[key] = channel
    }
  }

  /// How many deliveries from the queue the broker keeps until this run's clients settle them.
  func unackedCount(in queue: String) -> Int {
    channels.values.reduce(0) { count, channel in
      let kept = channel.outstanding + (channel.held ?? [])
      return count
        + kept.count { outstanding in
          outstanding.evidence.texts.contains {
            $0.0 == .queue && ExactName($0.1) == ExactName(queue)
          }
        }
    }
  }

  func evidence(for subject: ExpectedObject) -> [Evidence]? {
    switch subject {
    case .published: published.filter { $0.index >= start }.map(\.evidence)
    case .delivered: delivered.filter { $0.index >= start }.map(\.evidence)
    case .acknowledged: acknowledged.filter { $0.index >= start }.map(\.evidence)
    case .rejected: rejected.filter { $0.index >= start }.map(\.evidence)
    case .queue, .exchange, .binding, .consumer, .connection, .virtualHost, .policy,
      .operatorPolicy, .user, .permissions, .message, .lastRoute, .lastError, .requeued, .removed,
      .deadLettered, .returned, .confirmed, .refused, .closed:
      nil
    }
  }

  private mutating func read(_ report: ClientReport, at index: Int, _ channel: inout Channel) {
    switch report.fact {
    case .sent(let method, let content): sent(method, content, report, index, &channel)
    case .replied(let method, let content): replied(method, content, report, index, &channel)
    case .delivered(let delivery):
      var evidence = Self.evidence(of: report.client, delivery)
      if let queue = channel.queues[delivery.consumerTag] {
        evidence.texts.append((.queue, queue))
      }
      evidence.texts.append((.consumerTag, delivery.consumerTag))
      delivered.append((index, evidence))
      if !channel.autoAckTags.contains(delivery.consumerTag) {
        channel.outstanding.append(Outstanding(tag: delivery.deliveryTag, evidence: evidence))
      }
    case .channelClosed(_, _, let during), .connectionClosed(_, _, let during):
      channel = Channel()
      // The broker refused the publish: it was none.
      if during == BasicPublish.id,
        let last = published.lastIndex(where: {
          $0.client == report.client && (report.channel == 0 || $0.channel == report.channel)
        })
      {
        published.remove(at: last)
      }
    case .connected, .connectionLost, .disconnected, .returned, .confirmed, .consumerCancelled,
      .flow, .blocked, .unblocked, .workStarted, .workFinished, .workFailed, .unconfirmedLost,
      .recovering, .queueRenamed,
      .notRestored, .recovered, .recoveryAbandoned:
      break
    }
  }

  private mutating func sent(
    _ method: Method, _ content: Content?, _ report: ClientReport, _ index: Int,
    _ channel: inout Channel
  ) {
    switch method {
    case .basicPublish(let publish):
      var evidence = Evidence()
      evidence.texts = [
        (.client, report.client.text), (.exchange, publish.exchange), (.key, publish.routingKey),
      ]
      evidence.qualities = [(.mandatory, publish.mandatory)]
      published.append(
        (report.client, report.channel, index, evidence.with(content ?? Content())))
    case .basicConsume, .basicGet: channel.asked.append(method)
    case .basicAck(let ack):
      for done in Self.settled(ack.deliveryTag, ack.multiple, &channel) {
        acknowledged.append((index, done))
      }
    case .basicNack(let nack):
      for done in Self.settled(nack.deliveryTag, nack.multiple, &channel) {
        rejected.append((index, done.with(requeue: nack.requeue)))
      }
    case .basicReject(let reject):
      for done in Self.settled(reject.deliveryTag, false, &channel) {
        rejected.append((index, done.with(requeue: reject.requeue)))
      }
    case .basicRecover: channel.outstanding = []
    case .channelOpen: channel = Channel()
    default: break
    }
  }

  private mutating func replied(
    _ method: Method, _ content: Content?, _ report: ClientReport, _ index: Int,
    _ channel: inout Channel
  ) {
    switch method {
    case .queueDeclareOk(let ok): channel.declaredQueue = ok.queue
    case .basicConsumeOk(let ok):
      guard case .basicConsume(let consume)? = Self.asked(BasicConsume.name, &channel) else {
        return
      }
      channel.queues[ok.consumerTag] =
        consume.queue.isEmpty ? channel.declaredQueue : consume.queue
      if consume.noAck { channel.autoAckTags.insert(ok.consumerTag) }
    case .channelCloseOk: channel = Channel()
    case .txSelectOk: channel.held = channel.held ?? []
    case .txCommitOk: channel.held = []
    case .txRollbackOk:
      channel.outstanding += channel.held ?? []
      channel.held = []
    case .basicGetEmpty: _ = Self.asked(BasicGet.name, &channel)
    case .basicGetOk(let got):
      guard case .basicGet(let get)? = Self.asked(BasicGet.name, &channel) else { return }
      let delivery = Delivery(
        consumerTag: "", deliveryTag: got.deliveryTag, redelivered: got.redelivered,
        exchange: got.exchange, routingKey: got.routingKey, content: content ?? Content())
      var evidence = Self.evidence(of: report.client, delivery)
      evidence.texts.append((.queue, get.queue.isEmpty ? channel.declaredQueue : get.queue))
      delivered.append((index, evidence))
      if !get.noAck {
        channel.outstanding.append(Outstanding(tag: got.deliveryTag, evidence: evidence))
      }
    default: break
    }
  }

  private static func asked(_ name: String, _ channel: inout Channel) -> Method? {
    guard let index = channel.asked.firstIndex(where: { $0.name == name }) else { return nil }
    return channel.asked.remove(at: index)
  }

  private static func settled(
    _ tag: UInt64, _ multiple: Bool, _ channel: inout Channel
  ) -> [Evidence] {
    let isMeant = { (other: Outstanding) in
      multiple ? tag == 0 || other.tag <= tag : other.tag == tag
    }
    let settled = channel.outstanding.filter(isMeant)
    channel.outstanding.removeAll(where: isMeant)
    channel.held?.append(contentsOf: settled)
    return settled.map(\.evidence)
  }

  private static func evidence(of client: ClientName, _ delivery: Delivery) -> Evidence {
    var evidence = Evidence()
    evidence.texts = [
      (.client, client.text), (.exchange, delivery.exchange), (.key, delivery.routingKey),
    ]
    evidence.qualities = [(.redelivered, delivery.redelivered)]
    evidence.measures = [(.deliveryTag, Int64(clamping: delivery.deliveryTag))]
    return evidence.with(delivery.content)
  }
}

extension ClientReport {
  /// Whether the client keeps nothing of its channels from here on.
  fileprivate var endsConnection: Bool {
    switch fact {
    case .connectionClosed, .connectionLost, .disconnected: true
    default: false
    }
  }
}

extension Evidence {
  fileprivate func with(requeue: Bool) -> Evidence {
    var evidence = self
    evidence.qualities.append((.requeued, requeue))
    return evidence
  }
}
