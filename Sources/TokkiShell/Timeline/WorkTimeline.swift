/// Who worked on which message when: for each queue, what waited in it and who took from it.
public struct WorkTimeline: Hashable, Sendable {
  /// From a moment on, so many messages are ready.
  public struct Count: Hashable, Sendable {
    public var at: Int64
    public var readyCount: Int
  }

  /// A message left a queue without having been delivered.
  public struct Leaving: Hashable, Sendable {
    public var at: Int64
    public var message: UInt64
    public var body: [UInt8]?
    /// As `RemovalReason` has it.
    public var reason: String
    public var isDeadLettered: Bool
  }

  public struct Queue: Hashable, Sendable {
    public var name: String
    /// In order of time; empty on a real broker, which does not tell.
    public var counts: [Count] = []
    public var leavings: [Leaving] = []
    public var workers: [Worker] = []

    init(name: String) { self.name = name }
  }

  /// Whoever takes from a queue.
  public struct Worker: Hashable, Sendable {
    public var client: String
    /// nil where the client has one consumer there, or none.
    public var consumerTag: String?
    /// In the order of their delivery.
    public var deliveries: [HandledDelivery] = []

    init(client: String, consumerTag: String?) {
      self.client = client
      self.consumerTag = consumerTag
    }
  }

  /// Milliseconds of virtual time; on a real broker since the shell came to it.
  public var from: Int64
  public var to: Int64
  public var queues: [Queue]
  /// Whether it is a real broker's, of which this run's clients alone are known.
  public var isReal: Bool
}
