import TokkiBroker

/// A copy of a message in a queue, as the trace speaks of it.
struct CopyPlace: Hashable {
  var copy: MessageCopy
  var queue: String

  init(_ copy: MessageCopy, _ queue: String) {
    self.copy = copy
    self.queue = queue
  }

  init(_ delivery: TracedDelivery) { self.init(delivery.copy, delivery.queue) }

  /// Under the name by which a user knows the queue: every channel's direct replies have one.
  init(shown delivery: TracedDelivery) {
    let isReply = PublishAnswer.isReplyQueue(delivery.queue)
    self.init(delivery.copy, isReply ? PublishAnswer.directReplies : delivery.queue)
  }
}
