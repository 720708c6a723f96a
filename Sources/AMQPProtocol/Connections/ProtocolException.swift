public import AMQPModel

/// What a peer did against the protocol: it closes the connection with that code and text.
public struct ProtocolException: Error, Hashable, Sendable {
  public var code: ReplyCode
  /// RabbitMQ's own words, without the code's name before them.
  public var explanation: String
  /// The method that was objected to; zeros where it was no method.
  public var method = MethodID(classID: 0, methodID: 0)

  public init(_ code: ReplyCode, _ explanation: String, method: MethodID? = nil) {
    self.code = code
    self.explanation = explanation
    if let method { self.method = method }
  }

  /// The reply text, such as `FRAME_ERROR - …`.
  public var text: String { "\(code.name) - \(explanation)" }

  /// The method that closes the connection with it.
  public var close: ConnectionClose {
    ConnectionClose(
      replyCode: code.rawValue, replyText: text, classId: method.classID,
      methodId: method.methodID)
  }
}

extension ProtocolException {
  /// A frame that is none. Source: `rabbit_reader:frame_error/5`.
  static func frameError(_ type: UInt8, _ payload: ArraySlice<UInt8>, _ reason: String) -> Self {
    ProtocolException(.frameError, "type \(type), \(snippet(payload)): \(reason)")
  }

  /// A frame that does not belong there. Source: `rabbit_reader:unexpected_frame/4`.
  static func unexpectedFrame(_ type: UInt8, _ payload: ArraySlice<UInt8>) -> Self {
    ProtocolException(.unexpectedFrame, "type \(type), \(snippet(payload))")
  }

  private static func snippet(_ payload: ArraySlice<UInt8>) -> String {
    let extent = payload.count <= 16 ? "all" : "first 16"
    return "\(extent) octets = \(ErlangBinary.text(of: payload.prefix(16)))"
  }
}

/// Bytes as Erlang writes them.
enum ErlangBinary {
  static func text(of bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    let isPrintable = !bytes.isEmpty && bytes.allSatisfy { (0x20..<0x7F).contains($0) }
    guard !isPrintable else {
      let text = String(decoding: bytes, as: UTF8.self)
      let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
      return "<<\"\(escaped)\">>"
    }
    return "<<" + bytes.map { String($0) }.joined(separator: ",") + ">>"
  }
}
