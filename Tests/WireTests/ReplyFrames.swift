import AMQPModel
import AMQPProtocol
import MethodJSON

/// What the server sent, as recordings have it.
struct ReplyFrames {
  private var parser = FrameParser(frameMax: 0)

  /// A body of more bytes is shown as its size.
  private static let shortBody = 200
  /// Properties of more bytes are shown as their size.
  private static let shortProperties = 1000

  mutating func add(_ bytes: [UInt8]) -> [JSON] {
    if bytes.starts(with: Array("AMQP".utf8)) {
      let version = bytes.dropFirst(4).map { JSON.integer(Int64($0)) }
      return [.object([JSON.Member("protocol", .array(version))])]
    }
    parser.append(bytes)
    var entries: [JSON] = []
    while let frame = try? parser.next() { entries.append(Self.entry(frame)) }
    return entries
  }

  private static func entry(_ frame: Frame) -> JSON {
    let channel = JSON.Member("channel", .integer(Int64(frame.channel)))
    switch frame.kind {
    case .method?:
      var reader = WireReader(frame.payload)
      guard let method = try? reader.method() else { break }
      let arguments = method.argumentsJSON
      let members = [JSON.Member("method", .string(method.name)), channel]
      return .object(
        arguments.isEmpty ? members : members + [JSON.Member("arguments", .object(arguments))])
    case .header?: return header(frame, channel)
    case .body?:
      let body =
        frame.payload.count > shortBody
        ? JSON.integer(Int64(frame.payload.count))
        : .string(String(decoding: frame.payload, as: UTF8.self))
      return .object([JSON.Member("body", body), channel])
    case .heartbeat?: return .object([JSON.Member("heartbeat", channel.value)])
    case nil: break
    }
    return .object([JSON.Member("bytes", .string(hexadecimal(frame.payload)))])
  }

  private static func header(_ frame: Frame, _ channel: JSON.Member) -> JSON {
    var reader = WireReader(frame.payload.dropFirst(4))
    let size = (try? reader.longLong()) ?? 0
    let written = frame.payload.dropFirst(12)
    let members = [JSON.Member("header", .integer(Int64(clamping: size))), channel]
    if written.count > shortProperties {
      return .object(
        members + [JSON.Member("properties-size", .integer(Int64(written.count)))])
    }
    if let properties = try? reader.properties() {
      var again = WireWriter()
      again.properties(BasicProperties(properties.json))
      if again.bytes.elementsEqual(written) {
        return .object(members + [JSON.Member("properties", properties.json)])
      }
    }
    return .object(members + [JSON.Member("properties-bytes", .string(hexadecimal(written)))])
  }

  private static func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}

extension [JSON] {
  /// As recordings have them: what came between two frames of channel 0 is sorted by channel, and
  /// more than eight times the same from one channel after the other is one entry.
  var asRecorded: [JSON] {
    var sorted: [JSON] = []
    for run in runs(while: { ($0.channel > 0) == ($1.channel > 0) }) {
      guard run[0].channel > 0 else {
        sorted += run
        continue
      }
      sorted += run.enumerated()
        .sorted { ($0.element.channel, $0.offset) < ($1.element.channel, $1.offset) }
        .map(\.element)
    }
    let same = sorted.runs {
      $1.channel == $0.channel + 1 && $0.withoutChannel == $1.withoutChannel
    }
    return same.flatMap { run in
      guard run.count > 8, let first = run.first, let last = run.last else { return run }
      let range = JSON.array([.integer(first.channel), .integer(last.channel)])
      return [.object((first.withoutChannel.members ?? []) + [JSON.Member("channels", range)])]
    }
  }

  /// Neighbours that belong together, none of them empty.
  private func runs(while belongs: (JSON, JSON) -> Bool) -> [[JSON]] {
    var runs: [[JSON]] = []
    for entry in self {
      if let last = runs.last?.last, belongs(last, entry) {
        runs[runs.count - 1].append(entry)
      } else {
        runs.append([entry])
      }
    }
    return runs
  }
}

extension JSON {
  fileprivate var channel: Int64 { self["channel"]?.wholeNumber ?? 0 }

  fileprivate var withoutChannel: JSON {
    .object((members ?? []).filter { $0.name != "channel" })
  }
}
