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
  }

  /// A consumer that the client runs.
  struct Consumer: Hashable {
    var tag: String
    var queue: String
    var noAck: Bool
    var worker: Worker?
    /// It gets no more deliveries, but a worker finishes what it has.
    var isCancelled = false
    /// It is being cancelled because its client retires: what still comes goes back.
    var isRetiring = false

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

  init(number: UInt16) { self.number = number }

  /// Removes what an acknowledgement, a nack or a reject settles. Tag 0 with `multiple` is all.
  mutating func settle(_ tag: UInt64, multiple: Bool) {
    unsettled.remove(tag, multiple: multiple, by: \.deliveryTag)
  }

  /// Removes what a confirm confirms.
  mutating func confirm(_ tag: UInt64, multiple: Bool) {
    unconfirmed.remove(tag, multiple: multiple, by: \.number)
  }

  /// The client keeps nothing of a channel that is closed, but what it is yet to ask for there.
  mutating func close() {
    let last = self
    self = ClientChannel(number: number)
    backlog = last.backlog
    openers = last.openers
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
