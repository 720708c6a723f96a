/// The rule of AMQP or of RabbitMQ that an exception enforces, known by the broker's reply text.
public enum ExceptionRule: String, Hashable, Sendable, CaseIterable {
  case inequivalentArgument
  case noQueue
  case noExchange
  case noBinding
  case reservedName
  case defaultExchange
  case exclusiveQueue
  case exclusiveConsumer
  case unknownDeliveryTag
  case queueInUse
  case queueNotEmpty
  case exchangeInUse
  case invalidArgument
  case unknownExchangeType
  case internalExchange
  case reusedConsumerTag
  case channelMode
  case notTransactional
  case noLastQueue
  case noVirtualHost
  case serverNamedQueue
  case invalidMessage
  case invalidUserID
  case directReply
  case channelNumber
  case notImplemented
  case notAllowed
  case connectionForced

  /// The rule that speaks out of a reply text, and the name of the object that it is about.
  static func behind(code: UInt16, text: String, method: String?) -> (ExceptionRule?, String?) {
    let found = signs.first { sign in
      (sign.code ?? code) == code && (sign.words.isEmpty || text.contains(sign.words))
    }
    return (found?.rule, object(in: text))
  }

  private struct Sign {
    /// nil: with whatever code; RabbitMQ's versions differ.
    var code: UInt16?
    var words: String
    var rule: ExceptionRule

    init(_ code: UInt16?, _ words: String, _ rule: ExceptionRule) {
      self.code = code
      self.words = words
      self.rule = rule
    }
  }

  /// RabbitMQ's words, the more particular ones before the others.
  private static let signs = [
    Sign(nil, "exchange type", .unknownExchangeType),
    Sign(406, "inequivalent arg", .inequivalentArgument),
    Sign(406, "unknown delivery tag", .unknownDeliveryTag),
    Sign(406, "server-named queue", .serverNamedQueue),
    Sign(406, "FAILED - exchange", .exchangeInUse),
    Sign(406, "in use", .queueInUse),
    Sign(406, "not empty", .queueNotEmpty),
    Sign(406, "invalid arg", .invalidArgument),
    Sign(406, "invalid property", .invalidArgument),
    Sign(406, "invalid type", .invalidArgument),
    Sign(406, "Invalid x-match", .invalidArgument),
    Sign(406, "invalid expiration", .invalidMessage),
    Sign(406, "invalid message", .invalidMessage),
    Sign(406, "user_id property", .invalidUserID),
    Sign(406, "channel is not transactional", .notTransactional),
    Sign(406, "cannot switch from", .channelMode),
    Sign(406, "reply consumer", .directReply),
    Sign(405, "not supported by", .notImplemented),
    Sign(405, "exclusive", .exclusiveQueue),
    Sign(404, "no queue", .noQueue),
    Sign(404, "no exchange", .noExchange),
    Sign(404, "no binding", .noBinding),
    Sign(404, "no previously declared queue", .noLastQueue),
    Sign(403, "in exclusive use", .exclusiveConsumer),
    Sign(403, "default exchange", .defaultExchange),
    Sign(403, "internal exchange", .internalExchange),
    Sign(403, "reserved prefix", .reservedName),
    Sign(403, "system exchange", .reservedName),
    Sign(504, "", .channelNumber),
    Sign(530, "reuse consumer tag", .reusedConsumerTag),
    Sign(530, "vhost", .noVirtualHost),
    Sign(503, "unimplemented", .notImplemented),
    Sign(540, "", .notImplemented),
    Sign(530, "", .notAllowed),
    Sign(320, "", .connectionForced),
  ]

  /// The first name after `queue '`, `exchange '` or `vhost '`, without the marks.
  private static func object(in text: String) -> String? {
    for kind in ["queue '", "exchange '", "name '", "vhost '"] {
      guard let start = range(of: kind, in: text) else { continue }
      let rest = text[start...]
      guard let end = rest.firstIndex(of: "'") else { continue }
      return String(rest[..<end])
    }
    return nil
  }

  /// Where the text goes on after the first occurrence of those words.
  private static func range(of words: String, in text: String) -> String.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(words) {
        return text.index(index, offsetBy: words.count)
      }
      index = text.index(after: index)
    }
    return nil
  }
}
