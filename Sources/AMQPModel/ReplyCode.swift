/// The codes with which a channel or a connection is closed, a message returned.
/// Source: AMQP 0-9-1 specification, section 1.2 and RabbitMQ's extensions to it.
public enum ReplyCode: UInt16, Hashable, Sendable, CaseIterable {
  case success = 200
  case contentTooLarge = 311
  case noRoute = 312
  case noConsumers = 313
  case connectionForced = 320
  case invalidPath = 402
  case accessRefused = 403
  case notFound = 404
  case resourceLocked = 405
  case preconditionFailed = 406
  case frameError = 501
  case syntaxError = 502
  case commandInvalid = 503
  case channelError = 504
  case unexpectedFrame = 505
  case resourceError = 506
  case notAllowed = 530
  case notImplemented = 540
  case internalError = 541

  /// The name as RabbitMQ writes it at the start of a reply text, such as `NOT_FOUND`.
  public var name: String {
    switch self {
    case .success: "SUCCESS"
    case .contentTooLarge: "CONTENT_TOO_LARGE"
    case .noRoute: "NO_ROUTE"
    case .noConsumers: "NO_CONSUMERS"
    case .connectionForced: "CONNECTION_FORCED"
    case .invalidPath: "INVALID_PATH"
    case .accessRefused: "ACCESS_REFUSED"
    case .notFound: "NOT_FOUND"
    case .resourceLocked: "RESOURCE_LOCKED"
    case .preconditionFailed: "PRECONDITION_FAILED"
    case .frameError: "FRAME_ERROR"
    case .syntaxError: "SYNTAX_ERROR"
    case .commandInvalid: "COMMAND_INVALID"
    case .channelError: "CHANNEL_ERROR"
    case .unexpectedFrame: "UNEXPECTED_FRAME"
    case .resourceError: "RESOURCE_ERROR"
    case .notAllowed: "NOT_ALLOWED"
    case .notImplemented: "NOT_IMPLEMENTED"
    case .internalError: "INTERNAL_ERROR"
    }
  }

  /// Whether the code closes the whole connection rather than one channel.
  public var isConnectionError: Bool {
    switch self {
    case .connectionForced, .invalidPath, .frameError, .syntaxError, .commandInvalid,
      .channelError, .unexpectedFrame, .resourceError, .notAllowed, .notImplemented,
      .internalError:
      true
    case .success, .contentTooLarge, .noRoute, .noConsumers, .accessRefused, .notFound,
      .resourceLocked, .preconditionFailed:
      false
    }
  }

  /// Whether the code says why a message comes back, and closes nothing.
  public var returnsMessage: Bool {
    switch self {
    case .contentTooLarge, .noRoute, .noConsumers: true
    case .success, .connectionForced, .invalidPath, .accessRefused, .notFound, .resourceLocked,
      .preconditionFailed, .frameError, .syntaxError, .commandInvalid, .channelError,
      .unexpectedFrame, .resourceError, .notAllowed, .notImplemented, .internalError:
      false
    }
  }
}
