import CEditline

/// Where libedit puts a prompt and a line on the screen, cell by cell as it does itself.
struct LineLayout {
  /// Rows below the one that the prompt starts in.
  private(set) var row = 0
  /// The cell in the row that the next character stands in.
  private(set) var column = 0
  let columns: Int

  init(columns: Int) { self.columns = max(columns, 2) }

  mutating func put(_ text: some Sequence<Unicode.Scalar>) {
    for scalar in text { put(scalar) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n":
      row += 1
      column = 0
    case "\t":
      repeat { advance(1) } while column % 8 != 0
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}":
      // Shown as ^C.
      advance(1)
      advance(1)
    default:
      let cells = Int(tokki_cells(scalar.value))
      guard cells < 0 else { return advance(cells) }
      // Shown as \U+1F430.
      for _ in 0..<(scalar.value > 0xFFFF ? 8 : 7) { advance(1) }
    }
  }

  /// A wide character that does not fit at the right edge stands in the next row.
  private mutating func advance(_ cells: Int) {
    if column + cells > columns { nextRow() }
    column += cells
    if column >= columns { nextRow() }
  }

  private mutating func nextRow() {
    row += 1
    column = 0
  }
}
