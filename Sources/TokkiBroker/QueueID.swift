/// A queue inside the broker: its place in the broker's table of queues. Routing answers with
/// these, so that no queue name is hashed on the way of a message.
struct QueueID: Hashable, Sendable, Comparable {
  var index: Int32

  static func < (left: QueueID, right: QueueID) -> Bool { left.index < right.index }
}
