public import TokkiClient

/// What a client learned or did, with what the shell knows beside it.
public struct Happening: Hashable, Sendable {
  public var report: ClientReport
  /// The queue that a delivery's consumer reads from, where it is known.
  public var queue: String?
  /// For a delivery: whether its consumer must acknowledge it.
  public var needsAck: Bool
  /// For a delivery: when the worker that took it at once will be done, in milliseconds.
  public var workUntil: Int64?
  /// For finished work: the delivery tag of the ack that was sent for it; nil with auto ack.
  public var acknowledged: UInt64?
  /// For a worker's publish: whether no queue and no waiting caller took it.
  public var isUnroutable = false
  /// Whether the clock moved during the command, so that the moment matters.
  public var isTimed: Bool

  public init(
    report: ClientReport, queue: String? = nil, needsAck: Bool = false, workUntil: Int64? = nil,
    acknowledged: UInt64? = nil, isTimed: Bool = false
  ) {
    self.report = report
    self.queue = queue
    self.needsAck = needsAck
    self.workUntil = workUntil
    self.acknowledged = acknowledged
    self.isTimed = isTimed
  }
}
