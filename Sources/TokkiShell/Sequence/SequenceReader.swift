import AMQPModel
import TokkiClient
import TokkiLanguage

/// From what clients did and learned to the methods that were exchanged.
struct SequenceReader {
  private(set) var passages: [MethodSequence.Passage] = []

  init(_ reports: some Sequence<ClientReport>) {
    for report in reports {
      guard let kind = Self.kind(report.fact) else { continue }
      add(
        MethodSequence.Passage(
          at: report.at, client: report.client.text, channel: report.channel, kind: kind))
    }
  }

  /// A client tells that it opens a channel, not that it is open, which it waits for.
  private mutating func add(_ passage: MethodSequence.Passage) {
    let asked = passages.lastIndex { $0.client == passage.client && $0.channel == passage.channel }
    if let asked, case .method(.channelOpen, _, true) = passages[asked].kind,
      case .method(let method, _, _) = passage.kind, method.name != ChannelOpenOk.name
    {
      var answer = passages[asked]
      answer.kind = .method(.channelOpenOk(ChannelOpenOk()), nil, isToBroker: false)
      passages.insert(answer, at: asked + 1)
    }
    passages.append(passage)
  }

  /// nil where no method came or went.
  private static func kind(_ fact: ClientFact) -> MethodSequence.Kind? {
    switch fact {
    case .connected(let identity):
      .connected(user: identity.user, virtualHost: identity.virtualHost)
    case .sent(let method, let content): .method(method, content, isToBroker: true)
    case .replied(let method, let content): .method(method, content, isToBroker: false)
    case .delivered(let delivery):
      .method(
        .basicDeliver(
          BasicDeliver(
            consumerTag: delivery.consumerTag, deliveryTag: delivery.deliveryTag,
            redelivered: delivery.redelivered, exchange: delivery.exchange,
            routingKey: delivery.routingKey)), delivery.content, isToBroker: false)
    case .returned(let message):
      .method(
        .basicReturn(
          BasicReturn(
            replyCode: message.replyCode, replyText: message.replyText,
            exchange: message.exchange, routingKey: message.routingKey)), message.content,
        isToBroker: false)
    case .confirmed(let tag, let multiple, true):
      .method(
        .basicAck(BasicAck(deliveryTag: tag, multiple: multiple)), nil, isToBroker: false)
    case .confirmed(let tag, let multiple, false):
      .method(
        .basicNack(BasicNack(deliveryTag: tag, multiple: multiple)), nil, isToBroker: false)
    case .consumerCancelled(let tag):
      .method(.basicCancel(BasicCancel(consumerTag: tag)), nil, isToBroker: false)
    case .flow(let active):
      .method(.channelFlow(ChannelFlow(active: active)), nil, isToBroker: false)
    case .blocked(let reason):
      .method(.connectionBlocked(ConnectionBlocked(reason: reason)), nil, isToBroker: false)
    case .unblocked:
      .method(.connectionUnblocked(ConnectionUnblocked()), nil, isToBroker: false)
    case .channelClosed(let code, let text, let during):
      .method(
        .channelClose(
          ChannelClose(
            replyCode: code, replyText: text, classId: during.classID,
            methodId: during.methodID)), nil, isToBroker: false)
    case .connectionClosed(let code, let text, let during):
      .method(
        .connectionClose(
          ConnectionClose(
            replyCode: code, replyText: text, classId: during.classID,
            methodId: during.methodID)), nil, isToBroker: false)
    case .connectionLost(.killed): .lost(reason: nil)
    case .connectionLost(.network(let reason)): .lost(reason: reason)
    case .disconnected, .unconfirmedLost, .recovering, .queueRenamed, .notRestored, .recovered,
      .recoveryAbandoned, .workStarted, .workFinished, .workFailed:
      nil
    }
  }

  var clients: [String] {
    var seen: Set<String> = []
    return passages.map(\.client).filter { seen.insert($0).inserted }
  }

  /// Without a number the last 40.
  private static let usualCount = 40

  func sequence(_ choice: SequenceChoice, hasOthers: Bool) -> MethodSequence {
    let meant =
      choice.clients.isEmpty ? passages : passages.filter { choice.clients.contains($0.client) }
    let shown = meant.suffix(max(1, choice.last ?? Self.usualCount))
    let talking = Set(shown.map(\.client))
    return MethodSequence(
      passages: Array(shown), omittedCount: meant.count - shown.count, isMermaid: choice.isMermaid,
      hasOthers: hasOthers, clients: clients.filter { talking.contains($0) })
  }
}

extension Shell {
  func sequence(_ choice: SequenceChoice) async throws(Stop) -> MethodSequence {
    let reports = await simulator?.log().reports ?? real?.history ?? []
    let reader = SequenceReader(reports)
    for name in choice.clients where !reader.clients.contains(name) {
      throw .refused(.noSuchClient(name, known: reader.clients))
    }
    return reader.sequence(choice, hasOthers: await isServing())
  }
}
