/// The names in a module that stand for dictionaries and sets.
struct UnorderedNames {
  private struct Declaration {
    var index: Int
    var isUnordered: Bool
  }

  /// By path and name, in the order of the file.
  private var declarations: [String: [String: [Declaration]]] = [:]
  /// Whether every declaration of the name in the module is unordered.
  private var isUnorderedEverywhere: [String: Bool] = [:]

  init(_ sources: [SwiftSource]) {
    for source in sources {
      for index in source.tokens.indices {
        guard let declared = source.declaration(at: index) else { continue }
        declarations[source.path, default: [:]][declared.name, default: []].append(
          Declaration(index: index, isUnordered: declared.isUnordered))
        isUnorderedEverywhere[declared.name, default: true] =
          isUnorderedEverywhere[declared.name, default: true] && declared.isUnordered
      }
    }
  }

  /// Whether the name at the index is one of them: as the last declaration before it says, or else
  /// all declarations in the module.
  func holds(_ name: String, at index: Int, of source: SwiftSource) -> Bool {
    let here = declarations[source.path]?[name] ?? []
    if let last = here.last(where: { $0.index <= index }) { return last.isUnordered }
    return here.isEmpty
      ? isUnorderedEverywhere[name] ?? false : here.allSatisfy(\.isUnordered)
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
    guard isUnordered || isBinding || Self.startsType(type.text) else { return nil }
    return (tokens[index].text, isUnordered)
  }

  private static func startsType(_ text: String) -> Bool {
    text.first?.isUppercase == true || ["[", "some", "any", "inout"].contains(text)
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
      guard tokens[index].isWord, names.holds(tokens[index].text, at: index, of: self),
        !isMemberOfType(index)
      else { return false }
      return isLoopedOver(index) || isWalked(index) || isMadeAnArray(index)
    }
  }

  /// `Type.name` is another than a name declared here.
  private func isMemberOfType(_ index: Int) -> Bool {
    guard at(index - 1)?.text == ".", let owner = at(index - 2), owner.text != "Self" else {
      return false
    }
    return owner.text.first?.isUppercase == true
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
    if Self.orderless.contains(memberAfterCall(at: index + 3) ?? "") { return false }
    switch member {
    case "keys", "values", "map", "flatMap", "compactMap", "forEach", "reduce", "first",
      "enumerated", "prefix",
      "joined", "popFirst", "removeFirst", "randomElement":
      return true
    default: return false
    }
  }

  /// The member of what `(…)`, `{…}` or nothing at the index gives: `sorted` in `(a).sorted()`.
  private func memberAfterCall(at index: Int) -> String? {
    var (next, depth) = (index, 0)
    while let text = at(next)?.text {
      switch text {
      case "(", "{", "[": depth += 1
      case ")", "}", "]": depth -= 1
      case "." where depth == 0: return at(next + 1)?.text
      default: break
      }
      guard depth > 0 || [")", "}"].contains(text) else { return nil }
      next += 1
    }
    return nil
  }

  private static let orderless: Set = ["sorted", "contains", "count", "isEmpty", "allSatisfy"]

  private func isMadeAnArray(_ index: Int) -> Bool {
    at(index - 1)?.text == "(" && at(index - 2)?.text == "Array" && at(index + 1)?.text == ")"
  }
}
