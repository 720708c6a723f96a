/// One file of the lessons, as it was found: embedded, or in a folder.
public struct LessonFile: Hashable, Sendable {
  /// From the lessons' folder: `01-hello-world/en.md`.
  public var path: String
  public var bytes: [UInt8]
  /// As it can be opened from where one stands: `./my-lesson/en.md`.
  public var place: String

  /// - Parameter place: nil is the path.
  public init(path: String, bytes: [UInt8], place: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.place = place ?? path
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The folder, which is the lesson's id; the whole path where the file stands in none.
  var lessonID: String { String(path.prefix { $0 != "/" }) }

  /// What follows the folder.
  var name: String { String(path.dropFirst(lessonID.count).drop { $0 == "/" }) }

  /// The first line, from 1, that is no UTF-8.
  var brokenLine: Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  /// Its lines without their ends; bytes that are no UTF-8 become U+FFFD.
  var lines: [SourceLine] {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    return rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().map { index, line in
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        return SourceLine(text: String(decoding: line, as: UTF8.self), number: index + 1)
      }
  }
}

/// A key as goals, steps and mistakes have it: lower-case ASCII letters, digits, hyphens.
func isKey(_ text: some StringProtocol) -> Bool {
  guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
  else { return false }
  return text.utf8.allSatisfy { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
}

/// The text without the spaces and tabs around it.
func trimmed(_ text: some StringProtocol) -> String {
  func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
  var rest = text[...]
  while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
  return String(rest.drop(while: isBlank))
}
