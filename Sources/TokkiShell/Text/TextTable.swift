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
    let widths = columns.indices.map { index in
      ([titles] + rows).reduce(0) { widest, row in
        index < row.count ? max(widest, row[index].width) : widest
      }
    }
    let rule = widths.map { StyledLine(String(repeating: style.glyphs.rule, count: $0), .quiet) }
    return ([titles, rule] + rows).map { line($0, widths) }
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
