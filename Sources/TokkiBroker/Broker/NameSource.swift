/// Where server-made names come from: random by their looks, and the same for the same seed.
struct NameSource: Hashable, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A name as RabbitMQ makes them: the prefix and 16 bytes in URL-safe Base64 without padding,
  /// such as `amq.gen-JzTY20BRgKO-HjmUJj0wLg`. Source: `rabbit_guid:binary/2`.
  mutating func name(_ prefix: String) -> String { prefix + "-" + token(byteCount: 16) }

  /// Random bytes in URL-safe Base64 without padding.
  mutating func token(byteCount: Int) -> String {
    var bytes: [UInt8] = []
    while bytes.count < byteCount {
      withUnsafeBytes(of: next().littleEndian) { bytes.append(contentsOf: $0) }
    }
    return NameSource.base64(bytes.prefix(byteCount))
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static func base64(_ bytes: ArraySlice<UInt8>) -> String {
    var characters: [UInt8] = []
    var pending: UInt32 = 0
    var bitCount = 0
    for byte in bytes {
      pending = (pending << 8 | UInt32(byte)) & 0xFFFF
      bitCount += 8
      while bitCount >= 6 {
        bitCount -= 6
        characters.append(alphabet[Int(pending >> UInt32(bitCount)) & 63])
      }
    }
    if bitCount > 0 { characters.append(alphabet[Int(pending << UInt32(6 - bitCount)) & 63]) }
    return String(decoding: characters, as: UTF8.self)
  }
}
