internal import AMQPModel

extension Method {
  /// Whether the broker answers it with a method of its own on the same channel.
  var isAnswered: Bool {
    switch self {
    case .exchangeDeclare(let method): !method.noWait
    case .exchangeDelete(let method): !method.noWait
    case .exchangeBind(let method): !method.noWait
    case .exchangeUnbind(let method): !method.noWait
    case .queueDeclare(let method): !method.noWait
    case .queueBind(let method): !method.noWait
    case .queuePurge(let method): !method.noWait
    case .queueDelete(let method): !method.noWait
    case .basicConsume(let method): !method.noWait
    case .basicCancel(let method): !method.noWait
    case .confirmSelect(let method): !method.noWait
    case .queueUnbind, .basicQos, .basicGet, .basicRecover, .txSelect, .txCommit, .txRollback,
      .accessRequest, .channelFlow, .channelClose:
      true
    default: false
    }
  }

  /// Whether a client may send it on a channel of its own accord.
  var isClientRequest: Bool {
    switch self {
    case .channelOpen, .channelClose, .channelFlow, .accessRequest, .exchangeDeclare,
      .exchangeDelete, .exchangeBind, .exchangeUnbind, .queueDeclare, .queueBind, .queuePurge,
      .queueDelete, .queueUnbind, .basicQos, .basicConsume, .basicCancel, .basicPublish,
      .basicGet, .basicAck, .basicReject, .basicRecoverAsync, .basicRecover, .basicNack,
      .txSelect, .txCommit, .txRollback, .confirmSelect:
      true
    default: false
    }
  }

  /// Whether that is the answer to it.
  func isAnswered(by answer: Method) -> Bool {
    switch (self, answer) {
    case (.basicConsume(let consume), .basicConsumeOk(let answer)):
      consume.consumerTag.isEmpty || consume.consumerTag.isExactly(answer.consumerTag)
    case (.basicCancel(let cancel), .basicCancelOk(let answer)):
      cancel.consumerTag.isExactly(answer.consumerTag)
    case (.exchangeDeclare, .exchangeDeclareOk), (.exchangeDelete, .exchangeDeleteOk),
      (.exchangeBind, .exchangeBindOk), (.exchangeUnbind, .exchangeUnbindOk),
      (.queueDeclare, .queueDeclareOk), (.queueBind, .queueBindOk), (.queuePurge, .queuePurgeOk),
      (.queueDelete, .queueDeleteOk), (.queueUnbind, .queueUnbindOk), (.basicQos, .basicQosOk),
      (.basicGet, .basicGetOk), (.basicGet, .basicGetEmpty), (.basicRecover, .basicRecoverOk),
      (.txSelect, .txSelectOk), (.txCommit, .txCommitOk), (.txRollback, .txRollbackOk),
      (.confirmSelect, .confirmSelectOk), (.channelFlow, .channelFlowOk),
      (.accessRequest, .accessRequestOk):
      true
    default: false
    }
  }
}
