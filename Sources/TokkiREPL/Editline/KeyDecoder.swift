/// Turns the bytes of a terminal into characters, one byte at a time. What is not UTF-8 becomes
/// U+FFFD, and the bytes after it count again.
struct KeyDecoder {
  private var sequence: [UInt8] = []

  /// The characters that this byte completes.
  mutating func decode(_ byte: UInt8) -> [Unicode.Scalar] {
    var completed: [Unicode.Scalar] = []
    if !sequence.isEmpty, byte & 0xC0 != 0x80 { completed.append(give()) }
    sequence.append(byte)
    if sequence.count >= Self.length(lead: sequence[0]) { completed.append(give()) }
    return completed
  }

  /// What an unfinished sequence comes to when no more bytes follow.
  mutating func finish() -> [Unicode.Scalar] { sequence.isEmpty ? [] : [give()] }

  private mutating func give() -> Unicode.Scalar {
    defer { sequence = [] }
    return String(decoding: sequence, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  private static func length(lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
