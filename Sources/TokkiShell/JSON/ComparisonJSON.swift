extension ComparisonReport {
  /// As a part of an outcome, or alone for a file.
  public var json: JSONValue {
    .part(
      "comparison",
      [
        "broker": .string(broker), "equal": .boolean(isEqual), "lines": .count(lineCount),
        "differences": .array(differences.map(\.json)),
        "omissions": .array(omissions.map(\.json)),
        "leftBehind": leftBehind.isEmpty ? nil : .array(leftBehind.map(JSONValue.string)),
      ])
  }
}

extension ComparisonReport.Difference {
  fileprivate var json: JSONValue {
    .object([
      "number": .count(line.number), "line": .string(line.text),
      "subject": .string(Renderer().matter(matter).text),
      "simulated": simulated.map(JSONValue.string), "real": real.map(JSONValue.string),
    ])
  }
}

extension ComparisonReport.Omission {
  fileprivate var json: JSONValue {
    var milliseconds: Int64?
    let word: String
    switch reason {
    case .simulatorOnly: word = "simulatorOnly"
    case .tooLong(let time): (word, milliseconds) = ("tooLong", time)
    case .access: word = "access"
    case .names: word = "names"
    case .untold: word = "untold"
    }
    return .object([
      "number": .count(line.number), "line": .string(line.text), "reason": .string(word),
      "time": milliseconds.map(JSONValue.integer),
    ])
  }
}
