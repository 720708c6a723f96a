import MethodJSON

/// Writes a scenario as the scenario files have it, one step on a line.
enum ScenarioText {
  static func text(name: String, steps: [JSON]) -> String {
    let lines = steps.map { "   " + text(inOrder($0)) }.joined(separator: ",\n")
    return " {\"name\": \(text(.string(name))),\n  \"steps\": [\n\(lines)\n ]}"
  }

  /// Who, where and what come first.
  private static func inOrder(_ step: JSON) -> JSON {
    let first = ["client", "channel", "send", "arguments", "properties"]
    let members = step.members ?? []
    let leading = first.compactMap { name in members.first { $0.name == name } }
    return .object(leading + members.filter { !first.contains($0.name) })
  }

  private static func text(_ json: JSON) -> String {
    switch json {
    case .null, .boolean, .integer, .number: json.description
    case .string(let text): quoted(text)
    case .array(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(quoted($0.name)): \(text($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
