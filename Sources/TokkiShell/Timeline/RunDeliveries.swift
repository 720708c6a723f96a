import AMQPModel
import TokkiClient

/// The deliveries of a run on a real broker, from its clients' reports: what they got, what they
/// answered, and when their connections went.
struct RunDeliveries {
  private struct Key: Hashable {
    var client: ClientName
    var channel: UInt16
  }

  private struct Channel {
    /// The queue of each consumer, by its tag, and whether it is auto-ack.
    var consumers: [String: BasicConsume] = [:]
    /// `basic.consume` and `basic.get` that are not answered yet.
    var asked: [Method] = []
    var declaredQueue = ""
    /// Not settled yet, by their place.
    var open: [Int] = []
  }

  private(set) var deliveries: [HandledDelivery] = []
  private var channels: [Key: Channel] = [:]
  private var work: WorkLog

  init(_ reports: [ClientReport]) {
    work = WorkLog(reports)
    for report in reports {
      let key = Key(client: report.client, channel: report.channel)
      var channel = channels.removeValue(forKey: key) ?? Channel()
      read(report, &channel)
      channels[key] = channel
    }
  }

  private mutating func read(_ report: ClientReport, _ channel: inout Channel) {
    switch report.fact {
    case .sent(let method, _): sent(method, report, &channel)
    case .replied(let method, let content): replied(method, content, report, &channel)
    case .delivered(let delivery):
      let consume = channel.consumers[delivery.consumerTag]
      arrived(
        delivery, queue: consume?.queue ?? "", isAutomatic: consume?.noAck ?? false, report,
        &channel)
    case .connectionLost(let loss):
      close(report, loss == .killed ? .killed : .closed, &channel)
    case .connectionClosed, .disconnected: close(report, .closed, &channel)
    case .channelClosed: end(&channel, .closed, at: report.at)
    case .connected, .returned, .confirmed, .consumerCancelled, .flow, .blocked, .unblocked,
      .workStarted, .workFinished, .workFailed, .unconfirmedLost, .recovering, .queueRenamed,
      .notRestored, .recovered, .recoveryAbandoned:
      break
    }
  }

  private mutating func close(
    _ report: ClientReport, _ ending: HandledDelivery.Ending, _ channel: inout Channel
  ) {
    end(&channel, ending, at: report.at)
    for key in channels.keys where key.client == report.client {
      if var other = channels[key] {
        end(&other, ending, at: report.at)
        channels[key] = other
      }
    }
  }

  private mutating func end(
    _ channel: inout Channel, _ ending: HandledDelivery.Ending, at moment: Int64
  ) {
    for index in channel.open { deliveries[index].end(ending, at: moment) }
    channel = Channel()
  }

  private mutating func arrived(
    _ delivery: Delivery, queue: String, isAutomatic: Bool, _ report: ClientReport,
    _ channel: inout Channel
  ) {
    let span = work.take(
      client: report.client.text, channel: report.channel, deliveryTag: delivery.deliveryTag)
    var handled = HandledDelivery(
      message: nil, body: delivery.content.body, queue: queue, client: report.client.text,
      channel: report.channel,
      consumerTag: delivery.consumerTag.isEmpty ? nil : delivery.consumerTag,
      deliveryTag: delivery.deliveryTag, redelivered: delivery.redelivered,
      deliveredAt: report.at)
    handled.workedFrom = span?.startedAt
    handled.workedTo = span?.startedAt.flatMap { _ in span?.finishedAt ?? span?.brokenAt }
    if !isAutomatic {
      channel.open.append(deliveries.count)
    } else if let span, span.startedAt != nil {
      if let finished = span.finishedAt {
        handled.end(.automatic, at: finished)
      } else if let broken = span.brokenAt {
        handled.end(.lost, at: broken)
      }
    } else {
      handled.end(.automatic, at: report.at)
    }
    deliveries.append(handled)
  }

  private mutating func sent(
    _ method: Method, _ report: ClientReport, _ channel: inout Channel
  ) {
    switch method {
    case .basicConsume, .basicGet: channel.asked.append(method)
    case .basicAck(let ack):
      settle(ack.deliveryTag, ack.multiple, .acknowledged, report, &channel)
    case .basicNack(let nack):
      settle(
        nack.deliveryTag, nack.multiple, nack.requeue ? .requeued : .rejected, report, &channel)
    case .basicReject(let reject):
      settle(reject.deliveryTag, false, reject.requeue ? .requeued : .rejected, report, &channel)
    case .basicRecover:
      for index in channel.open { deliveries[index].end(.requeued, at: report.at) }
      channel.open = []
    case .channelOpen: channel = Channel()
    default: break
    }
  }

  private mutating func settle(
    _ tag: UInt64, _ multiple: Bool, _ ending: HandledDelivery.Ending, _ report: ClientReport,
    _ channel: inout Channel
  ) {
    channel.open.removeAll { index in
      let own = deliveries[index].deliveryTag
      guard multiple ? tag == 0 || own <= tag : own == tag else { return false }
      deliveries[index].end(ending, at: report.at)
      return true
    }
  }

  private mutating func replied(
    _ method: Method, _ content: Content?, _ report: ClientReport, _ channel: inout Channel
  ) {
    switch method {
    case .queueDeclareOk(let ok): channel.declaredQueue = ok.queue
    case .basicConsumeOk(let ok):
      guard case .basicConsume(var consume)? = Self.asked(BasicConsume.name, &channel) else {
        return
      }
      if consume.queue.isEmpty { consume.queue = channel.declaredQueue }
      channel.consumers[ok.consumerTag] = consume
    case .basicGetEmpty: _ = Self.asked(BasicGet.name, &channel)
    case .basicGetOk(let got):
      guard case .basicGet(let get)? = Self.asked(BasicGet.name, &channel) else { return }
      let delivery = Delivery(
        consumerTag: "", deliveryTag: got.deliveryTag, redelivered: got.redelivered,
        exchange: got.exchange, routingKey: got.routingKey, content: content ?? Content())
      arrived(
        delivery, queue: get.queue.isEmpty ? channel.declaredQueue : get.queue,
        isAutomatic: get.noAck, report, &channel)
    case .channelCloseOk: end(&channel, .closed, at: report.at)
    case .connectionCloseOk: close(report, .closed, &channel)
    default: break
    }
  }

  private static func asked(_ name: String, _ channel: inout Channel) -> Method? {
    guard let index = channel.asked.firstIndex(where: { $0.name == name }) else { return nil }
    return channel.asked.remove(at: index)
  }
}
