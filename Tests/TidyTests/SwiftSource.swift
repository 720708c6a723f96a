import FoundationEssentials

/// A Swift file as the rules read it: its lines, and its tokens without comments and without what
/// stands in string literals.
struct SwiftSource: Sendable {
  let path: String
  let lines: [Substring]
  let tokens: [Token]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    tokens = Token.tokens(in: SwiftCode(text).bytes)
  }

  /// The folder below `Sources` or `Tests`: the module's name.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  var isTest: Bool { path.hasPrefix("Tests/") }

  var fileName: String {
    let name = path.split(separator: "/").last ?? ""
    return name.hasSuffix(".swift") ? String(name.dropLast(6)) : String(name)
  }

  func violation(line: Int, _ rule: String) -> Violation {
    Violation(place: "\(path):\(line)", rule: rule)
  }
}

/// A rule that was broken, and where.
struct Violation: Hashable, Sendable, CustomStringConvertible {
  var place: String
  var rule: String
  var description: String { "\(place): \(rule)" }
}

/// A word, a number, or a single sign.
struct Token: Equatable, Sendable {
  let text: String
  let line: Int
  /// Whether white space stands before it.
  let isApart: Bool

  var isWord: Bool { text.utf8.first.map(Token.isWordByte) ?? false }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"), 0x80...:
      true
    default: false
    }
  }

  static func tokens(in code: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var (index, line, isApart) = (0, 1, true)
    while index < code.count {
      let byte = code[index]
      guard byte > 0x20 else {
        if byte == 0x0A { line += 1 }
        isApart = true
        index += 1
        continue
      }
      var end = index + 1
      if isWordByte(byte) {
        while end < code.count, isWordByte(code[end]) { end += 1 }
      }
      let text = String(decoding: code[index..<end], as: UTF8.self)
      tokens.append(Token(text: text, line: line, isApart: isApart))
      isApart = false
      index = end
    }
    return tokens
  }
}

/// The sources of this package.
enum SourceTree {
  static let root: String = {
    let file = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return file.dropLast(3).joined(separator: "/")
  }()

  /// Every Swift file below `Sources` and `Tests`, in the order of their paths.
  static let swiftFiles: [SwiftSource] = (paths(below: "Sources") + paths(below: "Tests"))
    .filter { $0.hasSuffix(".swift") }
    .map { SwiftSource(path: $0, text: text(of: $0)) }

  static func paths(below folder: String) -> [String] {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
    return (names ?? []).sorted().map { folder + "/" + $0 }
  }

  static func text(of path: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: root + "/" + path) ?? Data(), as: UTF8.self)
  }

  static let topLevel: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: root).sorted()) ?? []
}
