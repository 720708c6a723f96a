/// Cuts a stream of bytes into frames, however the bytes come. It keeps no more than one frame
/// that is not whole yet, and no frame beyond the limit: a length that is too large is refused
/// when it is read.
public struct FrameParser: Hashable, Sendable {
  /// Why what came is no frame.
  public enum Malformed: Error, Hashable, Sendable {
    /// The payload would be larger than the limit allows.
    case tooLarge(type: UInt8, channel: UInt16, size: UInt32, limit: UInt32)
    /// The octet behind the payload is another than 0xCE.
    case wrongEnd(type: UInt8, channel: UInt16, payload: ArraySlice<UInt8>, end: UInt8)
  }

  /// How large a frame may be, all in all, in bytes; 0 is no limit.
  public var frameMax: UInt32
  private var buffer: [UInt8] = []
  /// Where the bytes begin that were not read yet.
  private var start = 0

  public init(frameMax: UInt32) { self.frameMax = frameMax }

  /// How many bytes wait for the rest of their frame.
  public var waiting: Int { buffer.count - start }

  public mutating func append(_ bytes: some Collection<UInt8>) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The first so many bytes of what waits; nil where there are fewer.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard waiting >= count else { return nil }
    defer { start += count }
    return buffer[start..<(start + count)]
  }

  /// The bytes that wait, without taking them.
  var rest: ArraySlice<UInt8> { buffer[start...] }

  /// The next frame; nil where its end has not come yet.
  public mutating func next() throws(Malformed) -> Frame? {
    guard waiting >= 7 else { return nil }
    let type = buffer[start]
    let channel = UInt16(buffer[start + 1]) << 8 | UInt16(buffer[start + 2])
    let size = buffer[(start + 3)..<(start + 7)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    if frameMax > 0 {
      let limit = frameMax > UInt32(Frame.overhead) ? frameMax - UInt32(Frame.overhead) : 0
      if size > limit {
        throw .tooLarge(type: type, channel: channel, size: size, limit: limit)
      }
    }
    guard waiting - Frame.overhead >= Int(size) else { return nil }
    let payload = buffer[(start + 7)..<(start + 7 + Int(size))]
    let end = buffer[payload.endIndex]
    start = payload.endIndex + 1
    guard end == Frame.end else {
      throw .wrongEnd(type: type, channel: channel, payload: payload, end: end)
    }
    return Frame(type: type, channel: channel, payload: payload)
  }
}
