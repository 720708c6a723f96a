import AMQPModel

/// What is wrong with a policy's `ha-` keys, which 3.10 has. Source: rabbit_mirror_queue_misc,
/// validate_policy; rabbit_mirror_queue_mode_all, _exactly and _nodes.
struct MirroringCheck {
  private let definition: FieldTable
  private let writesUnicode: Bool

  init(_ definition: FieldTable, writesUnicode: Bool) {
    self.definition = definition
    self.writesUnicode = writesUnicode
  }

  func problem() -> String? {
    guard let mode = self[.haMode] else {
      return "ha-mode must be specified to specify ha-params, ha-sync-mode or "
        + "ha-promote-on-shutdown"
    }
    guard let mode = mode.text, ["all", "exactly", "nodes"].contains(mode) else {
      return "\(term(mode)) is not a valid ha-mode value"
    }
    return problemWithParameters(of: mode) ?? problemWithSynchronisation() ?? promotionProblem()
  }

  private subscript(key: PolicyKey) -> FieldValue? { definition[key.rawValue] }

  private func term(_ value: FieldValue?) -> String {
    value.map { PrettyTerm($0, writesUnicode: writesUnicode).written(after: 0) } ?? "none"
  }

  private func problemWithParameters(of mode: String) -> String? {
    let parameters = self[.haParams]
    switch mode {
    case "all":
      return parameters.map { _ in "ha-mode=\"all\" does not take parameters" }
    case "exactly":
      if let number = parameters?.integer, number > 0 { return nil }
      return "ha-mode=\"exactly\" takes an integer, \(term(parameters)) given"
    default:
      guard case .array(let nodes) = parameters else {
        return "ha-mode=\"nodes\" takes a list, \(term(parameters)) given"
      }
      if nodes.isEmpty { return "ha-mode=\"nodes\" list must be non-empty" }
      let others = nodes.filter { $0.text == nil }
      if others.isEmpty { return nil }
      return "ha-mode=\"nodes\" takes a list of strings, \(term(.array(others))) was not a string"
    }
  }

  private func problemWithSynchronisation() -> String? {
    if let mode = self[.haSyncMode], !["automatic", "manual"].contains(mode.text) {
      return "ha-sync-mode must be \"manual\" or \"automatic\", got \(term(mode))"
    }
    if let size = self[.haSyncBatchSize], size.integer ?? 0 <= 0 {
      return "ha-sync-batch-size takes an integer greater than 0, \(term(size)) given"
    }
    return nil
  }

  private func promotionProblem() -> String? {
    for key in [PolicyKey.haPromoteOnShutdown, .haPromoteOnFailure] {
      guard let word = self[key], !["always", "when-synced"].contains(word.text) else { continue }
      return "\(key.rawValue) must be \"always\" or \"when-synced\", got \(term(word))"
    }
    return nil
  }
}
