extension CommandForm {
  /// How the command is written: `get QUEUE [--auto-ack] [--no-ack] [as NAME]`.
  var usage: String {
    var parts = [name.rawValue]
    for parameter in parameters {
      switch parameter.presence {
      case .required, .expected: parts.append(parameter.name)
      case .optional: parts.append("[\(parameter.name)]")
      case .several, .rest: parts.append("[\(parameter.name)…]")
      }
    }
    let listed = options.filter(\.isListed)
    if listed.count > 2 {
      parts.append("[options]")
    } else {
      parts += listed.map { "[\($0.usage)]" }
    }
    if takesClient { parts.append("[as NAME]") }
    return parts.joined(separator: " ")
  }
}

extension OptionForm {
  /// `--prefetch N`.
  var usage: String { placeholder.map { "\(name.rawValue) \($0)" } ?? name.rawValue }
}
