import AMQPModel

extension AMQPException {
  /// The exception of that code, with RabbitMQ's text: the code's name, a dash and the
  /// explanation, cut at 255 bytes. Which method failed is added where it is caught.
  /// Source: `rabbit_binary_generator:map_exception/3`.
  init(_ code: ReplyCode, _ explanation: String) {
    let text = "\(code.name) - \(explanation)"
    self.init(
      code: code, text: AMQPException.fitting(text), method: MethodID(classID: 0, methodID: 0))
  }

  private static func fitting(_ text: String) -> String {
    if text.utf8.count <= 255 { return text }
    var kept = ""
    var byteCount = 0
    for scalar in text.unicodeScalars {
      byteCount += UTF8.width(scalar)
      if byteCount > 252 { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept + "..."
  }

  static func notFound(queue name: String, in virtualHost: String) -> AMQPException {
    AMQPException(.notFound, "no \(ResourceName.queue(name, in: virtualHost))")
  }

  static func notFound(exchange name: String, in virtualHost: String) -> AMQPException {
    AMQPException(.notFound, "no \(ResourceName.exchange(name, in: virtualHost))")
  }

  /// `channel.open` on a channel that is open, or that the broker has closed and the client not
  /// yet.
  static var secondOpening: AMQPException {
    AMQPException(.channelError, "second 'channel.open' seen")
  }

  /// Somebody else's exclusive queue.
  static func locked(queue name: String, in virtualHost: String) -> AMQPException {
    AMQPException(
      .resourceLocked,
      "cannot obtain exclusive access to locked \(ResourceName.queue(name, in: virtualHost)). "
        + "It could be originally declared on another connection or the exclusive property "
        + "value does not match that of the original declaration.")
  }
}

/// How RabbitMQ names things in its reply texts. Source: `rabbit_misc:rs/1`.
enum ResourceName {
  static func queue(_ name: String, in virtualHost: String) -> String {
    "queue '\(name)' in vhost '\(virtualHost)'"
  }

  static func exchange(_ name: String, in virtualHost: String) -> String {
    "exchange '\(name)' in vhost '\(virtualHost)'"
  }

  /// A name without line breaks, which RabbitMQ removes where names are declared.
  /// Source: `rabbit_channel:strip_cr_lf/1`.
  static func withoutLineBreaks(_ name: String) -> String {
    if !name.utf8.contains(where: { $0 == 10 || $0 == 13 }) { return name }
    return String(decoding: name.utf8.filter { $0 != 10 && $0 != 13 }, as: UTF8.self)
  }
}
