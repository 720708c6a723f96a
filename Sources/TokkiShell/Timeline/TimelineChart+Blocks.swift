/// The blocks of a chart, and their names.
extension TimelineChart {
  func draw(_ block: ChartBlocks.Block, _ blocks: ChartBlocks, _ row: inout ChartRow) {
    let cells = block.cells
    let ends = signs.several(block.deliveries.compactMap(blocks.sign))
    let name = { room in names(block).first { DisplayWidth.of($0) <= room } ?? "" }
    if block.isInstant || cells.count == 1 {
      let text = name(cells.count - max(1, ends.count))
      row.put(text, at: cells.lowerBound)
      put(
        ends.isEmpty ? [(signs.work, .plain)] : ends,
        at: cells.lowerBound + DisplayWidth.of(text), &row)
      return
    }
    var inner = cells.lowerBound..<max(cells.lowerBound, cells.upperBound - ends.count)
    put(ends, at: inner.upperBound, &row)
    row.fill(inner, with: signs.work, .body)
    if let number = block.number, number < 10, inner.count == 1 {
      // In two cells there is room for the message, or for the sign of its beginning.
      row.put(String(number), at: inner.lowerBound)
      return
    }
    // How many a crowd is goes before the sign of its beginning.
    if block.deliveries.count == 1 || inner.count > DisplayWidth.of(count(block)) {
      if block.from >= blocks.scale.from { row.put(signs.begin, at: inner.lowerBound, .body) }
      inner = min(inner.lowerBound + 1, inner.upperBound)..<inner.upperBound
    }
    let text = name(inner.count)
    let rest = inner.count - DisplayWidth.of(text)
    row.put(rest > 1 && !text.isEmpty ? text + " " : text, at: inner.lowerBound)
  }

  private func put(_ signs: [(sign: String, ink: Ink)], at place: Int, _ row: inout ChartRow) {
    for (index, end) in signs.enumerated() { row.put(end.sign, at: place + index, end.ink) }
  }

  private func count(_ block: ChartBlocks.Block) -> String {
    "\(block.deliveries.count)\(signs.times)"
  }

  /// What it may be called, from the longest name to none.
  private func names(_ block: ChartBlocks.Block) -> [String] {
    guard let first = block.deliveries.first, let last = block.deliveries.last else { return [""] }
    let body = first.body.map { bytes in
      VisibleText.escaped(String(validating: bytes, as: UTF8.self) ?? "")
    }
    if block.deliveries.count > 1 {
      let count = count(block)
      guard let from = first.message, let to = last.message else { return [count, ""] }
      return ["#\(from)..#\(to) \(count)", count, ""]
    }
    let room = block.cells.count - 3
    guard let number = first.message else {
      return [body.map { VisibleText.shortened($0, cells: room) } ?? "", ""]
    }
    let name = "#\(number)"
    var names: [String] = []
    if let body, !body.isEmpty, !block.isInstant, room > name.utf8.count + 3 {
      names.append("\(name) \(shortened(body, cells: room - name.utf8.count - 1))")
    }
    return names + [name, String(number), ""]
  }

  private func shortened(_ text: String, cells: Int) -> String {
    StyledLine(text).shortened(to: cells, renderer.glyphs).text
  }
}

extension ChartBlocks.Block {
  /// Of the message, where it is one.
  fileprivate var number: UInt64? { deliveries.count == 1 ? deliveries.first?.message : nil }
}
