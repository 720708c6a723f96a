public import AMQPModel

/// What a client asks of the broker. Where a command is one method, it holds that very method.
public enum AMQPCommand: Hashable, Sendable {
  /// An empty name asks for a server-named queue.
  case declareQueue(QueueDeclare)
  case declareExchange(ExchangeDeclare)
  case deleteQueue(QueueDelete)
  case deleteExchange(ExchangeDelete)
  case bindQueue(QueueBind)
  case bindExchange(ExchangeBind)
  case unbindQueue(QueueUnbind)
  case unbindExchange(ExchangeUnbind)
  case purgeQueue(QueuePurge)
  case publish(Publication)
  /// A remote procedure call: consume from the reply queue without acknowledgement, then publish.
  /// Without a reply-to property it is RabbitMQ's direct reply-to (`amq.rabbitmq.reply-to`), else
  /// the queue that the property names. Without a correlation id the shell gives one.
  case call(Publication)
  case get(BasicGet)
  case consume(Consumption)
  /// `basic.cancel` of a consumer by its client's name or its consumer tag; nil is the only
  /// consumer of the client that does it.
  case cancel(consumer: String?)
  case settle(Settlement)
  case recover(BasicRecover)
  case qos(BasicQos)
  case confirmSelect
  case txSelect
  case txCommit
  case txRollback
  case flow(ChannelFlow)
}

/// A message to be published, once or several times.
public struct Publication: Hashable, Sendable {
  public var method: BasicPublish
  public var content: Content
  /// How many times the same message is published; at least 1.
  public var count: Int

  public init(method: BasicPublish, content: Content, count: Int = 1) {
    self.method = method
    self.content = content
    self.count = count
  }
}

/// A consumer to be started, and what it does with each delivery.
public struct Consumption: Hashable, Sendable {
  /// How long a worker works on a delivery before it acknowledges.
  public enum Work: Hashable, Sendable {
    /// One second of virtual time for each dot in the body, as in the second tutorial.
    case dots
    case duration(VirtualDuration)
  }

  /// What an RPC server answers to the `reply-to` of a request, with its correlation id.
  public enum Reply: String, Hashable, Sendable, CaseIterable {
    /// The Fibonacci number of the body's number, as in the sixth tutorial.
    case fib
    case echo
    case upper
  }

  /// Its consumer tag is empty where the command gave none.
  public var method: BasicConsume
  /// Sent as `basic.qos` (not global) before; nil sends none.
  public var prefetchCount: UInt16?
  /// nil without `reply`: the person at the prompt is the worker.
  public var work: Work?
  /// Answers when the work is done (at once without `work`), then acknowledges.
  public var reply: Reply?

  public init(
    method: BasicConsume, prefetchCount: UInt16? = nil, work: Work? = nil, reply: Reply? = nil
  ) {
    self.method = method
    self.prefetchCount = prefetchCount
    self.work = work
    self.reply = reply
  }
}

/// The answer to a delivery: `basic.ack`, `basic.nack` or `basic.reject`.
public struct Settlement: Hashable, Sendable {
  public enum Verb: String, Hashable, Sendable, CaseIterable {
    case ack
    case nack
    case reject
  }

  public var verb: Verb
  /// nil is the oldest delivery that the client has not answered; with `multiple` all of them.
  public var deliveryTag: UInt64?
  /// Every delivery up to that tag. Never with `reject`, which has no such bit.
  public var multiple: Bool
  /// For nack and reject: back to the queue, or else dropped or dead-lettered.
  public var requeue: Bool

  public init(
    verb: Verb, deliveryTag: UInt64? = nil, multiple: Bool = false, requeue: Bool = true
  ) {
    self.verb = verb
    self.deliveryTag = deliveryTag
    self.multiple = multiple
    self.requeue = requeue
  }
}
