extension SwiftSource {
  /// The cases of each enum that is declared in this file.
  var enumCases: [Set<String>] {
    tokens.indices.compactMap { index in
      guard tokens[index].text == "enum", at(index + 1)?.isWord == true,
        let open = tokens[index...].firstIndex(where: { $0.text == "{" })
      else { return nil }
      return declaredCases(inBlockAt: open)
    }
  }

  private func declaredCases(inBlockAt open: Int) -> Set<String> {
    var names: Set<String> = []
    var isInCase = false
    for (index, depth) in depths(inBlockAt: open) where depth == 1 {
      let token = tokens[index]
      if token.text == "case" {
        isInCase = true
      } else if token.isWord, isInCase, ["case", ","].contains(at(index - 1)?.text ?? "") {
        names.insert(token.text)
      } else if token.text == "}" || Self.declarations.contains(token.text) {
        isInCase = false
      }
    }
    return names
  }

  private static let declarations: Set = [
    "func", "var", "let", "init", "static", "public", "package", "private", "indirect", "struct",
    "enum", "typealias", "@",
  ]

  /// A switch over our own cases names each of them, so that a new case is a compiler's error. Not
  /// so for an enum of more than 20, such as AMQP's methods: the names of all those that a place
  /// leaves alone would hide the few that it is about.
  func defaultsOverOwnEnums(_ enums: [Set<String>]) -> [Violation] {
    tokens.indices.compactMap { index in
      guard tokens[index].text == "switch", at(index - 1)?.text != ".",
        let open = openingBrace(after: index)
      else { return nil }
      let (patterns, line) = patterns(inBlockAt: open)
      guard let line, !patterns.isEmpty, let names = Self.allNames(patterns),
        Self.isOfSmallEnum(names, enums)
      else { return nil }
      return violation(line: line, "a switch over our own cases does not name them all")
    }
  }

  private static func isOfSmallEnum(_ names: Set<String>, _ enums: [Set<String>]) -> Bool {
    let fitting = enums.filter { names.isSubset(of: $0) }
    return !fitting.isEmpty && fitting.allSatisfy { $0.count <= 20 }
  }

  private static func allNames(_ patterns: [String?]) -> Set<String>? {
    let names = patterns.compactMap { $0 }
    return names.count == patterns.count ? Set(names) : nil
  }

  /// The case that each pattern names, nil for another pattern; and where all others are caught.
  private func patterns(inBlockAt open: Int) -> (names: [String?], catchAll: Int?) {
    var names: [String?] = []
    var catchAll: Int?
    var isInPattern = false
    for (index, depth) in depths(inBlockAt: open) where depth == 1 {
      let (text, next) = (tokens[index].text, at(index + 1)?.text)
      if text == "default", next == ":", at(index - 1)?.text != "unknown" {
        catchAll = tokens[index].line
      } else if text == "case", next == "_", at(index + 2)?.text == ":" {
        catchAll = tokens[index].line
      } else if (text == "case" && !isCondition(at: index)) || (text == "," && isInPattern) {
        isInPattern = true
        names.append(caseName(at: index + 1))
      } else if text == ":" || text == "where" {
        isInPattern = false
      }
    }
    return (names, catchAll)
  }

  /// `if case`, and the like inside what a case does.
  private func isCondition(at index: Int) -> Bool {
    ["if", "guard", "while", "for", ","].contains(at(index - 1)?.text ?? "")
  }

  /// The name in `.name`, `let .name`, `Type.name`.
  private func caseName(at index: Int) -> String? {
    var index = index
    while let word = at(index)?.text, word == "let" || word == "var" { index += 1 }
    if at(index)?.isWord == true, at(index + 1)?.text == "." { index += 1 }
    guard at(index)?.text == ".", let name = at(index + 1), name.isWord else { return nil }
    return name.text
  }

  private func openingBrace(after index: Int) -> Int? {
    var depth = 0
    for next in tokens.indices[(index + 1)...] {
      switch tokens[next].text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return next
      default: break
      }
    }
    return nil
  }

  /// The tokens of a block, and in how many brackets of any kind each stands; the block's own
  /// brace is the first.
  private func depths(inBlockAt open: Int) -> [(index: Int, depth: Int)] {
    var result: [(Int, Int)] = []
    var depth = 0
    for index in open...end(ofBlockAt: open) {
      if [")", "]", "}"].contains(tokens[index].text) { depth -= 1 }
      result.append((index, depth))
      if ["(", "[", "{"].contains(tokens[index].text) { depth += 1 }
    }
    return result
  }
}
