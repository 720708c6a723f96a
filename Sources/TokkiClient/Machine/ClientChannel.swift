internal import AMQPModel
internal import DequeModule

/// One channel as its client sees it.
struct ClientChannel: Hashable, Sendable {
  enum State: Hashable {
    case closed
    case opening
    case open
    case closing
  }

  /// Something asked for, kept until the broker has answered.
  struct Request: Hashable {
    /// nil: the machine's own doing; nobody waits for its answer.
    var id: RequestID?
    var method: Method
    var content: Content?
    var plan: WorkPlan?
    /// Whether it repeats what was lost with the last connection.
    var isRestoring = false
  }

  /// A consumer that the client runs.
  struct Consumer: Hashable {
    /// With the tag and the queue's name that the broker chose.
    var consume: BasicConsume
    /// The limit that held for new consumers when it began; nil: none.
    var prefetch: BasicQos?
    var worker: Worker?
    /// It gets no more deliveries, but a worker finishes what it has.
    var isCancelled = false
    /// It is being cancelled because its client retires: what still comes goes back.
    var isRetiring = false

    var tag: String { consume.consumerTag }
    var queue: String { consume.queue }
    var noAck: Bool { consume.noAck }

    /// Whether it has nothing more to do once it is cancelled.
    var isIdle: Bool { worker.map { $0.isIdle && $0.hasNothingWaiting } ?? true }
  }

  let number: UInt16
  var state = State.closed
  /// Who waits for the channel to open.
  var openers: [RequestID] = []
  /// Asked for before the channel was open.
  var backlog: [Request] = []
  /// Sent and not answered yet, oldest first.
  var awaiting: Deque<Request> = []
  var consumers: [Consumer] = []
  /// The queue that was declared last: an empty queue name means this one.
  var declaredQueue: String?
  /// In the order of their tags.
  var unsettled: Deque<UnsettledDelivery> = []
  /// nil without publisher confirms, else the number of the last publish.
  var publishCount: UInt64?
  /// In the order of their numbers.
  var unconfirmed: Deque<UnconfirmedPublish> = []
  /// For consumers to come, and for the channel as a whole.
  var prefetch: BasicQos?
  var globalPrefetch: BasicQos?
  var isTransactional = false
  /// The highest delivery tag of the broker's.
  var lastDeliveryTag: UInt64 = 0
  /// What the broker's numbers of deliveries and publishes are raised by. It begins anew with
  /// each channel; its client goes on counting, if it recovers from losses, so that what belongs
  /// to a channel that is gone is known as such.
  var deliveryOffset: UInt64 = 0
  var publishOffset: UInt64 = 0
  /// What is to be set up again, as long as it is not.
  var lostSetup: ChannelSetup?
  /// Whether the broker does not know on this channel which queue was declared last.
  var fillsQueueName = false

  init(number: UInt16) { self.number = number }

  /// Removes what an acknowledgement, a nack or a reject settles. Tag 0 with `multiple` is all.
  mutating func settle(_ tag: UInt64, multiple: Bool) {
    unsettled.remove(tag, multiple: multiple, by: \.deliveryTag)
  }

  /// Removes what a confirm confirms.
  mutating func confirm(_ tag: UInt64, multiple: Bool) {
    unconfirmed.remove(tag, multiple: multiple, by: \.number)
  }

  /// The client keeps nothing of a channel that is closed, but what it is yet to do there.
  mutating func close(countingOn: Bool) {
    let last = self
    self = ClientChannel(number: number)
    backlog = last.backlog
    openers = last.openers
    if countingOn {
      deliveryOffset = last.deliveryOffset &+ last.lastDeliveryTag
      publishOffset = last.publishOffset &+ (last.publishCount ?? 0)
    }
    guard last.lostSetup != nil else { return }
    lostSetup = last.lostSetup
    declaredQueue = last.declaredQueue
    fillsQueueName = last.fillsQueueName
  }

  /// Whether it is open, or is to be without anybody's asking again.
  var isAlive: Bool {
    switch state {
    case .open, .opening: true
    case .closed: lostSetup != nil || !openers.isEmpty
    case .closing: false
    }
  }

  /// Counts a publish; its number, nil without publisher confirms.
  mutating func numberPublish() -> UInt64? {
    publishCount = publishCount.map { $0 &+ 1 }
    return lastPublish
  }

  /// The number of the last publish, as the client counts; nil without publisher confirms.
  var lastPublish: UInt64? { publishCount.map { $0 &+ publishOffset } }

  /// The tag by which the method settles a delivery of a channel that is gone.
  func staleTag(settledBy method: Method) -> UInt64? {
    guard deliveryOffset > 0, let tag = method.settledTag, (1...deliveryOffset).contains(tag)
    else { return nil }
    return tag
  }

  /// The tag of a delivery that has come, as the client counts.
  mutating func raised(_ tag: UInt64) -> UInt64 {
    lastDeliveryTag = max(lastDeliveryTag, tag)
    return tag &+ deliveryOffset
  }

  /// The method as it goes to the broker.
  func wired(_ method: Method) -> Method {
    let named = fillsQueueName ? method.naming(queue: declaredQueue) : method
    return deliveryOffset > 0 ? named.settling(loweredBy: deliveryOffset) : named
  }
}

extension Method {
  fileprivate var settledTag: UInt64? {
    switch self {
    case .basicAck(let ack): ack.deliveryTag
    case .basicNack(let nack): nack.deliveryTag
    case .basicReject(let reject): reject.deliveryTag
    default: nil
    }
  }

  fileprivate func settling(loweredBy offset: UInt64) -> Method {
    func lowered(_ tag: UInt64) -> UInt64 { tag > offset ? tag - offset : tag }
    switch self {
    case .basicAck(var ack):
      ack.deliveryTag = lowered(ack.deliveryTag)
      return .basicAck(ack)
    case .basicNack(var nack):
      nack.deliveryTag = lowered(nack.deliveryTag)
      return .basicNack(nack)
    case .basicReject(var reject):
      reject.deliveryTag = lowered(reject.deliveryTag)
      return .basicReject(reject)
    default: return self
    }
  }
}

extension Deque {
  /// Removes the element of that number, or (`multiple`) all up to it; 0 with `multiple` is all.
  /// The elements stand in ascending order, and it is mostly the first that goes.
  fileprivate mutating func remove(
    _ number: UInt64, multiple: Bool, by key: (Element) -> UInt64
  ) {
    if multiple {
      while let first, number == 0 || key(first) <= number { removeFirst() }
      return
    }
    var (low, high) = (startIndex, endIndex)
    if let first, key(first) == number { high = low }
    while low < high {
      let middle = low + (high - low) / 2
      if key(self[middle]) < number { low = middle + 1 } else { high = middle }
    }
    if low < endIndex, key(self[low]) == number { remove(at: low) }
  }
}
