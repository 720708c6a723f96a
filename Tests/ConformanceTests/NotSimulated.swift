import MethodJSON

/// A scenario that the simulated broker is known to answer otherwise, and why. They are listed in
/// `not-simulated.json`, and each has to be struck out as soon as it is simulated.
struct NotSimulated: Sendable {
  var concept: String
  var name: String
  /// For these versions only.
  var versions: [String]
  var reason: String

  func covers(_ version: String, _ concept: String, _ name: String) -> Bool {
    self.concept == concept && self.name == name && versions.contains(version)
  }

  static func all(in file: String = "not-simulated.json") throws -> [NotSimulated] {
    try (ConformanceFiles.read(file).items ?? []).map { entry in
      guard let concept = entry["concept"]?.text, let name = entry["name"]?.text,
        let versions = entry["versions"]?.items?.compactMap(\.text),
        let reason = entry["reason"]?.text
      else { throw NotAsWritten(description: "a concept, a name, versions and a reason: \(entry)") }
      return NotSimulated(concept: concept, name: name, versions: versions, reason: reason)
    }
  }
}
