import TokkiBroker

/// What RabbitMQ adds to AMQP 0-9-1, and how a scenario about it is known.
struct Extension {
  enum Sign {
    /// A client sends the method.
    case sends(String)
    /// A client gets the method.
    case hears(String)
    /// Something in the scenario's steps; see `CoveredScenario.marks`.
    case marked(String)
    /// A rule's reply is heard.
    case meets(RuleName)
  }

  var title: String
  /// The page of RabbitMQ's documentation.
  var page: String
  var signs: [Sign]

  private init(_ title: String, _ page: String, _ signs: Sign...) {
    self.title = title
    self.page = page
    self.signs = signs
  }

  static let all = [
    Extension("Publisher confirms", "confirms", .sends("confirm.select")),
    Extension("Blocked connections", "connection-blocked", .hears("connection.blocked")),
    Extension("Consumer cancellation notifications", "consumer-cancel", .hears("basic.cancel")),
    Extension("Negative acknowledgements", "nack", .sends("basic.nack")),
    Extension("Consumer priorities", "consumer-priority", .marked("argument x-priority")),
    Extension("Direct reply-to", "direct-reply-to", .marked("queue amq.rabbitmq.reply-to")),
    Extension("Bindings between exchanges", "e2e", .sends("exchange.bind")),
    Extension("Alternate exchanges", "ae", .marked("argument alternate-exchange")),
    Extension(
      "Sender-selected distribution", "sender-selected", .marked("header CC"),
      .marked("header BCC")),
    Extension("Message TTL of a queue", "ttl", .marked("argument x-message-ttl")),
    Extension("TTL of a message", "ttl", .marked("property expiration")),
    Extension("Queue TTL", "ttl", .marked("argument x-expires")),
    Extension("Dead lettering", "dlx", .marked("argument x-dead-letter-exchange")),
    Extension(
      "Dead lettering at least once", "quorum-queues",
      .marked("argument x-dead-letter-strategy")),
    Extension(
      "Queue length limit", "maxlength", .marked("argument x-max-length"),
      .marked("argument x-max-length-bytes")),
    Extension("Overflow behaviour", "maxlength", .marked("argument x-overflow")),
    Extension("Priority queues", "priority", .marked("argument x-max-priority")),
    Extension("Prefetch of each consumer", "consumer-prefetch", .sends("basic.qos")),
    Extension("Prefetch of a channel", "consumer-prefetch", .marked("basic.qos global")),
    Extension(
      "Single active consumer", "consumers", .marked("argument x-single-active-consumer")),
    Extension(
      "Consumer timeout", "consumers", .meets(.acknowledgementTimeout)),
    Extension("Server-named queues", "queues", .marked("empty queue name")),
    Extension("Internal exchanges", "exchanges", .marked("exchange.declare internal")),
    Extension(
      "Exchanges that delete themselves", "exchanges", .marked("exchange.declare auto-delete")),
    Extension("Local random exchanges", "local-random-exchange", .marked("type x-local-random")),
    Extension("Quorum queues", "quorum-queues", .marked("queue type quorum")),
    Extension("Delivery limit", "quorum-queues", .marked("argument x-delivery-limit")),
    Extension("Streams", "streams", .marked("queue type stream")),
    Extension(
      "Classic queue modes and versions", "classic-queues", .marked("argument x-queue-mode"),
      .marked("argument x-queue-version")),
    Extension("Queue leader locator", "clustering", .marked("argument x-queue-leader-locator")),
    Extension("Validated user-id", "validated-user-id", .marked("property user-id")),
    Extension("Authentication failure notifications", "auth-notification", .meets(.loginRefused)),
    Extension("New secrets", "extensions", .sends("connection.update-secret")),
    Extension("Heartbeats", "heartbeats", .marked("step heartbeat"), .meets(.heartbeatTimeout)),
    Extension("Policies", "policies", .marked("operator set_policy")),
    Extension("Operator policies", "policies", .marked("operator set_operator_policy")),
    Extension("Permissions", "access-control", .marked("operator set_permissions")),
    Extension("Topic permissions", "access-control", .marked("operator set_topic_permissions")),
    Extension("Tags of users", "access-control", .marked("operator set_user_tags")),
    Extension("Limits of users", "user-limits", .marked("operator set_user_limits")),
    Extension("Limits of virtual hosts", "vhosts", .marked("operator set_vhost_limits")),
  ]
}

extension Coverage {
  /// The scenarios that are about the extension.
  func scenarios(about wanted: Extension) -> [Int] {
    scenarios.indices.filter { index in
      wanted.signs.contains { sign in
        switch sign {
        case .sends(let method): scenarios[index].sent.contains(method)
        case .hears(let method):
          scenarios[index].heard.values.contains { $0.methods.contains(method) }
        case .marked(let mark): scenarios[index].marks.contains(mark)
        case .meets(let name):
          witnesses.values.contains { $0[name]?.contains { $0.scenario == index } == true }
        }
      }
    }
  }
}
