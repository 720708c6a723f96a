import AMQPModel

extension Message {
  /// A message as a publisher sends it.
  ///
  /// - Throws: PRECONDITION_FAILED for an expiration that is no number of milliseconds up to ten
  ///   years, and for `CC` or `BCC` headers that are no arrays. Source: rabbit_channel,
  ///   check_expiration_header; rabbit_basic, parse_expiration and header_routes.
  convenience init(
    id: MessageID, publish: BasicPublish, content: Content, profile: Profile
  ) throws(AMQPException) {
    if content.properties.expiration == nil, content.properties.headers == nil {
      if profile.refusesUnknownDeliveryModes { try Self.check(content.properties.deliveryMode) }
      self.init(
        id: id, exchange: publish.exchange, routingKey: publish.routingKey, content: content)
      return
    }
    var content = content
    let expiration = try Expiration.check(content.properties.expiration)
    var carbonKeys: [String] = []
    var blindKeys: [String] = []
    if let headers = content.properties.headers {
      carbonKeys = try Self.keys("CC", in: headers)
      blindKeys = try Self.keys("BCC", in: headers)
      if headers["BCC"] != nil { content.properties.headers?["BCC"] = nil }
    }
    if profile.refusesUnknownDeliveryModes { try Self.check(content.properties.deliveryMode) }
    if profile.normalizesProperties {
      content.properties.expiration = expiration.map { "\($0)" }
      if let headers = content.properties.headers, headers.entries.count > 1 {
        content.properties.headers = headers.sortedUniquely
      }
    }
    self.init(
      id: id, exchange: publish.exchange, routingKey: publish.routingKey,
      extraKeys: carbonKeys + blindKeys, blindKeys: blindKeys, content: content,
      expiration: expiration)
  }

  /// Source: 3.10's rabbit_basic, is_message_persistent.
  private static func check(_ deliveryMode: UInt8?) throws(AMQPException) {
    guard let deliveryMode, deliveryMode != 1, deliveryMode != 2 else { return }
    throw AMQPException.invalidPublish("invalid message: {delivery_mode_unknown,\(deliveryMode)}")
  }

  /// The routing keys that a header lists; what is no text in it is passed over.
  private static func keys(
    _ name: String, in headers: FieldTable
  ) throws(AMQPException) -> [String] {
    guard let value = headers[name] else { return [] }
    guard case .array(let values) = value else {
      throw AMQPException.invalidPublish(
        "invalid message: {unacceptable_type_in_header,\"\(name)\",\(ErlangTerm(value).typeName)}")
    }
    return values.compactMap {
      guard case .longString(let bytes) = $0 else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

/// The `expiration` property, a number in a text.
private enum Expiration {
  static func check(_ text: String?) throws(AMQPException) -> Int64? {
    guard let text else { return nil }
    let sign = text.utf8.first.flatMap { [43, 45].contains($0) ? 1 : nil } ?? 0
    let digits = text.utf8.dropFirst(sign).prefix { (48...57).contains($0) }
    guard !digits.isEmpty else { throw invalid(text, "no_integer") }
    let rest = text.utf8.dropFirst(sign + digits.count)
    guard rest.isEmpty else {
      throw invalid(text, "{leftover_string,\"\(String(decoding: rest, as: UTF8.self))\"}")
    }
    let significant = String(decoding: digits.drop { $0 == 48 }, as: UTF8.self)
    guard !significant.isEmpty else { return 0 }
    guard text.utf8.first != 45 else { throw invalid(text, "{value_negative,-\(significant)}") }
    guard let number = Int64(significant), number <= 315_360_000_000 else {
      throw invalid(text, "{value_too_large,\(significant)}")
    }
    return number
  }

  private static func invalid(_ text: String, _ problem: String) -> AMQPException {
    AMQPException.invalidPublish("invalid expiration '\(text)': \(problem)")
  }
}

extension AMQPException {
  fileprivate static func invalidPublish(_ text: String) -> AMQPException {
    AMQPException(
      code: .preconditionFailed, text: "PRECONDITION_FAILED - \(text)", method: BasicPublish.id)
  }
}
