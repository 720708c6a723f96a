public import AMQPModel

/// What a peer did against the protocol: it closes the connection with that code and text.
public struct ProtocolException: Error, Hashable, Sendable {
  public var code: ReplyCode
  /// RabbitMQ's own words, without the code's name before them; it has none for what it did not
  /// foresee.
  public var explanation: String
  /// The method that was objected to; zeros where it was no method.
  public var method = MethodID(classID: 0, methodID: 0)
  /// Whether the peer is told. RabbitMQ's own reader ends at once where it is not prepared for
  /// what comes, and the socket with it.
  public var isTold = true

  public init(_ code: ReplyCode, _ explanation: String, method: MethodID? = nil) {
    self.code = code
    self.explanation = explanation
    if let method { self.method = method }
  }

  /// The reply text, such as `FRAME_ERROR - …`.
  public var text: String {
    explanation.isEmpty ? code.name : "\(code.name) - \(explanation)"
  }

  /// The method that closes the connection with it.
  public var close: ConnectionClose {
    ConnectionClose(
      replyCode: code.rawValue, replyText: text, classId: method.classID,
      methodId: method.methodID)
  }

  /// One of which the peer is not told.
  static func untold(_ explanation: String, method: MethodID? = nil) -> ProtocolException {
    var exception = ProtocolException(.internalError, explanation, method: method)
    exception.isTold = false
    return exception
  }
}

extension ProtocolException {
  /// A frame that is none. Source: `rabbit_reader:frame_error/5`.
  ///
  /// - Parameter reason: an Erlang term.
  static func frameError(_ type: UInt8, _ payload: ArraySlice<UInt8>, _ reason: String) -> Self {
    var text = description(type, payload)
    text.append(": ")
    text.append(term: reason)
    return ProtocolException(.frameError, text.text)
  }

  /// A frame that does not belong there. Source: `rabbit_reader:unexpected_frame/4`.
  static func unexpectedFrame(_ type: UInt8, _ payload: ArraySlice<UInt8>) -> Self {
    ProtocolException(.unexpectedFrame, description(type, payload).text)
  }

  private static func description(_ type: UInt8, _ payload: ArraySlice<UInt8>) -> ErlangText {
    var text = ErlangText()
    text.append("type \(type), \(payload.count <= 16 ? "all" : "first 16") octets = ")
    text.append(payload.prefix(16))
    return text
  }

  /// A method whose bytes are not what they should be, on a channel.
  /// Source: `rabbit_framing_amqp_0_9_1:decode_method_fields/2`.
  static func malformed(_ id: MethodID, _ payload: ArraySlice<UInt8>, _ error: WireError) -> Self {
    switch error {
    case .truncated, .trailingBytes:
      let numbers = payload.dropFirst(4).map { String($0) }.joined(separator: ",")
      return ProtocolException(.frameError, "cannot decode <<\(numbers)>>", method: id)
    case .notUTF8 where id == BasicPublish.id:
      return ProtocolException(.notImplemented, "names and keys that are not UTF-8", method: id)
    case .notUTF8: return ProtocolException(.frameError, "Malformed UTF-8 in shortstr")
    case .fieldNameNotUTF8:
      return ProtocolException(
        .notImplemented, "names in field tables that are not UTF-8", method: id)
    case .nestedTooDeeply: return .nestedTooDeeply(id)
    case .malformedTable: return .untold("a field table that cannot be read", method: id)
    case .unknownFieldType(let type):
      return .untold("a field of the unknown type \(type)", method: id)
    case .unknownMethod(let classID, let methodID):
      return .untold("unknown method \(classID).\(methodID)")
    }
  }

  static func nestedTooDeeply(_ id: MethodID) -> Self {
    ProtocolException(
      .notImplemented, "field tables nested more than \(WireReader.deepestNesting) deep",
      method: id)
  }

  /// The same on channel 0, where RabbitMQ takes whatever it did not foresee for its own fault.
  /// Source: `rabbit_reader:handle_method0/3`.
  func onConnection(_ id: MethodID) -> ProtocolException {
    if !isTold, explanation.hasPrefix("unknown method") { return self }
    guard explanation.hasPrefix("cannot decode") || !isTold else {
      return ProtocolException(code, explanation, method: id)
    }
    return ProtocolException(.internalError, "")
  }
}
