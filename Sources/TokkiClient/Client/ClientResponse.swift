public import AMQPModel

/// One request among all of its client.
public struct RequestID: Hashable, Sendable {
  /// From 1, in the order in which the client was asked.
  public var number: UInt64

  public init(number: UInt64) { self.number = number }
}

/// What a request came to.
public enum RequestResult: Hashable, Sendable {
  /// The method went out and has no answer. For a publish on a channel with publisher confirms:
  /// the number by which it will be confirmed.
  case sent(publishNumber: UInt64?)
  /// The broker's answer: `queue.declare-ok`, `basic.get-ok` with its content, …
  case answered(Method, Content?)
  /// The broker closed the channel instead of answering.
  case channelClosed(CloseReason)
  /// The broker closed the connection instead of answering.
  case connectionClosed(CloseReason)
  /// The connection was lost before the answer came: the request may have been carried out.
  case connectionLost(ConnectionLoss)
  /// This client itself closed the channel or the connection before the answer came.
  case closed
}

/// What the broker says when it closes a channel or a connection.
public struct CloseReason: Hashable, Sendable {
  /// Such as 404; `ReplyCode` names them.
  public var code: UInt16
  /// RabbitMQ's own text, such as `NOT_FOUND - no queue 'q' in vhost '/'`.
  public var text: String
  /// The method that it objected to; 0 and 0 where it names none.
  public var during: MethodID

  public init(code: UInt16, text: String, during: MethodID) {
    self.code = code
    self.text = text
    self.during = during
  }
}

/// What a caller gets for a request.
public struct ClientResponse: Hashable, Sendable {
  public var result: RequestResult
  /// What every client learned since the last call that told, in order; the answer is among it
  /// unless another call, running at the same time, took it along.
  public var reports: [ClientReport]

  public init(result: RequestResult, reports: [ClientReport]) {
    self.result = result
    self.reports = reports
  }
}

/// What a client machine has to say to one request, for whoever waits for it.
public struct ClientAnswer: Hashable, Sendable {
  public var request: RequestID
  public var result: Result<RequestResult, ClientError>

  public init(request: RequestID, result: Result<RequestResult, ClientError>) {
    self.request = request
    self.result = result
  }
}
