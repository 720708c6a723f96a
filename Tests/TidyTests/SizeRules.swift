extension SwiftSource {
  /// A file stays under 400 lines.
  var tooManyLines: [Violation] {
    let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    return count < 400 ? [] : [violation(line: count, "a file of 400 lines or more")]
  }

  /// A line stays within 100 columns.
  var longLines: [Violation] {
    lines.enumerated().filter { $0.element.utf8.count > 100 && $0.element.count > 100 }.map {
      violation(line: $0.offset + 1, "a line of more than 100 columns")
    }
  }

  /// A function stays under 70 lines, and so does what computes a property. A table may be longer.
  var longFunctions: [Violation] {
    tokens.indices.compactMap { index in
      guard let body = body(declaredAt: index), !isTable(body) else { return nil }
      let length = tokens[body.upperBound].line - tokens[index].line + 1
      return length < 70
        ? nil : violation(line: tokens[index].line, "a function of \(length) lines, 70 or more")
    }
  }

  /// Whether the body is a single switch of short cases: a row for each of the methods of AMQP.
  private func isTable(_ body: ClosedRange<Int>) -> Bool {
    guard at(body.lowerBound + 1)?.text == "switch",
      let open = tokens[body].dropFirst().firstIndex(where: { $0.text == "{" }),
      end(ofBlockAt: open) == body.upperBound - 1
    else { return false }
    let cases = tokens[body].filter { $0.text == "case" }.count
    return tokens[body.upperBound].line - tokens[body.lowerBound].line <= 4 * cases + 4
  }

  /// From brace to brace, the body of the function or property whose keyword stands at the index.
  private func body(declaredAt index: Int) -> ClosedRange<Int>? {
    guard Self.bodied.contains(tokens[index].text), index == 0 || tokens[index - 1].text != "."
    else { return nil }
    let isProperty = tokens[index].text == "var"
    var depth = 0
    for next in tokens.indices[(index + 1)...] {
      switch tokens[next].text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return next...end(ofBlockAt: next)
      case "}" where depth <= 0: return nil
      case "=" where isProperty && depth == 0: return nil
      case let word where depth == 0 && Self.boundaries.contains(word): return nil
      default: break
      }
      if depth < 0 { return nil }
    }
    return nil
  }

  private static let bodied: Set = ["func", "init", "deinit", "subscript", "var"]
  private static let boundaries: Set = [
    "func", "init", "deinit", "subscript", "var", "let", "case", "struct", "class", "enum",
    "extension", "protocol", "if", "for", "while", "switch", "guard", "do", "return", "repeat",
    "defer",
  ]

  /// Where the block ends whose opening brace stands at the index.
  func end(ofBlockAt index: Int) -> Int {
    var depth = 0
    for next in tokens.indices[index...] {
      switch tokens[next].text {
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth == 0 { return next }
      default: break
      }
    }
    return tokens.count - 1
  }
}
