internal import AMQPModel

/// Puts the frames of one channel together: a method, and where it carries content, the header
/// and the body that follow. Source: `rabbit_command_assembler:process/2`.
struct ContentAssembler: Hashable, Sendable {
  private enum State: Hashable {
    case method
    case header(Method)
    case body(Method, BasicProperties, size: UInt64, [UInt8], received: UInt64)
  }

  /// What has become whole.
  enum Whole: Hashable {
    case method(Method, Content?)
    /// A message that is larger than is allowed; its body was not kept.
    case oversized(Method, size: UInt64)
  }

  private var state = State.method

  /// How many bytes of a body are held.
  var heldBytes: Int {
    if case .body(_, _, _, let body, _) = state { body.count } else { 0 }
  }

  /// - Parameter limit: how many bytes a body may have.
  mutating func take(_ frame: Frame, limit: UInt64) throws(ProtocolException) -> Whole? {
    switch (state, frame.kind) {
    case (.method, .method?): return try take(try frame.method())
    case (.method, _):
      throw ProtocolException(
        .unexpectedFrame, "expected method frame, got non method frame instead")
    case (.header(let method), .header?): return try takeHeader(frame, of: method)
    case (.header(let method), _):
      throw ProtocolException(
        .unexpectedFrame,
        "expected content header for class \(method.id.classID), "
          + "got non content header frame instead",
        method: method.id)
    case (.body, .body?): return takeBody(frame, limit)
    case (.body(let method, _, _, _, _), _):
      throw ProtocolException(
        .unexpectedFrame, "expected content body, got non content body frame instead",
        method: method.id)
    }
  }

  private mutating func take(_ method: Method) throws(ProtocolException) -> Whole? {
    guard method.carriesContent else { return .method(method, nil) }
    state = .header(method)
    return nil
  }

  private mutating func takeHeader(
    _ frame: Frame, of method: Method
  ) throws(ProtocolException) -> Whole? {
    let header: ContentHeader
    do throws(WireError) {
      header = try ContentHeader(frame.payload)
    } catch {
      throw .malformed(method.id, error)
    }
    guard header.classID == method.id.classID else {
      throw ProtocolException(
        .unexpectedFrame,
        "expected content header for class \(method.id.classID), "
          + "got one for class \(header.classID) instead",
        method: method.id)
    }
    guard header.bodySize > 0 else {
      state = .method
      return .method(method, Content(properties: header.properties))
    }
    state = .body(method, header.properties, size: header.bodySize, [], received: 0)
    return nil
  }

  private mutating func takeBody(_ frame: Frame, _ limit: UInt64) -> Whole? {
    guard case .body(let method, let properties, let size, var body, let received) = state else {
      return nil
    }
    // One place holds the body, so that it grows in place.
    state = .method
    let total = received + UInt64(frame.payload.count)
    if size <= limit { body.append(contentsOf: frame.payload) }
    if total < size {
      state = .body(method, properties, size: size, body, received: total)
      return nil
    }
    return size <= limit
      ? .method(method, Content(properties: properties, body: body))
      : .oversized(method, size: size)
  }
}

/// The payload of a content header frame. Source: AMQP 0-9-1 specification, section 4.2.6.1.
///
/// ```
/// +----------+--------+-----------+----------------+---------------+
/// | class id | weight | body size | property flags | properties …  |
/// +----------+--------+-----------+----------------+---------------+
///    short     short    long long       short
/// ```
private struct ContentHeader {
  var classID: UInt16
  var bodySize: UInt64
  var properties: BasicProperties

  init(_ payload: ArraySlice<UInt8>) throws(WireError) {
    var reader = WireReader(payload)
    classID = try reader.short()
    _ = try reader.short()
    bodySize = try reader.longLong()
    properties = try reader.properties()
    try reader.expectEnd()
  }
}

extension Frame {
  /// The method of a method frame.
  func method() throws(ProtocolException) -> Method {
    var reader = WireReader(payload)
    let id = payload.count >= 4 ? methodID : nil
    do throws(WireError) {
      let method = try reader.method()
      try reader.expectEnd()
      return method
    } catch {
      throw .malformed(id, error)
    }
  }

  private var methodID: MethodID? {
    var reader = WireReader(payload)
    guard let classID = try? reader.short(), let methodID = try? reader.short() else { return nil }
    return MethodID(classID: classID, methodID: methodID)
  }
}

extension ProtocolException {
  /// A method or a content header whose bytes are not what they should be.
  static func malformed(_ id: MethodID?, _ error: WireError) -> ProtocolException {
    switch error {
    case .truncated, .trailingBytes:
      ProtocolException(.syntaxError, "the arguments do not fit the frame", method: id)
    case .unknownFieldType(let type):
      ProtocolException(
        .syntaxError, "a field table holds a value of the unknown type \(type)", method: id)
    case .notUTF8:
      ProtocolException(.notImplemented, "names and keys that are not UTF-8", method: id)
    case .nestedTooDeeply:
      ProtocolException(
        .notImplemented, "field tables nested more than \(WireReader.deepestNesting) deep",
        method: id)
    case .unknownMethod(let classID, let methodID):
      ProtocolException(
        .commandInvalid, "unknown method \(classID).\(methodID)", method: id)
    case .unknownProperties:
      ProtocolException(.syntaxError, "unknown content properties", method: id)
    }
  }
}
