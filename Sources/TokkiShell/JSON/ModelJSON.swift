import AMQPModel
import TokkiBroker

extension JSONValue {
  /// A part of an outcome: its kind, then its members; those without a value are left out.
  static func part(
    _ kind: String, _ members: KeyValuePairs<String, JSONValue?> = [:]
  ) -> JSONValue {
    let rest = members.compactMap { name, value in value.map { Member(name, $0) } }
    return .object([Member("part", .string(kind))] + rest)
  }

  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  static func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }

  static func optional(_ flag: Bool?) -> JSONValue? { flag.map(JSONValue.boolean) }

  /// The bytes in hexadecimal digits.
  static func hex(_ bytes: [UInt8]) -> JSONValue {
    .string(
      bytes.map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined())
  }

  /// A body as text, or in hexadecimal where it is no UTF-8.
  static func body(_ bytes: [UInt8]) -> JSONValue {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .object([Member("hex", hex(bytes))])
    }
    return .string(text)
  }
}

extension Content {
  var json: JSONValue {
    var members: [JSONValue.Member] = []
    if let text = String(validating: body, as: UTF8.self) {
      members.append(.init("body", .string(text)))
    } else {
      members.append(.init("bodyHex", .hex(body)))
    }
    var reader = PropertyMembers()
    var properties = properties
    properties.visit(&reader)
    if !reader.members.isEmpty {
      members.append(.init("properties", .object(reader.members)))
    }
    return .object(members)
  }
}

/// Collects the properties that a message has.
private struct PropertyMembers: PropertyVisitor {
  typealias Failure = Never

  var members: [JSONValue.Member] = []

  mutating func octet(_ name: String, _ value: inout UInt8?) {
    if let value { members.append(.init(name, .integer(Int64(value)))) }
  }

  mutating func shortString(_ name: String, _ value: inout String?) {
    if let value { members.append(.init(name, .string(value))) }
  }

  mutating func table(_ name: String, _ value: inout FieldTable?) {
    if let value { members.append(.init(name, value.json)) }
  }

  mutating func timestamp(_ name: String, _ value: inout UInt64?) {
    if let value { members.append(.init(name, .unsigned(value))) }
  }
}

extension FieldTable {
  var json: JSONValue { .object(entries.map { .init($0.name, $0.value.json) }) }
}

extension FieldValue {
  var json: JSONValue {
    switch self {
    case .boolean(let value): .boolean(value)
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64: .integer(integer ?? 0)
    case .float(let value): .number(Double(value))
    case .double(let value): .number(value)
    case .decimal(let scale, let value):
      .object(["scale": .integer(Int64(scale)), "value": .integer(Int64(value))])
    case .longString(let bytes): .body(bytes)
    case .byteArray(let bytes): .object(["hex": .hex(bytes)])
    case .array(let values): .array(values.map(\.json))
    case .table(let table): table.json
    case .timestamp(let seconds): .object(["timestamp": .unsigned(seconds)])
    case .void: .null
    }
  }
}

extension BindingSnapshot {
  var json: JSONValue {
    let kind: String
    let name: String
    switch destination {
    case .queue(let queue): (kind, name) = ("queue", queue)
    case .exchange(let exchange): (kind, name) = ("exchange", exchange)
    }
    return .object([
      "source": .string(source), "destination": .string(name), "destinationType": .string(kind),
      "bindingKey": .string(key), "arguments": arguments.isEmpty ? nil : arguments.json,
    ])
  }
}

extension Route {
  var json: JSONValue {
    .object(["hops": .array(hops.map(\.json)), "queues": .strings(queues)])
  }
}

extension Route.Hop {
  var json: JSONValue {
    .object([
      "exchange": .string(exchange), "type": .string(type), "from": from.map(JSONValue.string),
      "isAlternate": isAlternate ? true : nil, "routingKey": .string(routingKey),
      "attempts": .array(
        attempts.map { attempt in
          .object([
            "binding": attempt.binding.json, "matched": .boolean(attempt.matched),
            "reason": attempt.reason.json,
          ])
        }),
    ])
  }
}

extension MatchReason {
  var json: JSONValue {
    switch self {
    case .fanout: "fanout"
    case .keysEqual: "keysEqual"
    case .keysDiffer: "keysDiffer"
    case .alreadyVisited: "alreadyVisited"
    case .topicMatched(let captures):
      .object([
        "topicMatched": .array(
          captures.map { capture in
            .object(["pattern": .string(capture.pattern), "words": .strings(capture.words)])
          })
      ])
    case .topicMismatch(let place, let pattern, let word):
      .object([
        "topicMismatch": .object([
          "patternWord": .count(place), "pattern": pattern.map(JSONValue.string),
          "keyWord": word.map(JSONValue.string),
        ])
      ])
    case .headers(let comparison):
      .object([
        "headers": .object([
          "mode": .string(comparison.mode),
          "pairs": .array(
            comparison.pairs.map { pair in
              .object([
                "name": .string(pair.name), "wanted": pair.wanted.json,
                "found": pair.found?.json, "matched": .boolean(pair.matched),
              ])
            }),
        ])
      ])
    }
  }
}
