/// A line of cells that is written to at places; a wide character takes two of them.
struct ChartRow {
  private var cells: [(text: String, ink: Ink)]

  init(cells: Int) { self.cells = Array(repeating: (" ", .plain), count: max(0, cells)) }

  /// Writes the text from that cell on, as far as it fits before the end.
  mutating func put(_ text: String, at place: Int, before end: Int = .max, _ ink: Ink = .plain) {
    var place = max(0, place)
    let end = min(end, cells.count)
    for character in VisibleText.escaped(text) {
      let width = DisplayWidth.of(character)
      if width == 0 { continue }
      guard place + width <= end else { return }
      cells[place] = (String(character), ink)
      for next in 1..<max(1, width) where place + next < cells.count {
        cells[place + next] = ("", ink)
      }
      place += width
    }
  }

  /// Fills cells with a sign of one cell.
  mutating func fill(_ range: Range<Int>, with sign: String, _ ink: Ink = .plain) {
    for place in range.clamped(to: 0..<cells.count) { cells[place] = (sign, ink) }
  }

  /// Without the spaces at its end.
  var line: StyledLine {
    var line = StyledLine()
    let end = (cells.lastIndex { $0.text != " " } ?? -1) + 1
    for cell in cells[..<end] { line += StyledLine(cell.text, cell.ink) }
    return line
  }
}
