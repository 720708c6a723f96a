import AMQPModel
import TokkiClient

/// What a run has at one moment: connections, channels, consumers, deliveries.
struct RunState {
  struct Connection {
    let number: Int
    var client: ClientName
    var identity: ClientIdentity
    var isOpen = true
  }

  struct Consumer {
    let number: Int
    var tag: String
    var prefetch: BasicQos?
    var plan: WorkPlan?
    var noAck: Bool
    var receivedCount = 0
    var finishedCount = 0
  }

  struct Channel {
    let number: Int
    var client: ClientName
    var wireNumber: UInt16
    var isOpen = true
    /// Confirms, transactions and what else holds for the channel as a whole.
    var settings: [Method] = []
    var prefetch: BasicQos?
    var consumers: [Consumer] = []
    var declaredQueue: String?
    /// Deliveries by their tags, as far as nothing has settled them.
    var deliveries: [UInt64: Action.Settled] = [:]
    /// Whether what `basic.get` took last waits to be settled.
    var keepsTaken = false
    /// Consumers, by their number in the program, that wait for their tag.
    var asked: [Int] = []
  }

  var connections: [Connection] = []
  var channels: [Channel] = []

  var openConnections: [Connection] { connections.filter(\.isOpen) }

  func isOpen(_ channel: Int) -> Bool {
    channels.contains { $0.number == channel && $0.isOpen }
  }

  func openChannels(of connection: Int) -> [Channel] {
    guard let client = connections.first(where: { $0.number == connection })?.client else {
      return []
    }
    return channels.filter { $0.client == client && $0.isOpen }
  }

  func connection(of client: ClientName) -> Int? {
    connections.firstIndex { $0.client == client }
  }

  func channel(_ number: UInt16, of client: ClientName) -> Int? {
    channels.firstIndex { $0.client == client && $0.wireNumber == number }
  }

  mutating func close(_ channel: Int) {
    channels[channel].isOpen = false
    channels[channel].settings = []
    channels[channel].prefetch = nil
    channels[channel].consumers = []
    channels[channel].declaredQueue = nil
    channels[channel].deliveries = [:]
    channels[channel].asked = []
  }

  mutating func disconnect(_ client: ClientName) {
    for index in channels.indices where channels[index].client == client { close(index) }
    if let index = connection(of: client) { connections[index].isOpen = false }
  }

  /// The consumer begins anew: what it had and had not settled comes again, counted from 0. How
  /// many that are; nil for a worker.
  mutating func takeUp(_ consumer: Int, on channel: Int) -> Int? {
    guard let place = channels.firstIndex(where: { $0.number == channel }),
      let own = channels[place].consumers.firstIndex(where: { $0.number == consumer })
    else { return nil }
    channels[place].consumers[own].finishedCount = 0
    channels[place].consumers[own].receivedCount = 0
    guard channels[place].consumers[own].plan == nil, !channels[place].consumers[own].noAck else {
      return nil
    }
    let tags = channels[place].deliveries.keys.sorted().filter { tag in
      guard case .received(consumer, _)? = channels[place].deliveries[tag] else { return false }
      return true
    }
    for (index, tag) in tags.enumerated() {
      channels[place].deliveries[tag] = .received(consumer: consumer, index: index)
    }
    channels[place].consumers[own].receivedCount = tags.count
    return tags.count
  }
}

/// What clients learned in one step, told behind what was asked for in it.
struct StepNews {
  /// How many deliveries each consumer got, in order of the first.
  var received: [(consumer: Int, count: Int)] = []
  /// How many deliveries each worker has finished since it began.
  var finished: [(consumer: Int, count: Int)] = []
  var returned: [(channel: Int, count: Int)] = []

  mutating func receive(_ consumer: Int) {
    if let index = received.firstIndex(where: { $0.consumer == consumer }) {
      received[index].count += 1
    } else {
      received.append((consumer, 1))
    }
  }

  mutating func finish(_ consumer: Int, count: Int) {
    finished.removeAll { $0.consumer == consumer }
    finished.append((consumer, count))
  }

  mutating func comeBack(on channel: Int) {
    if let index = returned.firstIndex(where: { $0.channel == channel }) {
      returned[index].count += 1
    } else {
      returned.append((channel, 1))
    }
  }
}

/// Which reports tell of what workers sent: their replies, acknowledgements and rejections.
struct WorkersDoing {
  private var places: Set<Int> = []

  init(_ reports: [ClientReport], _ state: RunState) {
    for (index, report) in reports.enumerated() {
      let delivery: Delivery
      var hasReplied = false
      switch report.fact {
      case .workFinished(let done): (delivery, hasReplied) = (done, true)
      case .workFailed(let done, _): delivery = done
      default: continue
      }
      let own = { (other: ClientReport) in
        other.client == report.client && other.channel == report.channel
      }
      let plan = Self.plan(delivery, report, reports[..<index], state)
      if hasReplied, plan == nil || plan?.reply != nil,
        let reply = reports[..<index].lastIndex(where: own), !places.contains(reply),
        case .sent(.basicPublish(let publish), _) = reports[reply].fact,
        publish.exchange.isEmpty, publish.routingKey == delivery.content.properties.replyTo
      {
        places.insert(reply)
      }
      let settling = reports[index...].firstIndex { other in
        guard own(other), case .sent(let method, _) = other.fact else { return false }
        return method.settledTag == delivery.deliveryTag
      }
      if let settling { places.insert(settling) }
    }
  }

  /// nil where the consumer began in this very step.
  private static func plan(
    _ delivery: Delivery, _ report: ClientReport, _ before: ArraySlice<ClientReport>,
    _ state: RunState
  ) -> WorkPlan? {
    guard let channel = state.channel(report.channel, of: report.client) else { return nil }
    return state.channels[channel].consumers.first { $0.tag == delivery.consumerTag }?.plan
  }

  func contains(_ place: Int) -> Bool { places.contains(place) }
}

extension Method {
  /// The tag of the one delivery that it settles.
  var settledTag: UInt64? {
    switch self {
    case .basicAck(let ack) where !ack.multiple: ack.deliveryTag
    case .basicReject(let reject): reject.deliveryTag
    default: nil
    }
  }
}
