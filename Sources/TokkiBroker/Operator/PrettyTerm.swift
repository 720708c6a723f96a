import AMQPModel

/// An Erlang term as `~p` writes it: over several lines where it is too long for one.
/// Source: Erlang's io_lib_pretty.
indirect enum PrettyTerm: Hashable, Sendable {
  /// What stands on one line in any case.
  case text(String)
  case list([PrettyTerm])
  case tuple([PrettyTerm])
  case map([PrettyTerm])

  /// A text that is a list to Erlang.
  static func string(_ text: String) -> PrettyTerm { .text(ErlangTerm.quoted(text)) }

  /// - Parameter column: how much stands before it on its line.
  func written(after column: Int) -> String {
    printed(Line(column: column + 1, lineLength: 80, limit: length), indent: column, after: 0)
  }

  private struct Line {
    var column: Int
    let lineLength: Int
    let limit: Int

    func moved(to column: Int) -> Line {
      Line(column: column, lineLength: lineLength, limit: limit)
    }
  }

  private var flat: String {
    switch self {
    case .text(let text): text
    case .list(let terms): "[" + terms.map(\.flat).joined(separator: ",") + "]"
    case .tuple(let terms): "{" + terms.map(\.flat).joined(separator: ",") + "}"
    case .map(let terms): "#{" + terms.map(\.flat).joined(separator: ",") + "}"
    }
  }

  private var length: Int { flat.unicodeScalars.count }

  private var isText: Bool {
    if case .text = self { true } else { false }
  }

  private func fits(_ line: Line, closing: Int, width: Int) -> Bool {
    length < line.lineLength - line.column - closing && length + width + closing <= line.limit
  }

  /// - Parameters:
  ///   - closing: how many brackets are to be closed right after it.
  ///   - width: how much the line has since its beginning.
  private func printed(_ line: Line, indent: Int, after closing: Int, width: Int = 0) -> String {
    if fits(line, closing: closing, width: width) { return flat }
    switch self {
    case .text(let text): return text
    case .list(let terms):
      return "[" + Self.printed(terms, line.moved(to: line.column + 1), indent + 1, closing, width)
        + "]"
    case .tuple(let terms):
      return "{" + Self.printed(terms, line.moved(to: line.column + 1), indent + 1, closing, width)
        + "}"
    case .map(let terms):
      return "#{" + Self.printed(terms, line.moved(to: line.column + 2), indent + 2, closing, width)
        + "}"
    }
  }

  private static func printed(
    _ terms: [PrettyTerm], _ line: Line, _ indent: Int, _ closing: Int, _ width: Int
  ) -> String {
    var text = ""
    var width = width + 1
    var column = line.column
    for (index, term) in terms.enumerated() {
      let last = index == terms.count - 1 ? closing + 1 : 0
      let length = term.length + 1
      let stays =
        last == 0
        ? length + 1 < line.lineLength - column && width + length + 1 <= line.limit
        : length < line.lineLength - column - last && width + length + last <= line.limit
      if index > 0 {
        text += ","
        if stays, term.isText {
          text += term.flat
          column += length
          width += length
          continue
        }
        text += "\n" + String(repeating: " ", count: indent)
        width = 0
      }
      let isPlain = term.isText && term.fits(line, closing: last, width: width)
      text += term.printed(line, indent: indent, after: last, width: width)
      let taken = isPlain ? term.length : line.lineLength
      column = line.column + taken
      width = index > 0 ? taken : width + taken
    }
    return text
  }
}

extension PrettyTerm {
  /// A value as RabbitMQ has it when it comes in JSON.
  init(_ value: FieldValue, writesUnicode: Bool) {
    switch value {
    case .boolean(let flag): self = .text(String(flag))
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .timestamp:
      self = .text(ErlangTerm(value).written(by: .byTerm))
    case .float, .double, .decimal: self = .text(ErlangTerm(value).written(by: .byTerm))
    case .longString, .byteArray:
      self = .text(ErlangTerm(value).written(by: writesUnicode ? .byTerm : .byValue))
    case .array(let values):
      self =
        Self.characters(values).map { Self.string($0) }
        ?? .list(values.map { PrettyTerm($0, writesUnicode: writesUnicode) })
    case .table(let table):
      self = .map(
        table.sortedByName.entries.map { entry in
          let name = ErlangTerm(.string(entry.name)).written(by: .byTerm)
          let value = PrettyTerm(entry.value, writesUnicode: writesUnicode).flat
          return .text("\(name) => \(value)")
        })
    case .void: self = .text("null")
    }
  }

  /// Numbers that Erlang takes for a text.
  private static func characters(_ values: [FieldValue]) -> String? {
    if values.isEmpty { return nil }
    var text = String.UnicodeScalarView()
    for value in values {
      guard let number = value.integer, let byte = UInt8(exactly: number),
        (32...126).contains(byte) || byte >= 160 || (8...13).contains(byte) || byte == 27
      else { return nil }
      text.append(Unicode.Scalar(byte))
    }
    return String(text)
  }
}
