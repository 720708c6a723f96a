internal import AMQPModel

/// Puts the frames of one channel together: a method, and where it carries content, the header
/// and the body that follow. Source: `rabbit_command_assembler:process/2`.
struct ContentAssembler: Hashable, Sendable {
  private enum State: Hashable {
    case method
    case header(Method)
    case body(Method, properties: ArraySlice<UInt8>, size: UInt64, [UInt8], received: UInt64)
    /// More of a body came than the header had announced. RabbitMQ does not notice: it waits for
    /// a rest that never comes out even.
    case overrun(Method)
  }

  /// What has become whole.
  enum Whole: Hashable {
    case method(Method, Content?)
    /// A message that is larger than is allowed; its body was not kept.
    case oversized(Method, size: UInt64)
  }

  private var state = State.method

  /// How many bytes of a message are held.
  var heldBytes: Int {
    if case .body(_, let properties, _, let body, _) = state {
      properties.count + body.count
    } else {
      0
    }
  }

  /// - Parameter limit: how many bytes a body may have.
  mutating func take(_ frame: Frame, limit: UInt64) throws(ProtocolException) -> Whole? {
    switch (state, frame.kind) {
    case (.method, .method?): return take(try frame.method())
    case (.method, _):
      throw ProtocolException(
        .unexpectedFrame, "expected method frame, got non method frame instead")
    case (.header(let method), .header?): return try takeHeader(frame, of: method)
    case (.header(let method), _): throw .expectedHeader(of: method, "non content header frame")
    case (.body, .body?): return try takeBody(frame, limit)
    case (.overrun, .body?): return nil
    case (.body(let method, _, _, _, _), _), (.overrun(let method), _):
      throw ProtocolException(
        .unexpectedFrame, "expected content body, got non content body frame instead",
        method: method.id)
    }
  }

  private mutating func take(_ method: Method) -> Whole? {
    guard method.carriesContent else { return .method(method, nil) }
    state = .header(method)
    return nil
  }

  private mutating func takeHeader(
    _ frame: Frame, of method: Method
  ) throws(ProtocolException) -> Whole? {
    guard let header = ContentHeader(frame.payload), header.weight == 0 else {
      throw .expectedHeader(of: method, "non content header frame")
    }
    guard header.classID == method.id.classID else {
      throw .expectedHeader(of: method, "one for class \(header.classID)")
    }
    guard header.bodySize > 0 else { return try whole(method, header.properties, []) }
    // The payload is a part of all that was read at once: it is not to be kept alive by a body
    // that may never come.
    state = .body(
      method, properties: Array(header.properties)[...], size: header.bodySize, [], received: 0)
    return nil
  }

  private mutating func takeBody(
    _ frame: Frame, _ limit: UInt64
  ) throws(ProtocolException) -> Whole? {
    guard case .body(let method, let properties, let size, var body, let received) = state else {
      return nil
    }
    // One place holds the body, so that it grows in place.
    state = .method
    let total = received + UInt64(frame.payload.count)
    if size <= limit, total <= size { body.append(contentsOf: frame.payload) }
    if total < size {
      state = .body(method, properties: properties, size: size, body, received: total)
      return nil
    }
    guard total == size else {
      state = .overrun(method)
      return nil
    }
    return size <= limit
      ? try whole(method, properties, body) : .oversized(method, size: size)
  }

  /// The properties are read last, as RabbitMQ does; it is not prepared for what it cannot read.
  private mutating func whole(
    _ method: Method, _ properties: ArraySlice<UInt8>, _ body: [UInt8]
  ) throws(ProtocolException) -> Whole {
    state = .method
    do throws(WireError) {
      var reader = WireReader(properties)
      let properties = try reader.properties()
      try reader.expectEnd()
      return .method(method, Content(properties: properties, body: body))
    } catch {
      switch error {
      case .notUTF8, .fieldNameNotUTF8:
        throw ProtocolException(
          .notImplemented, "content properties that are not UTF-8", method: method.id)
      case .nestedTooDeeply: throw .nestedTooDeeply(method.id)
      case .truncated, .trailingBytes, .unknownFieldType, .malformedTable, .unknownMethod:
        throw ProtocolException(.internalError, "")
      }
    }
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
  var weight: UInt16
  var bodySize: UInt64
  /// Flags and values, not read yet.
  var properties: ArraySlice<UInt8>

  init?(_ payload: ArraySlice<UInt8>) {
    var reader = WireReader(payload)
    guard let classID = try? reader.short(), let weight = try? reader.short(),
      let bodySize = try? reader.longLong()
    else { return nil }
    (self.classID, self.weight, self.bodySize) = (classID, weight, bodySize)
    properties = payload.dropFirst(Frame.shortestHeader)
  }
}

extension Frame {
  /// The method of a method frame.
  func method() throws(ProtocolException) -> Method {
    var reader = WireReader(payload)
    do throws(WireError) {
      let method = try reader.method()
      try reader.expectEnd()
      return method
    } catch {
      throw .malformed(methodID ?? MethodID(classID: 0, methodID: 0), payload, error)
    }
  }

  /// What a method frame begins with.
  var methodID: MethodID? {
    var reader = WireReader(payload)
    guard let classID = try? reader.short(), let methodID = try? reader.short() else { return nil }
    return MethodID(classID: classID, methodID: methodID)
  }
}

extension ProtocolException {
  fileprivate static func expectedHeader(of method: Method, _ found: String) -> Self {
    ProtocolException(
      .unexpectedFrame,
      "expected content header for class \(method.id.classID), got \(found) instead",
      method: method.id)
  }
}
