import TokkiLanguage

extension Topology {
  /// The text that a program draws, in English.
  func json(as format: DiagramFormat) -> JSONValue {
    let lines = Renderer().diagram(self, as: format)
    return .part(
      "diagram",
      [
        "format": .string(format.rawValue),
        "text": .string(lines.map(\.text).joined(separator: "\n") + "\n"),
        "source": source.map { .string($0.rawValue) },
      ])
  }
}
