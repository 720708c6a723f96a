/// The floor that each target stands on.
let floors = [
  "AMQPModel": 0, "CEditline": 0, "CLessons": 0,
  "AMQPProtocol": 1, "TokkiBroker": 1, "TokkiClient": 1, "TokkiLanguage": 1,
  "TokkiCode": 2, "TokkiSimulation": 2,
  "TokkiNIO": 3, "TokkiShell": 3,
  "TokkiLessons": 4,
  "TokkiREPL": 5,
  "tokki": 6, "tokki-bench": 6,
]

extension SwiftSource {
  /// A target imports only what stands on lower floors.
  var importsFromAbove: [Violation] {
    guard !isTest else { return [] }
    guard let floor = floors[module] else {
      return [violation(line: 1, "the target \(module) stands on no floor")]
    }
    return imports.compactMap { name, line in
      guard let other = floors[name], other >= floor else { return nil }
      return violation(line: line, "floor \(floor) imports \(name) of floor \(other)")
    }
  }

  /// Floors 0 to 2 know neither files nor threads nor sockets.
  var impureImports: [Violation] {
    guard !isTest, let floor = floors[module], floor <= 2 else { return [] }
    return imports.filter { name, _ in
      ["Foundation", "Dispatch", "NIO"].contains { name.hasPrefix($0) }
    }.map { violation(line: $0.line, "floor \(floor) imports \($0.name)") }
  }

  var imports: [(name: String, line: Int)] {
    tokens.indices.compactMap { index in
      guard tokens[index].text == "import", let next = at(index + 1) else { return nil }
      let isOfOneThing = Self.importKinds.contains(next.text) && at(index + 2)?.line == next.line
      guard let module = isOfOneThing ? at(index + 2) : next else { return nil }
      return (module.text, module.line)
    }
  }

  private static let importKinds: Set = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]
}
