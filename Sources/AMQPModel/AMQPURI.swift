/// Where a broker is and how to enter it: `amqp://user:password@host:port/vhost?name=value`.
/// Every part but the scheme may be left out. Source: RabbitMQ's URI specification; as the usual
/// client libraries do, a path of `/` alone is the default virtual host `/`.
public struct AMQPURI: Hashable, Sendable {
  public enum Scheme: String, Hashable, Sendable, CaseIterable {
    case amqp
    /// AMQP over TLS.
    case amqps

    public var defaultPort: UInt16 {
      switch self {
      case .amqp: 5672
      case .amqps: 5671
      }
    }
  }

  /// One `name=value` of the query: heartbeat, connection_timeout, cacertfile and the like.
  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public var scheme = Scheme.amqp
  public var user = "guest"
  public var password = "guest"
  /// A name or an address; an IPv6 address without its brackets.
  public var host = "localhost"
  public var port: UInt16 = 5672
  public var virtualHost = "/"
  /// In the order in which they are written.
  public var parameters: [Parameter] = []

  public init() {}

  /// Why a text is no AMQP URI.
  public enum Malformed: Error, Hashable, Sendable {
    /// Neither `amqp://` nor `amqps://` stands at the start.
    case scheme
    /// A `%` is not followed by two hexadecimal digits, or the bytes are no UTF-8.
    case percentEncoding(in: String)
    /// The port is no number from 1 to 65535.
    case port(String)
    /// A `[` without its `]`, or something other than a port behind it.
    case address(String)
    /// The virtual host holds a `/` that is not written as `%2F`.
    case virtualHost(String)
  }
}

extension AMQPURI {
  public init(_ text: String) throws(Malformed) {
    self.init()
    guard let mark = text.firstRange(of: "://"),
      let scheme = Scheme(rawValue: text[..<mark.lowerBound].lowercased())
    else { throw .scheme }
    self.scheme = scheme
    port = scheme.defaultPort
    var rest = text[mark.upperBound...]
    if let query = rest.firstIndex(of: "?") {
      try readQuery(rest[rest.index(after: query)...])
      rest = rest[..<query]
    }
    if let slash = rest.firstIndex(of: "/") {
      try readPath(rest[rest.index(after: slash)...])
      rest = rest[..<slash]
    }
    if let at = rest.lastIndex(of: "@") {
      try readCredentials(rest[..<at])
      rest = rest[rest.index(after: at)...]
    }
    try readAddress(rest)
  }

  private mutating func readQuery(_ query: Substring) throws(Malformed) {
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? parts[1] : ""
      parameters.append(
        Parameter(name: try Self.decoded(parts[0]), value: try Self.decoded(value)))
    }
  }

  private mutating func readPath(_ path: Substring) throws(Malformed) {
    if path.isEmpty { return }
    if path.contains("/") { throw .virtualHost(String(path)) }
    virtualHost = try Self.decoded(path)
  }

  private mutating func readCredentials(_ credentials: Substring) throws(Malformed) {
    let parts = credentials.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    user = try Self.decoded(parts[0])
    if parts.count > 1 { password = try Self.decoded(parts[1]) }
  }

  private mutating func readAddress(_ address: Substring) throws(Malformed) {
    var rest = address
    if rest.first == "[" {
      guard let close = rest.firstIndex(of: "]") else { throw .address(String(address)) }
      host = String(rest[rest.index(after: rest.startIndex)..<close])
      rest = rest[rest.index(after: close)...]
      guard rest.isEmpty || rest.first == ":" else { throw .address(String(address)) }
    } else {
      let end = rest.firstIndex(of: ":") ?? rest.endIndex
      let name = try Self.decoded(rest[..<end])
      if !name.isEmpty { host = name }
      rest = rest[end...]
    }
    guard !rest.isEmpty else { return }
    let digits = rest.dropFirst()
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = UInt16(digits), number > 0
    else { throw .port(String(digits)) }
    port = number
  }

  private static func decoded(_ text: Substring) throws(Malformed) -> String {
    guard text.contains("%") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexadecimal),
        let low = rest.popFirst().flatMap(hexadecimal)
      else { throw .percentEncoding(in: String(text)) }
      bytes.append(high << 4 | low)
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else {
      throw .percentEncoding(in: String(text))
    }
    return decoded
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.flatMap(UInt8.init(exactly:))
  }
}

extension AMQPURI: CustomStringConvertible {
  /// The URI without its password, fit for a prompt or a log.
  public var description: String {
    let address = host.contains(":") ? "[\(host)]" : host
    return "\(scheme.rawValue)://\(Self.encoded(user))@\(address):\(port)"
      + "/\(virtualHost == "/" ? "" : Self.encoded(virtualHost))"
  }

  /// The text as a part of a URI: all but letters, digits and `-._~` percent-encoded.
  public static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      let character = Character(UnicodeScalar(byte))
      if character.isASCII, character.isLetter || character.isNumber || "-._~".contains(character) {
        encoded.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }
}
