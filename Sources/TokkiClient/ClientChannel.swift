internal import AMQPModel

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
  }

  let number: UInt16
  var state = State.closed
  /// Asked for before the channel was open.
  var backlog: [Request] = []
  /// Sent and not answered yet, oldest first.
  var awaiting: [Request] = []
  var consumers: [Consumer] = []
  /// The queue that was declared last: an empty queue name means this one.
  var declaredQueue: String?
  var unsettled: [UnsettledDelivery] = []
  /// nil without publisher confirms, else the number of the last publish.
  var publishCount: UInt64?
  var unconfirmed: [UInt64] = []

  init(number: UInt16) { self.number = number }

  /// Removes what an acknowledgement, a nack or a reject settles. Tag 0 with `multiple` is all.
  mutating func settle(_ tag: UInt64, multiple: Bool) {
    unsettled.removeAll { delivery in
      multiple ? tag == 0 || delivery.deliveryTag <= tag : delivery.deliveryTag == tag
    }
  }

  /// Removes what a confirm confirms.
  mutating func confirm(_ tag: UInt64, multiple: Bool) {
    unconfirmed.removeAll { multiple ? tag == 0 || $0 <= tag : $0 == tag }
  }

  /// The client keeps nothing of a channel that is closed.
  mutating func close() { self = ClientChannel(number: number) }
}
