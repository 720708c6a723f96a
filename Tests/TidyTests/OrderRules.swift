/// The names in a module that stand for dictionaries and sets.
struct UnorderedNames {
  /// By file, since a name can mean something else in another.
  private var unordered: [String: Set<String>] = [:]
  private var others: Set<String> = []

  init(_ sources: [SwiftSource]) {
    for source in sources {
      for index in source.tokens.indices {
        guard let declared = source.declaration(at: index) else { continue }
        if declared.isUnordered {
          unordered[source.path, default: []].insert(declared.name)
        } else {
          others.insert(declared.name)
        }
      }
    }
  }

  func holds(_ name: String, in source: SwiftSource) -> Bool {
    if unordered[source.path]?.contains(name) == true { return true }
    return !others.contains(name) && unordered.values.contains { $0.contains(name) }
  }
}

extension SwiftSource {
  /// `name: Type` or `let name = value`, and whether it is a dictionary or a set.
  func declaration(at index: Int) -> (name: String, isUnordered: Bool)? {
    guard tokens[index].isWord, let sign = at(index + 1)?.text, let type = at(index + 2) else {
      return nil
    }
    let isBinding = ["let", "var"].contains(at(index - 1)?.text ?? "")
    guard sign == ":" || (sign == "=" && isBinding) else { return nil }
    let isNamed = ["Dictionary", "Set"].contains(type.text) && at(index + 3)?.text != "."
    let isUnordered = isNamed || (type.text == "[" && isDictionary(at: index + 2))
    guard isUnordered || isBinding else { return nil }
    return (tokens[index].text, isUnordered)
  }

  /// Whether a colon stands directly in the brackets that open at the index.
  private func isDictionary(at index: Int) -> Bool {
    var depth = 0
    for token in tokens[index...] {
      switch token.text {
      case "[", "(", "{": depth += 1
      case "]", ")", "}":
        depth -= 1
        if depth == 0 { return false }
      case ":" where depth == 1: return true
      default: break
      }
    }
    return false
  }

  /// Nothing that anyone can observe depends on the order of a dictionary or a set.
  func unorderedIterations(_ names: UnorderedNames) -> [Violation] {
    guard !isTest, let floor = floors[module], floor <= 2 else { return [] }
    return matches("an iteration in no order") { index in
      guard tokens[index].isWord, names.holds(tokens[index].text, in: self) else { return false }
      return isLoopedOver(index) || isWalked(index) || isMadeAnArray(index)
    }
  }

  /// `for x in a.b.name {`
  private func isLoopedOver(_ index: Int) -> Bool {
    guard let next = at(index + 1)?.text, next == "{" || next == "where" else { return false }
    var start = index
    while at(start - 1)?.text == ".", at(start - 2)?.isWord == true { start -= 2 }
    guard at(start - 1)?.text == "in" else { return false }
    return tokens[..<start].last { $0.text == "for" || $0.text == "{" }?.text == "for"
  }

  /// `name.map`, and `name.keys` unless its order is given or does not matter.
  private func isWalked(_ index: Int) -> Bool {
    guard at(index + 1)?.text == ".", let member = at(index + 2)?.text else { return false }
    switch member {
    case "keys", "values":
      return !(at(index + 3)?.text == "." && Self.orderless.contains(at(index + 4)?.text ?? ""))
    case "map", "flatMap", "compactMap", "forEach", "reduce", "first", "enumerated", "prefix",
      "joined", "popFirst", "removeFirst", "randomElement":
      return true
    default: return false
    }
  }

  private static let orderless: Set = ["sorted", "contains", "count", "isEmpty", "allSatisfy"]

  private func isMadeAnArray(_ index: Int) -> Bool {
    at(index - 1)?.text == "(" && at(index - 2)?.text == "Array" && at(index + 1)?.text == ")"
  }
}
