import AMQPModel

extension Action {
  /// The channel that it is done on, if it is on one.
  var channel: Int? {
    switch self {
    case .open(let channel, _), .ask(_, let channel, _), .declareNamedByBroker(_, _, let channel),
      .get(_, _, let channel, _), .settle(_, _, let channel, _), .flush(let channel),
      .closeChannel(let channel), .returned(let channel, _), .consume(_, let channel, _):
      channel
    case .publish(let publish): publish.channel
    case .comment, .connect, .receive, .finish, .close, .kill, .wait: nil
    }
  }

  var connection: Int? {
    switch self {
    case .connect(let connection, _, _, _, _), .close(let connection), .kill(let connection):
      connection
    case .comment, .open, .ask, .declareNamedByBroker, .publish, .consume, .receive, .finish,
      .returned, .get, .settle, .flush, .closeChannel, .wait:
      nil
    }
  }

  /// Whether the broker's answer to it tells that all before it on the channel was heard.
  var isAnswered: Bool {
    switch self {
    case .ask, .declareNamedByBroker, .get, .consume, .flush, .closeChannel: true
    case .publish(let publish): publish.isConfirmed || publish.failure != nil
    case .comment, .connect, .open, .receive, .finish, .returned, .settle, .close, .kill,
      .wait:
      false
    }
  }

  /// Whether nobody answers it.
  var isUnheard: Bool {
    switch self {
    case .publish(let publish): !publish.isConfirmed && publish.failure == nil
    case .settle(_, _, _, let failure): failure == nil
    case .comment, .connect, .open, .ask, .declareNamedByBroker, .consume, .receive, .finish,
      .returned, .get, .flush, .closeChannel, .close, .kill, .wait:
      false
    }
  }

  /// Whether what was sent on other channels has to have arrived before.
  var mustFollowOthers: Bool {
    switch self {
    case .ask, .declareNamedByBroker, .publish, .consume, .get, .settle, .closeChannel, .close,
      .kill, .wait:
      true
    case .comment, .connect, .open, .receive, .finish, .returned, .flush: false
    }
  }

  /// Whether it waits for what was sent to have come through.
  var showsArrival: Bool {
    switch self {
    case .receive, .finish: true
    case .comment, .connect, .open, .ask, .declareNamedByBroker, .publish, .consume, .returned,
      .get, .settle, .flush, .closeChannel, .close, .kill, .wait:
      false
    }
  }

  var usesChannel: Bool {
    if case .open = self { false } else { true }
  }

  /// Notes that the broker refuses it; false where it cannot be refused.
  mutating func fail(_ failure: Failure) -> Bool {
    switch self {
    case .connect(let connection, let host, let user, let isAnew, _):
      self = .connect(
        connection, virtualHost: host, user: user, isAnew: isAnew, failure: failure)
    case .ask(let method, let channel, _):
      self = .ask(method, channel: channel, failure: failure)
    case .declareNamedByBroker(let method, _, let channel):
      self = .ask(.queueDeclare(method), channel: channel, failure: failure)
    case .publish(var publish):
      publish.failure = failure
      self = .publish(publish)
    case .get(let method, let taken, let channel, _):
      self = .get(method, taken: taken, channel: channel, failure: failure)
    case .settle(let method, let settled, let channel, _):
      self = .settle(method, settled, channel: channel, failure: failure)
    case .consume(let consumer, let channel, _):
      self = .consume(consumer, channel: channel, failure: failure)
    case .comment, .open, .receive, .finish, .returned, .flush, .closeChannel, .close, .kill,
      .wait:
      return false
    }
    return true
  }
}
