import AMQPModel
import Foundation
import MethodJSON
import TokkiBroker

/// A scenario and what its recordings say, as far as coverage is concerned.
struct CoveredScenario {
  var name: String
  /// From the folder of COVERAGE.md.
  var file: String
  /// The methods that a client sends on purpose.
  var sent: Set<String> = []
  /// What stands in the steps besides: `argument x-expires`, `property priority`, `header CC`,
  /// `operator set_policy`, `step alarm`.
  var marks: Set<String> = []
  /// By version: what arrived.
  var heard: [String: Heard] = [:]

  /// What clients got from one version.
  struct Heard {
    var methods: Set<String> = []
    var refusals: [Refusal] = []
    /// Whether a socket was closed without `connection.close`.
    var isHungUp = false
  }

  /// A closed channel or connection, a returned or a refused message.
  struct Refusal: Hashable {
    var by: String
    var code: UInt16 = 0
    var text = ""
    /// The method that it objects to; empty where it names none.
    var method = ""
  }

  /// The file's name without `.json`.
  var concept: String {
    String(file.split(separator: "/").last.map { $0.dropLast(5) } ?? "")
  }
}

extension CoveredScenario {
  static let versions = Profile.all.map(\.name)

  /// Those of this folder, and those on the wire.
  static func all() throws -> [CoveredScenario] {
    try all(in: "") + all(in: "../WireTests/")
  }

  private static func all(in folder: String) throws -> [CoveredScenario] {
    let path = ConformanceFiles.folder.appending(path: folder + "Scenarios")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: path.path(percentEncoded: false)
    ).filter { $0.hasSuffix(".json") }.sorted()
    return try files.flatMap { file in
      let scenarios = try ConformanceFiles.read("\(folder)Scenarios/\(file)").items ?? []
      var covered = scenarios.map { CoveredScenario($0, file: "\(folder)Scenarios/\(file)") }
      for version in versions {
        let recordings = try ConformanceFiles.read("\(folder)Recordings/\(version)/\(file)").items
        for (index, recording) in (recordings ?? []).enumerated() {
          covered[index].heard[version] = Heard(recording["steps"] ?? .null)
        }
      }
      return covered
    }
  }

  private init(_ scenario: JSON, file: String) {
    self.file = file
    name = scenario["name"]?.text ?? ""
    for step in scenario["steps"]?.items ?? [] { take(step) }
  }

  private mutating func take(_ step: JSON) {
    if let method = step["send"]?.text { sent.insert(method) }
    if let command = step["operator"]?.text { marks.insert("operator \(command)") }
    for name in ["alarm", "restart", "close", "drop", "user"] where step[name] != nil {
      marks.insert("step \(name)")
    }
    for item in step["batch"]?.items ?? [] { take(item) }
    for item in step["send"]?.items ?? [] { takeWire(item) }
    note(step)
  }

  private mutating func takeWire(_ item: JSON) {
    for item in item["items"]?.items ?? [] { takeWire(item) }
    if case .string("heartbeat") = item { marks.insert("step heartbeat") }
    for member in item.members ?? [] where Method(name: member.name) != nil {
      sent.insert(member.name)
    }
  }

  /// Names in field tables and properties, wherever they stand.
  private mutating func note(_ step: JSON) {
    for member in step["arguments"]?["arguments"]?.members ?? [] {
      marks.insert("argument \(member.name)")
      if member.name == "x-queue-type" { marks.insert("queue type \(member.value.text ?? "")") }
    }
    for member in step["properties"]?.members ?? [] {
      marks.insert("property \(member.name)")
      if member.name != "headers" { continue }
      for header in member.value.members ?? [] { marks.insert("header \(header.name)") }
    }
    for name in ["queue", "routing-key", "type"] {
      if let value = step["arguments"]?[name]?.text { marks.insert("\(name) \(value)") }
    }
    for member in step["arguments"]?.members ?? [] where member.value == .boolean(true) {
      marks.insert("\(step["send"]?.text ?? "") \(member.name)")
    }
    if step["send"] == .string("queue.declare"), (step["arguments"]?["queue"]?.text ?? "").isEmpty {
      marks.insert("empty queue name")
    }
  }
}

extension CoveredScenario.Heard {
  fileprivate init(_ steps: JSON) {
    for arrival in steps.items?.flatMap({ $0.items ?? [] }) ?? [] { take(arrival) }
    isHungUp = isHungUp && !methods.contains("connection.close")
  }

  private mutating func take(_ arrival: JSON) {
    if arrival["closed"] != nil || arrival["method"] == .string("socket.closed") { isHungUp = true }
    guard let method = arrival["method"]?.text else { return }
    methods.insert(method)
    switch method {
    case "channel.close", "connection.close", "basic.return":
      let arguments = arrival["arguments"]
      func number(_ name: String) -> UInt16 {
        UInt16(clamping: arguments?[name]?.wholeNumber ?? 0)
      }
      let id = MethodID(classID: number("class-id"), methodID: number("method-id"))
      refusals.append(
        CoveredScenario.Refusal(
          by: method, code: number("reply-code"), text: arguments?["reply-text"]?.text ?? "",
          method: Method(id: id)?.name ?? ""))
    case "basic.nack":
      refusals.append(CoveredScenario.Refusal(by: method))
    default: break
    }
  }
}
