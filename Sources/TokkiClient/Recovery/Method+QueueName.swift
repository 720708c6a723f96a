internal import AMQPModel

/// The queue that a method is about.
extension Method {
  /// The method with its queue's name in place of an empty one, which stands for the queue that
  /// was declared last. A binding without queue and key has that name for its key. Source:
  /// AMQP 0-9-1, queue.bind; RabbitMQ's expand_queue_name_shortcut and
  /// expand_routing_key_shortcut.
  func naming(queue name: String?) -> Method {
    guard let name else { return self }
    return mappingQueue { queue, key in
      guard queue.isEmpty else { return }
      queue = name
      if key?.isEmpty == true { key = name }
    }
  }

  /// The method with that queue by its new name.
  func renaming(queue old: String, to new: String) -> Method {
    mappingQueue { queue, _ in
      if queue.isExactly(old) { queue = new }
    }
  }

  private func mappingQueue(_ map: (_ queue: inout String, _ key: inout String?) -> Void) -> Method
  {
    var key: String?
    switch self {
    case .queueBind(var method):
      key = method.routingKey
      map(&method.queue, &key)
      method.routingKey = key ?? ""
      return .queueBind(method)
    case .queueUnbind(var method):
      key = method.routingKey
      map(&method.queue, &key)
      method.routingKey = key ?? ""
      return .queueUnbind(method)
    case .queuePurge(var method):
      map(&method.queue, &key)
      return .queuePurge(method)
    case .queueDelete(var method):
      map(&method.queue, &key)
      return .queueDelete(method)
    case .basicConsume(var method):
      map(&method.queue, &key)
      return .basicConsume(method)
    case .basicGet(var method):
      map(&method.queue, &key)
      return .basicGet(method)
    default: return self
    }
  }
}
