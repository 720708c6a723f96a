package import AMQPModel
package import MethodJSON

/// The names that a broker made up, and what recordings call them: `<name-1>`, `<name-2>` in the
/// order of appearance.
package struct MadeUpNames {
  package init() {}

  private var known: [(madeUp: String, called: String)] = []

  /// What the broker sent, with the names replaced; the time of an x-death becomes `<time>`.
  package mutating func replaceMadeUp(in json: JSON) -> JSON {
    Self.hideTimes(in: json.mapTexts { replaceMadeUp(in: $0) })
  }

  /// What a step says, with the broker's own names, and `<user:alice>` for what alice is called.
  package func putBack(in json: JSON) -> JSON {
    json.mapTexts { text in
      guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
      return known.reduce(text) { $0.replacing($1.called, with: $1.madeUp) }
        .replacing(/<user:([^>]*)>/) { String($0.output.1) }
    }
  }

  /// What steps say for that name; nil for a made-up name that was not heard.
  package func called(_ name: String) -> String? {
    guard name.hasPrefix("amq.gen-") || name.hasPrefix("amq.ctag-") else { return name }
    return known.first { $0.madeUp == name }?.called
  }

  /// The method, and what goes with it each time that it is sent.
  package func parts(of sending: Scenario.Sending) throws -> (Method, [Content?]) {
    let method = try Method(name: sending.method, arguments: putBack(in: sending.arguments))
    guard case .basicPublish = method else { return (method, [nil]) }
    let properties = BasicProperties(putBack(in: sending.properties))
    return (method, sending.bodies.map { Content(properties: properties, text: $0) })
  }

  private mutating func replaceMadeUp(in text: String) -> String {
    guard text.contains("amq.") else { return text }
    let pattern = /amq\.(?:gen|ctag)-[A-Za-z0-9_-]+|amq\.rabbitmq\.reply-to\.[A-Za-z0-9_+\/=.-]+/
    return text.replacing(pattern) { call(String($0.output)) }
  }

  private mutating func call(_ madeUp: String) -> String {
    if let name = known.first(where: { $0.madeUp == madeUp }) { return name.called }
    let called = "<name-\(known.count + 1)>"
    known.append((madeUp, called))
    return called
  }

  private static func hideTimes(in json: JSON) -> JSON {
    switch json {
    case .null, .boolean, .integer, .number, .string: json
    case .array(let items): .array(items.map(hideTimes))
    case .object(let members):
      .object(
        members.map { member in
          guard member.name == "time", member.value["$type"] == .string("timestamp") else {
            return JSON.Member(member.name, hideTimes(in: member.value))
          }
          return JSON.Member(
            "time",
            .object([
              JSON.Member("$type", .string("timestamp")), JSON.Member("value", .string("<time>")),
            ]))
        })
    }
  }
}
