import AMQPModel
import TokkiClient

/// What clients did and learned, made comparable: one list for each thing whose order a broker
/// keeps (the answers on a channel, the deliveries of a consumer), without what differs from run to
/// run (names that the broker makes up, moments, which of two queues was quicker).
struct Account {
  /// What one list is about.
  struct Subject: Hashable {
    enum Kind: Hashable {
      case methodsSent
      case answers
      case deliveries(consumerTag: String)
      case returns
      case confirms
      case closes
    }

    var client: String
    var channel: UInt16
    var kind: Kind
  }

  /// In the order of first appearance.
  private(set) var subjects: [Subject] = []
  private(set) var entries: [Subject: [String]] = [:]
  private(set) var names = MadeUpNames()
  private var confirmed: [Subject: Set<UInt64>] = [:]
  /// What a delivery tag stands for: the consumer, and which of its deliveries it is.
  private var deliveries: [DeliveryKey: String] = [:]
  private let virtualHost: String

  private struct DeliveryKey: Hashable {
    var client: String
    var channel: UInt16
    var tag: UInt64

    init(_ report: ClientReport, _ tag: UInt64) {
      client = report.client.text
      channel = report.channel
      self.tag = tag
    }
  }

  /// - Parameter virtualHost: what the reports' virtual host is called there; it is told as `/`.
  init(_ reports: [ClientReport], virtualHost: String) {
    self.virtualHost = virtualHost
    for report in reports { read(report) }
  }

  private mutating func read(_ report: ClientReport) {
    switch report.fact {
    case .sent(let method, let content): sent(method, content, report)
    case .replied(let method, let content):
      if case .channelFlowOk = method { return }
      var method = method
      if case .basicGetOk(var got) = method {
        let place = "get \(count(report, .answers) + 1)"
        deliveries[DeliveryKey(report, got.deliveryTag)] = place
        got.deliveryTag = 0
        method = .basicGetOk(got)
      }
      add(text(method, content), report, .answers)
    case .delivered(let delivery): delivered(delivery, report)
    case .returned(let returned):
      let method = BasicReturn(
        replyCode: returned.replyCode, replyText: returned.replyText,
        exchange: returned.exchange, routingKey: returned.routingKey)
      add(text(.basicReturn(method), returned.content), report, .returns)
    case .confirmed(let tag, let multiple, let isAcknowledged):
      confirm(tag, multiple: multiple, isAcknowledged, report)
    case .consumerCancelled(let tag): add("basic.cancel \(tag)", report, .answers)
    case .flow(let active): add("channel.flow active=\(active)", report, .answers)
    case .channelClosed(let code, let text, let during):
      add("channel.close \(code) \(text) (\(during.classID), \(during.methodID))", report, .closes)
      forgetChannel(report)
    case .connectionClosed(let code, let text, let during):
      add(
        "connection.close \(code) \(text) (\(during.classID), \(during.methodID))", report,
        .closes)
    case .connectionLost(.network): add("connection lost", report, .closes)
    case .connectionLost(.killed), .connected, .blocked, .unblocked, .workStarted, .workFinished,
      .workFailed, .unconfirmedLost, .recovering, .queueRenamed, .notRestored, .recovered,
      .recoveryAbandoned, .disconnected:
      return
    }
  }

  private mutating func sent(_ method: Method, _ content: Content?, _ report: ClientReport) {
    func place(_ tag: UInt64) -> String {
      deliveries[DeliveryKey(report, tag)] ?? (tag == 0 ? "all" : "tag \(tag)")
    }
    switch method {
    case .channelFlow, .channelFlowOk, .connectionCloseOk, .channelCloseOk: return
    case .basicAck(let ack):
      add(
        "basic.ack of \(place(ack.deliveryTag))\(ack.multiple ? " multiple" : "")", report,
        .methodsSent)
    case .basicNack(let nack):
      add(
        "basic.nack of \(place(nack.deliveryTag))\(nack.multiple ? " multiple" : "")"
          + (nack.requeue ? " requeue" : ""), report, .methodsSent)
    case .basicReject(let reject):
      add(
        "basic.reject of \(place(reject.deliveryTag))\(reject.requeue ? " requeue" : "")", report,
        .methodsSent)
    default: add(text(method, content), report, .methodsSent)
    }
  }

  private mutating func delivered(_ delivery: Delivery, _ report: ClientReport) {
    let tag = names.replaced(in: delivery.consumerTag)
    let kind = Subject.Kind.deliveries(consumerTag: tag)
    let number = count(report, kind) + 1
    deliveries[DeliveryKey(report, delivery.deliveryTag)] = "delivery \(number) of \(tag)"
    let method = BasicDeliver(
      redelivered: delivery.redelivered, exchange: delivery.exchange,
      routingKey: delivery.routingKey)
    add(text(.basicDeliver(method), delivery.content), report, kind)
  }

  /// Confirms of several publishes at once are taken apart: how many a broker puts together is
  /// its own affair.
  private mutating func confirm(
    _ tag: UInt64, multiple: Bool, _ isAcknowledged: Bool, _ report: ClientReport
  ) {
    let subject = Subject(report, .confirms)
    let known = confirmed[subject] ?? []
    let tags = multiple ? (1...max(1, tag)).filter { !known.contains($0) } : [tag]
    confirmed[subject] = known.union(tags)
    for tag in tags {
      add("\(isAcknowledged ? "basic.ack" : "basic.nack") of publish \(tag)", report, .confirms)
    }
    // Which of two queues confirms first is chance.
    entries[subject]?.sort { $0.count == $1.count ? $0 < $1 : $0.count < $1.count }
  }

  private mutating func forgetChannel(_ report: ClientReport) {
    confirmed[Subject(report, .confirms)] = nil
  }

  private func count(_ report: ClientReport, _ kind: Subject.Kind) -> Int {
    entries[Subject(report, kind)]?.count ?? 0
  }

  private mutating func add(_ text: String, _ report: ClientReport, _ kind: Subject.Kind) {
    let subject = Subject(report, kind)
    if entries[subject] == nil { subjects.append(subject) }
    let told = names.replaced(in: text)
      .replacing("vhost '\(virtualHost)'", with: "vhost '/'")
    entries[subject, default: []].append(told)
  }

  private func text(_ method: Method, _ content: Content?) -> String {
    guard var content else { return MethodText.of(method) }
    content.properties.headers = content.properties.headers.map(Self.timeless)
    return MethodText.of(method) + " " + MethodText.of(content, cells: .max)
  }

  /// When a message died is different in each run.
  private static func timeless(_ headers: FieldTable) -> FieldTable {
    guard case .array(let deaths) = headers["x-death"] else { return headers }
    var headers = headers
    headers["x-death"] = .array(
      deaths.map { death in
        guard case .table(var table) = death else { return death }
        if table["time"] != nil { table["time"] = .timestamp(0) }
        return .table(table)
      })
    return headers
  }
}

extension Account.Subject {
  init(_ report: ClientReport, _ kind: Kind) {
    self.init(client: report.client.text, channel: report.channel, kind: kind)
  }
}
