internal import AMQPModel

/// A user's name and password, and how they travel in `connection.start-ok`.
public struct Credentials: Hashable, Sendable {
  public var user: String
  public var password: String

  public init(user: String, password: String) {
    self.user = user
    self.password = password
  }

  /// How a client can prove who it is.
  public enum Mechanism: String, Hashable, Sendable, CaseIterable {
    /// NUL, name, NUL, password. Source: RFC 4616.
    case plain = "PLAIN"
    /// A field table without its length, with LOGIN and PASSWORD. Source: AMQP 0-9-1 errata.
    case amqplain = "AMQPLAIN"
    /// By other means than a password: the certificate of a TLS client.
    case external = "EXTERNAL"
    /// Not at all, for a guest. Source: RFC 4505.
    case anonymous = "ANONYMOUS"
  }

  /// The response of `connection.start-ok`.
  public func response(by mechanism: Mechanism) -> [UInt8] {
    switch mechanism {
    case .plain: return [0] + Array(user.utf8) + [0] + Array(password.utf8)
    case .amqplain:
      var writer = WireWriter()
      writer.table(["LOGIN": .string(user), "PASSWORD": .string(password)])
      return Array(writer.bytes.dropFirst(4))
    case .external, .anonymous: return []
    }
  }

  /// What such a response says; nil where it says nothing that can be understood. What is not
  /// UTF-8 becomes what is nobody's name or password. Source: `rabbit_auth_mechanism_plain`,
  /// `rabbit_auth_mechanism_amqplain`.
  public init?(response: [UInt8], by mechanism: Mechanism) {
    switch mechanism {
    case .plain:
      let parts = response.split(separator: 0, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].isEmpty else { return nil }
      self.init(
        user: String(decoding: parts[1], as: UTF8.self),
        password: String(decoding: parts[2], as: UTF8.self))
    case .amqplain:
      var writer = WireWriter()
      writer.longString(response)
      var reader = WireReader(writer.bytes)
      guard let table = try? reader.table(), let user = table["LOGIN"]?.bytes,
        let password = table["PASSWORD"]
      else { return nil }
      self.init(
        user: String(decoding: user, as: UTF8.self),
        password: password.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "")
    case .external, .anonymous: return nil
    }
  }
}

extension FieldValue {
  /// What may be a name or a password.
  fileprivate var bytes: [UInt8]? {
    switch self {
    case .longString(let bytes), .byteArray(let bytes): bytes
    case .boolean, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .float, .double,
      .decimal, .array, .table, .timestamp, .void:
      nil
    }
  }
}
