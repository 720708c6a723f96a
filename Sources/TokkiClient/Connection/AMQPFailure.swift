public import AMQPModel

/// Why something that was asked of a connection or a channel was not done.
public enum AMQPFailure: Error, Hashable, Sendable {
  /// A channel exception: the broker closed the channel over a request, such as 404 (NOT_FOUND) or
  /// 406 (PRECONDITION_FAILED). What had been delivered on it goes back; open another channel.
  case channelClosed(CloseReason)
  /// A connection exception: the broker closed the connection over a request, such as 530
  /// (NOT_ALLOWED), or because an operator wanted so: 320 (CONNECTION_FORCED).
  case connectionClosed(CloseReason)
  /// The connection is gone without a word. Whether the broker has done what was asked for is not
  /// known.
  case connectionLost(ConnectionLoss)
  /// This program itself closed the channel or the connection.
  case closed
  /// The client did not ask the broker at all.
  case refused(ClientError)
  /// The consumer did not come back on the new connection: the broker refused it.
  case notRestored(CloseReason)
  /// The waiting task was cancelled; what it asked for goes on.
  case cancelled
  /// An answer that the specification does not foresee.
  case unexpectedAnswer(Method)
}

extension AMQPFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .channelClosed(let reason):
      "channel exception \(reason.code) \(reason.text)\(reason.during.suffix)"
    case .connectionClosed(let reason):
      "connection exception \(reason.code) \(reason.text)\(reason.during.suffix)"
    case .connectionLost(.killed): "the client was killed"
    case .connectionLost(.network(let reason)): "connection lost: \(reason)"
    case .closed: "closed by this program"
    case .refused(.unreachable(let reason)): "the broker cannot be reached: \(reason)"
    case .refused(let error): "not asked: \(error)"
    case .notRestored(let reason): "not restored: \(reason.code) \(reason.text)"
    case .cancelled: "the waiting task was cancelled"
    case .unexpectedAnswer(let method): "unexpected answer \(method.name)"
    }
  }
}

extension MethodID {
  /// The method by its name, for the end of a sentence.
  fileprivate var suffix: String { Method(id: self).map { " (\($0.name))" } ?? "" }
}
