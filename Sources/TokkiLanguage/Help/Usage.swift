extension CommandForm {
  /// How the command is written: `get QUEUE [--auto-ack] [--no-ack] [as NAME]`.
  var usage: String {
    ([name.rawValue] + usageParts(passed: 0, given: [])).joined(separator: " ")
  }

  /// What can follow so many parameters and these options, as the usage line has it.
  func usageParts(passed: Int, given: [OptionName]) -> [String] {
    var parts = parameters.dropFirst(passed).map(\.usage)
    let listed = options.filter { $0.isListed && ($0.isRepeatable || !given.contains($0.name)) }
    if listed.count > 2 {
      parts.append("[options]")
    } else {
      parts += listed.map { "[\($0.usage)]" }
    }
    if takesClient, !given.contains(.client) { parts.append("[as NAME]") }
    return parts
  }
}

extension ParameterForm {
  /// `QUEUE`, and `[QUEUE]` where it can be left out.
  fileprivate var usage: String {
    switch presence {
    case .required, .expected: name
    case .optional: "[\(name)]"
    case .several, .rest: "[\(name)…]"
    }
  }
}

extension OptionForm {
  /// `--prefetch N`.
  var usage: String { placeholder.map { "\(name.rawValue) \($0)" } ?? name.rawValue }
}
