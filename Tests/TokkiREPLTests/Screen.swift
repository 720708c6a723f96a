import CEditline

@testable import TokkiREPL

/// What a terminal shows: as much of one as libedit and Tokki need. Whatever else a program sends
/// is kept in `strange`.
struct Screen {
  private(set) var strange: [String] = []
  private(set) var sequenceCount = 0
  private(set) var colourCount = 0
  /// Whether the terminal is to put pasted text in brackets.
  private(set) var tellsPastes = false
  private var rows: [[String]] = [[]]
  private var row = 0
  private var column = 0
  private var columns: Int
  private var inserts = false
  private var sequence = ""
  private var decoder = KeyDecoder()

  init(columns: Int) { self.columns = columns }

  /// The lines stay where they are, as in a terminal that does not wrap them anew.
  mutating func resize(columns: Int) { self.columns = columns }

  var lines: [String] { rows.map(Self.text) }

  var cursorLine: String { Self.text(rows[row]) }

  /// The text on the cursor's line up to the cursor.
  var beforeCursor: String { rows[row].prefix(column).joined() }

  private static func text(_ cells: [String]) -> String {
    var text = cells.joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      for scalar in decoder.decode(byte) { take(scalar) }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    guard sequence.isEmpty else { return takeInSequence(scalar) }
    switch scalar {
    case "\u{1B}": sequence = "\u{1B}"
    case "\r": column = 0
    case "\n": nextRow()
    case "\u{8}": column = max(0, min(column, columns) - 1)
    case "\u{7}": break
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}": strange.append("U+\(String(scalar.value, radix: 16))")
    default: show(scalar)
    }
  }

  /// A wide character fills its second cell with nothing.
  private mutating func show(_ scalar: Unicode.Scalar) {
    let width = max(1, Int(tokki_cells(scalar.value)))
    if column + width > columns {
      nextRow()
      column = 0
    }
    if inserts { rows[row].insert(contentsOf: blanks(width), at: min(column, rows[row].count)) }
    fill(to: column + width)
    rows[row][column] = String(Character(scalar))
    if width == 2 { rows[row][column + 1] = "" }
    column += width
  }

  private func blanks(_ count: Int) -> [String] { Array(repeating: " ", count: count) }

  private mutating func fill(to count: Int) {
    if rows[row].count < count { rows[row] += blanks(count - rows[row].count) }
  }

  private mutating func nextRow() {
    row += 1
    if row == rows.count { rows.append([]) }
  }

  private mutating func takeInSequence(_ scalar: Unicode.Scalar) {
    sequence.unicodeScalars.append(scalar)
    guard sequence != "\u{1B}[", !("0"..."9").contains(scalar), scalar != ";", scalar != "?" else {
      return
    }
    let parameters = sequence.dropFirst(2).dropLast()
    sequenceCount += 1
    if scalar == "m", sequence != "\u{1B}[0m", sequence != "\u{1B}[m" { colourCount += 1 }
    obey(scalar, count: Int(parameters), parameters: String(parameters))
    sequence = ""
  }

  private mutating func obey(_ final: Unicode.Scalar, count: Int?, parameters: String) {
    switch final {
    case "A": row = max(0, row - (count ?? 1))
    case "B": for _ in 0..<(count ?? 1) { nextRow() }
    case "C": column = min(columns - 1, column + (count ?? 1))
    case "D": column = max(0, min(column, columns) - (count ?? 1))
    case "H" where parameters.isEmpty: (row, column) = (0, 0)
    case "G": column = max(0, min(columns, count ?? 1) - 1)
    case "K" where (count ?? 0) == 0: rows[row] = Array(rows[row].prefix(column))
    case "J" where (count ?? 0) == 0:
      rows[row] = Array(rows[row].prefix(column))
      rows.removeLast(rows.count - row - 1)
    case "P":
      let end = min(rows[row].count, column + (count ?? 1))
      if column < end { rows[row].removeSubrange(column..<end) }
    case "@":
      fill(to: column)
      rows[row].insert(contentsOf: blanks(count ?? 1), at: column)
    case "h" where parameters == "?2004": tellsPastes = true
    case "l" where parameters == "?2004": tellsPastes = false
    case "h" where parameters == "4": inserts = true
    case "l" where parameters == "4": inserts = false
    case "m" where parameters.allSatisfy({ $0.isNumber || $0 == ";" }): break
    default: strange.append(sequence)
    }
  }
}
