public import AMQPModel

/// One frame. Source: AMQP 0-9-1 specification, section 4.2.3.
///
/// ```
/// 0      1         3         7                  size+7     size+8
/// +------+---------+---------+------------------+----------+
/// | type | channel |  size   |     payload      |   0xCE   |
/// +------+---------+---------+------------------+----------+
///  octet    short     long      size octets       octet
/// ```
public struct Frame: Hashable, Sendable {
  /// 1 method, 2 content header, 3 content body, 8 heartbeat; others are errors, but frames.
  public var type: UInt8
  public var channel: UInt16
  public var payload: ArraySlice<UInt8>

  public init(type: UInt8, channel: UInt16, payload: ArraySlice<UInt8>) {
    self.type = type
    self.channel = channel
    self.payload = payload
  }

  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case method = 1
    case header = 2
    case body = 3
    case heartbeat = 8
  }

  public var kind: Kind? { Kind(rawValue: type) }

  /// How many bytes the payloads of a method and of a content header have at least.
  static let shortestMethod = 4
  static let shortestHeader = 12
  /// How many bytes a frame has besides its payload.
  public static let overhead = 8
  /// The octet that ends each frame.
  public static let end: UInt8 = 0xCE
  /// What every peer must accept. Source: AMQP 0-9-1 specification, section 4.2.3.
  public static let smallestMax: UInt32 = 4096

  public static func == (left: Frame, right: Frame) -> Bool {
    left.type == right.type && left.channel == right.channel
      && left.payload.elementsEqual(right.payload)
  }
}

extension WireWriter {
  /// A frame whose payload `write` writes.
  mutating func frame(_ kind: Frame.Kind, channel: UInt16, _ write: (inout WireWriter) -> Void) {
    var payload = WireWriter()
    write(&payload)
    octet(kind.rawValue)
    short(channel)
    longString(payload.bytes)
    octet(Frame.end)
  }

  /// The frames of a method and of its content, none larger than `frameMax` bytes (0: no limit)
  /// but for methods and headers, which cannot be split.
  public mutating func frames(
    of method: Method, _ content: Content?, channel: UInt16, frameMax: UInt32
  ) {
    frame(.method, channel: channel) { $0.method(method) }
    guard method.carriesContent else { return }
    let content = content ?? Content()
    frame(.header, channel: channel) { writer in
      writer.short(method.id.classID)
      writer.short(0)
      writer.longLong(UInt64(content.body.count))
      writer.properties(content.properties)
    }
    let most = frameMax == 0 ? Int.max : max(1, Int(frameMax) - Frame.overhead)
    var rest = content.body[...]
    while !rest.isEmpty {
      let part = rest.prefix(most)
      rest = rest.dropFirst(part.count)
      frame(.body, channel: channel) { $0.append(part) }
    }
  }
}
