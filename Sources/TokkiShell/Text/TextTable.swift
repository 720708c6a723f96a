/// A table with aligned columns: numbers to the right, all else to the left.
struct TextTable {
  struct Column {
    var title: String
    var isNumber = false
  }

  var columns: [Column]
  var rows: [[StyledLine]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// The cells of each column's widest text.
  private var widest: [Int] {
    columns.indices.map { index in
      rows.reduce(StyledLine(columns[index].title).width) { widest, row in
        index < row.count ? max(widest, row[index].width) : widest
      }
    }
  }

  /// The cells of a line of which nothing is cut.
  var width: Int { widest.reduce(2 * max(0, columns.count - 1), +) }

  /// The lines of the table, the titles first. Without colour a rule sets the titles apart.
  func lines(_ style: Style) -> [StyledLine] {
    let titles = columns.map { StyledLine($0.title, .heading) }
    let widths = fitted(widest, to: style.width)
    let rule = widths.map { StyledLine(String(repeating: style.glyphs.rule, count: $0), .quiet) }
    let isFitting = widths.reduce(2 * max(0, widths.count - 1), +) <= style.width
    guard isFitting || rows.isEmpty else { return list(style) }
    return ([titles, rule] + rows).map { row in
      line(zip(row, widths).map { $0.shortened(to: $1, style.glyphs) }, widths)
    }
  }

  /// Each row as lines of its own, on a screen where no line of the table fits.
  private func list(_ style: Style) -> [StyledLine] {
    rows.enumerated().flatMap { number, row in
      (number == 0 ? [] : [StyledLine()])
        + zip(columns, row).filter { !$1.isEmpty }.flatMap { column, cell in
          ((column.title.isEmpty ? "" : StyledLine(column.title, .heading) + ": ") + cell)
            .wrapped(to: style.width)
        }
    }
  }

  /// The widths made smaller until a line fits, the widest texts first, twelve cells being left
  /// of each as long as that suffices. The first column says what a row is about: it is cut last.
  private func fitted(_ widths: [Int], to cells: Int) -> [Int] {
    var widths = widths
    let gaps = 2 * max(0, widths.count - 1)
    for least in [12, 6] {
      while widths.reduce(gaps, +) > cells, let column = widestText(widths, over: least) {
        widths[column] -= 1
      }
    }
    return widths
  }

  private func widestText(_ widths: [Int], over least: Int) -> Int? {
    let texts = widths.indices.filter { !columns[$0].isNumber && widths[$0] > least }
    return texts.dropFirst(texts.first == 0 ? 1 : 0).max { widths[$0] < widths[$1] }
      ?? texts.first
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
