public import AMQPModel

/// What may stand in a URI's query. Source: RabbitMQ's URI query parameters.
public enum URIParameter: String, Hashable, Sendable, CaseIterable {
  /// PEM files: whom to trust, the client's certificate and its key.
  case authorities = "cacertfile"
  case certificate = "certfile"
  case key = "keyfile"
  case verify
  case mechanism = "auth_mechanism"
  /// Seconds; 0 is none.
  case heartbeat
  /// Milliseconds.
  case timeout = "connection_timeout"
  case channelMax = "channel_max"
  /// Bytes.
  case frameMax = "frame_max"

  /// The values that it takes.
  enum Values {
    case text
    case words([String])
    case number(ClosedRange<Int64>)
  }

  var values: Values {
    switch self {
    case .authorities, .certificate, .key: .text
    case .verify: .words(["verify_peer", "verify_none"])
    case .mechanism: .words(["plain", "external"])
    case .heartbeat: .number(0...65_535)
    case .timeout: .number(1...3_600_000)
    case .channelMax: .number(1...65_535)
    case .frameMax: .number(4096...Int64(UInt32.max))
    }
  }

  func takes(_ value: String) -> Bool {
    switch values {
    case .text: !value.isEmpty
    case .words(let words): words.contains(value)
    case .number(let range): Int64(value).map(range.contains) ?? false
    }
  }
}

extension AMQPURI {
  /// A URI whose parameters are known and take their values.
  public init(checking text: String) throws(ParseError.URIProblem) {
    do throws(Malformed) {
      try self.init(text)
    } catch {
      throw .malformed(error)
    }
    for given in parameters {
      guard let parameter = URIParameter(rawValue: given.name) else {
        let known = URIParameter.allCases.map(\.rawValue)
        let near = EditDistance.nearest(to: given.name, among: known)
        throw .unknownParameter(given.name, nearest: Array(near.prefix(3)))
      }
      guard parameter.takes(given.value) else { throw .badParameter(parameter) }
    }
  }
}

extension ParseError.URIProblem: Error {
  /// The problem in words, without anything of the URI that could be a password.
  public func complaint(in language: Language) -> Complaint {
    ErrorSentences(language: language, command: nil).badURI("URI", self)
  }
}
