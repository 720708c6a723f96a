package import AMQPModel
package import MethodJSON

/// A method that a client got.
package struct Arrival {
  package var client: String
  package var channel: UInt16
  package var method: String
  package var arguments: [JSON.Member]
  package var content: Content?

  package init(
    client: String, channel: UInt16, method: String, arguments: [JSON.Member] = [],
    content: Content? = nil
  ) {
    (self.client, self.channel, self.method) = (client, channel, method)
    (self.arguments, self.content) = (arguments, content)
  }

  private var isConfirm: Bool { method == "basic.ack" || method == "basic.nack" }

  private var deliveryTag: Int64 {
    arguments.first { $0.name == "delivery-tag" }?.value.wholeNumber ?? 0
  }

  /// The same confirm for one message.
  package func confirming(_ deliveryTag: Int64) -> Arrival {
    var copy = self
    for index in copy.arguments.indices {
      switch copy.arguments[index].name {
      case "delivery-tag": copy.arguments[index].value = .integer(deliveryTag)
      case "multiple": copy.arguments[index].value = .boolean(false)
      default: break
      }
    }
    return copy
  }

  /// As a recording has it.
  package var json: JSON {
    var members = [
      JSON.Member("client", .string(client)), JSON.Member("channel", .integer(Int64(channel))),
      JSON.Member("method", .string(method)),
    ]
    if !arguments.isEmpty { members.append(JSON.Member("arguments", .object(arguments))) }
    if let content {
      members.append(JSON.Member("properties", content.properties.json))
      members.append(JSON.Member("body", .string(String(decoding: content.body, as: UTF8.self))))
    }
    return .object(members)
  }

  /// By client and channel; within a channel as they came, except that deliveries follow
  /// confirms and a tx.commit-ok, and confirms next to each other are in the order of their tags.
  package static func inOrder(_ arrivals: [Arrival]) -> [Arrival] {
    let streams = Dictionary(grouping: arrivals) { Stream(client: $0.client, channel: $0.channel) }
    return streams.keys.sorted().flatMap { inOrder(stream: streams[$0] ?? []) }
  }

  private struct Stream: Hashable, Comparable {
    var client: String
    var channel: UInt16

    static func < (left: Stream, right: Stream) -> Bool {
      (left.client, left.channel) < (right.client, right.channel)
    }
  }

  private static func inOrder(stream: [Arrival]) -> [Arrival] {
    guard stream.contains(where: { $0.isConfirm || $0.method == "tx.commit-ok" }) else {
      return stream
    }
    var ordered: [Arrival] = []
    var confirms: [Arrival] = []
    func sorted() -> [Arrival] { confirms.sorted { $0.deliveryTag < $1.deliveryTag } }
    for arrival in stream where arrival.method != "basic.deliver" {
      if arrival.isConfirm {
        confirms.append(arrival)
      } else {
        ordered += sorted() + [arrival]
        confirms = []
      }
    }
    return ordered + sorted() + stream.filter { $0.method == "basic.deliver" }
  }
}
