/// A table with aligned columns: numbers to the right, all else to the left.
struct TextTable {
  struct Column {
    var title: String
    var isNumber = false
  }

  var columns: [Column]
  var rows: [[StyledLine]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// The lines of the table, the titles first. Without colour a rule sets the titles apart.
  func lines(_ style: Style) -> [StyledLine] {
    let titles = columns.map { StyledLine($0.title, .heading) }
    let widths = fitted(
      columns.indices.map { index in
        ([titles] + rows).reduce(0) { widest, row in
          index < row.count ? max(widest, row[index].width) : widest
        }
      }, to: style.width)
    let rule = widths.map { StyledLine(String(repeating: style.glyphs.rule, count: $0), .quiet) }
    return ([titles, rule] + rows).map { row in
      line(zip(row, widths).map { $0.shortened(to: $1, style.glyphs) }, widths)
    }
  }

  /// The widths made smaller, the widest texts first, until a line fits; the first column, which
  /// says what a row is about, stays as long as it can.
  private func fitted(_ widths: [Int], to cells: Int) -> [Int] {
    var widths = widths
    let gaps = 2 * max(0, widths.count - 1)
    while widths.reduce(gaps, +) > cells {
      let others = widths.indices.dropFirst().filter { !columns[$0].isNumber }
      let widest = others.max { widths[$0] < widths[$1] }
      if let widest, widths[widest] > 12 {
        widths[widest] -= 1
      } else if let first = widths.first, first > 12, !columns[0].isNumber {
        widths[0] -= 1
      } else {
        break
      }
    }
    return widths
  }

  private func line(_ cells: [StyledLine], _ widths: [Int]) -> StyledLine {
    var result = StyledLine()
    for (index, cell) in cells.enumerated() where index < widths.count {
      if index > 0 { result += "  " }
      if columns[index].isNumber {
        result += cell.rightAligned(to: widths[index])
      } else {
        result += index == cells.count - 1 ? cell : cell.padded(to: widths[index])
      }
    }
    return result
  }
}
