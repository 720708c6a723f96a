import AMQPModel
import TokkiClient

/// What clients did and learned since both brokers last agreed, made comparable: one list for each
/// thing whose order a broker keeps (the answers on a channel, the deliveries of a consumer),
/// without what differs from run to run (names that the broker makes up, moments, which of two
/// queues was quicker).
struct Account {
  typealias Matter = ComparisonReport.Matter

  /// One thing that a client did or learned.
  struct Entry: Hashable {
    var text: String
    /// Whether the broker has cut the text, which can then be compared only so far.
    var isCut = false

    func isLike(_ other: Entry) -> Bool {
      guard isCut || other.isCut else { return text == other.text }
      let count = min(text.utf8.count, other.text.utf8.count)
      return text.utf8.prefix(count).elementsEqual(other.text.utf8.prefix(count))
    }
  }

  /// In the order of first appearance.
  private(set) var matters: [Matter] = []
  private(set) var entries: [Matter: [Entry]] = [:]
  private(set) var names = MadeUpNames()
  private var places = DeliveryPlaces()
  private var confirms = ConfirmCounts()
  private let virtualHost: String

  /// - Parameter virtualHost: what the reports' virtual host is called there; it is told as `/`.
  init(virtualHost: String) { self.virtualHost = virtualHost }

  subscript(matter: Matter) -> [Entry] { entries[matter] ?? [] }

  /// Both begin anew from here. What they count is the same from now on, even where one has had
  /// more than the other: a difference is told once.
  static func agree(_ left: inout Account, _ right: inout Account) {
    for account in [left, right] {
      left.places.keepUp(with: account.places)
      right.places.keepUp(with: account.places)
      left.names.keepUp(with: account.names)
      right.names.keepUp(with: account.names)
    }
    left.clear()
    right.clear()
  }

  private mutating func clear() {
    matters.removeAll()
    entries.removeAll()
  }

  // MARK: Reading

  mutating func read(_ report: ClientReport) {
    switch report.fact {
    case .sent(let method, let content): sent(method, content, report)
    case .replied(let method, let content): replied(method, content, report)
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
      close("channel.close", code, text, during, report)
    case .connectionClosed(let code, let text, let during):
      close("connection.close", code, text, during, report)
    case .connectionLost(.network): add("connection lost", report, .closes)
    case .connectionLost(.killed), .connected, .blocked, .unblocked, .workStarted, .workFinished,
      .workFailed, .unconfirmedLost, .recovering, .queueRenamed, .notRestored, .recovered,
      .recoveryAbandoned, .disconnected:
      return
    }
  }

  private mutating func replied(_ method: Method, _ content: Content?, _ report: ClientReport) {
    var method = method
    switch method {
    case .channelFlowOk: return
    case .channelOpenOk: confirms.forget(report)
    case .basicGetOk(var got):
      places.got(got.deliveryTag, report)
      got.deliveryTag = 0
      method = .basicGetOk(got)
    default: break
    }
    add(text(method, content), report, .answers)
  }

  private mutating func sent(_ method: Method, _ content: Content?, _ report: ClientReport) {
    let told: String
    switch method {
    case .channelFlow, .channelFlowOk, .connectionCloseOk, .channelCloseOk: return
    case .basicAck(let ack):
      told =
        "basic.ack of \(places.name(of: ack.deliveryTag, report))"
        + (ack.multiple ? " multiple" : "")
    case .basicNack(let nack):
      told =
        "basic.nack of \(places.name(of: nack.deliveryTag, report))"
        + (nack.multiple ? " multiple" : "") + (nack.requeue ? " requeue" : "")
    case .basicReject(let reject):
      told =
        "basic.reject of \(places.name(of: reject.deliveryTag, report))"
        + (reject.requeue ? " requeue" : "")
    default: told = text(method, content)
    }
    add(told, report, .methodsSent)
  }

  private mutating func delivered(_ delivery: Delivery, _ report: ClientReport) {
    let tag = names.replaced(in: delivery.consumerTag)
    places.delivered(delivery.deliveryTag, by: tag, report)
    let method = BasicDeliver(
      redelivered: delivery.redelivered, exchange: delivery.exchange,
      routingKey: delivery.routingKey)
    add(text(.basicDeliver(method), delivery.content), report, .deliveries(consumerTag: tag))
  }

  private mutating func close(
    _ method: String, _ code: UInt16, _ text: String, _ during: MethodID, _ report: ClientReport
  ) {
    // Of a connection that was not opened a client over the network tells no method.
    let isOpening = Method(id: during)?.name == ConnectionOpen.name
    let during = isOpening ? MethodID(classID: 0, methodID: 0) : during
    // RabbitMQ cuts what does not fit in a short string.
    let isCut = text.utf8.count >= 255 && text.hasSuffix("...")
    add(
      "\(method) during=\(during.classID),\(during.methodID) \(code) "
        + (isCut ? String(text.dropLast(3)) : text),
      report, .closes, isCut: isCut)
    confirms.forget(report)
  }

  /// Confirms of several publishes at once are taken apart: how many a broker puts together is
  /// its own affair, as is which of two queues lets it confirm first.
  private mutating func confirm(
    _ tag: UInt64, multiple: Bool, _ isAcknowledged: Bool, _ report: ClientReport
  ) {
    for tag in confirms.taken(upTo: tag, multiple: multiple, report) {
      add("\(isAcknowledged ? "basic.ack" : "basic.nack") of publish \(tag)", report, .confirms)
    }
    entries[Matter(report, .confirms)]?.sort { Self.number($0) < Self.number($1) }
  }

  /// Of the publish that a confirm is about.
  private static func number(_ confirm: Entry) -> UInt64 {
    confirm.text.split(separator: " ").last.flatMap { UInt64($0) } ?? 0
  }

  private mutating func add(
    _ text: String, _ report: ClientReport, _ kind: Matter.Kind, isCut: Bool = false
  ) {
    let matter = Matter(report, kind)
    if entries[matter] == nil { matters.append(matter) }
    let told = names.replaced(in: text)
      .replacing("vhost '\(virtualHost)'", with: "vhost '/'")
    entries[matter, default: []].append(Entry(text: told, isCut: isCut))
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

extension ComparisonReport.Matter {
  init(_ report: ClientReport, _ kind: Kind) {
    self.init(kind: kind, client: report.client.text, channel: report.channel)
  }
}
