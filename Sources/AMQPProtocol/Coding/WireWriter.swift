public import AMQPModel

/// Writes values as `WireReader` reads them.
public struct WireWriter: Sendable {
  public private(set) var bytes: [UInt8]
  /// How many bits stand in the last octet; 8 where it is not one of bits or is full.
  private var bitCount = 8

  public init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  public mutating func octet(_ value: UInt8) {
    bitCount = 8
    bytes.append(value)
  }

  public mutating func short(_ value: UInt16) { number(value) }
  public mutating func long(_ value: UInt32) { number(value) }
  public mutating func longLong(_ value: UInt64) { number(value) }

  private mutating func number<Number: FixedWidthInteger>(_ value: Number) {
    bitCount = 8
    for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> Number(shift)))
    }
  }

  public mutating func append(_ more: some Collection<UInt8>) {
    bitCount = 8
    bytes.append(contentsOf: more)
  }

  public mutating func bit(_ value: Bool) {
    if bitCount == 8 {
      bytes.append(0)
      bitCount = 0
    }
    if value { bytes[bytes.count - 1] |= 1 << UInt8(bitCount) }
    bitCount += 1
  }

  /// A text of more than 255 bytes ends after 252 of them with three dots, as RabbitMQ's own
  /// reply texts do; whoever must not lose any asks `fits(_:)` before.
  public mutating func shortString(_ text: String) {
    guard !Self.fits(text) else {
      octet(UInt8(text.utf8.count))
      return append(text.utf8)
    }
    var end = text.utf8.index(text.utf8.startIndex, offsetBy: 252)
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    shortString(String(text[..<end]) + "...")
  }

  /// Whether the text has no more than the 255 bytes of a short string.
  public static func fits(_ text: String) -> Bool { text.utf8.count <= 255 }

  public mutating func longString(_ value: some Collection<UInt8>) {
    long(UInt32(clamping: value.count))
    append(value)
  }
}

// MARK: - Field tables

extension WireWriter {
  public mutating func table(_ table: FieldTable) {
    nested { writer in
      for entry in table.entries {
        writer.shortString(entry.name)
        writer.fieldValue(entry.value)
      }
    }
  }

  /// What `write` writes, with its length before it.
  private mutating func nested(_ write: (inout WireWriter) -> Void) {
    let start = bytes.count
    long(0)
    write(&self)
    let length = UInt32(clamping: bytes.count - start - 4)
    for place in 0..<4 {
      bytes[start + place] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * place))
    }
  }

  private mutating func fieldValue(_ value: FieldValue) {
    octet(value.typeLetter.asciiValue ?? 0)
    switch value {
    case .boolean(let value): octet(value ? 1 : 0)
    case .int8(let value): octet(UInt8(bitPattern: value))
    case .uint8(let value): octet(value)
    case .int16(let value): short(UInt16(bitPattern: value))
    case .uint16(let value): short(value)
    case .int32(let value): long(UInt32(bitPattern: value))
    case .uint32(let value): long(value)
    case .int64(let value): longLong(UInt64(bitPattern: value))
    case .float(let value): long(value.bitPattern)
    case .double(let value): longLong(value.bitPattern)
    case .decimal(let scale, let value):
      octet(scale)
      long(value)
    case .longString(let bytes), .byteArray(let bytes): longString(bytes)
    case .array(let values):
      nested { writer in for value in values { writer.fieldValue(value) } }
    case .table(let inner): table(inner)
    case .timestamp(let seconds): longLong(seconds)
    case .void: break
    }
  }
}
