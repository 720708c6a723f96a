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
  case notSimulated
  case notAllowed

  /// The rule that speaks out of a reply text, and the name of the object that it is about.
  static func behind(code: UInt16, text: String, method: String?) -> (ExceptionRule?, String?) {
    let found = signs.first { $0.code == code && text.contains($0.words) }
    return (found?.rule, object(in: text))
  }

  private struct Sign {
    var code: UInt16
    var words: String
    var rule: ExceptionRule

    init(_ code: UInt16, _ words: String, _ rule: ExceptionRule) {
      self.code = code
      self.words = words
      self.rule = rule
    }
  }

  /// RabbitMQ's words, the more particular ones before the others.
  private static let signs = [
    Sign(406, "inequivalent arg", .inequivalentArgument),
    Sign(406, "unknown delivery tag", .unknownDeliveryTag),
    Sign(406, "in use", .queueInUse),
    Sign(406, "not empty", .queueNotEmpty),
    Sign(406, "is empty", .queueNotEmpty),
    Sign(406, "invalid arg", .invalidArgument),
    Sign(406, "invalid property", .invalidArgument),
    Sign(406, "channel is not transactional", .notTransactional),
    Sign(406, "cannot switch from", .channelMode),
    Sign(406, "reply consumer already set", .reusedConsumerTag),
    Sign(405, "exclusive", .exclusiveQueue),
    Sign(404, "no queue", .noQueue),
    Sign(404, "no exchange", .noExchange),
    Sign(404, "no binding", .noBinding),
    Sign(404, "no previously declared queue", .noLastQueue),
    Sign(403, "in exclusive use", .exclusiveConsumer),
    Sign(403, "default exchange", .defaultExchange),
    Sign(403, "internal exchange", .internalExchange),
    Sign(403, "contains reserved prefix", .reservedName),
    Sign(403, "reserved", .reservedName),
    Sign(503, "unknown exchange type", .unknownExchangeType),
    Sign(503, "invalid exchange type", .unknownExchangeType),
    Sign(530, "reuse consumer tag", .reusedConsumerTag),
    Sign(530, "vhost", .noVirtualHost),
    Sign(540, "", .notSimulated),
    Sign(530, "", .notAllowed),
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
