/// The blocks of a chart, and their names.
extension TimelineChart {
  func draw(_ block: ChartBlocks.Block, _ scale: ChartScale, _ row: inout ChartRow) {
    let cells = block.cells
    let end = end(of: block, scale)
    if block.isInstant || cells.count == 1 {
      let name = names(block).first { DisplayWidth.of($0) + 1 <= cells.count } ?? ""
      row.put(name + (end?.sign ?? signs.work), at: cells.lowerBound, end?.ink ?? .plain)
      return
    }
    var inner = cells
    if let end {
      inner = inner.lowerBound..<inner.upperBound - 1
      row.put(end.sign, at: inner.upperBound, end.ink)
    }
    row.fill(inner, with: signs.work, .body)
    if inner.count == 1, let number = block.number, number < 10 {
      // In two cells there is room for the message, or for the sign of its beginning.
      row.put(String(number), at: inner.lowerBound)
      return
    }
    if block.from >= scale.from { row.put(signs.begin, at: inner.lowerBound, .body) }
    inner = min(inner.lowerBound + 1, inner.upperBound)..<inner.upperBound
    guard let name = names(block).first(where: { DisplayWidth.of($0) <= inner.count }) else {
      return
    }
    let rest = inner.count - DisplayWidth.of(name)
    row.put(rest > 1 && !name.isEmpty ? name + " " : name, at: inner.lowerBound)
  }

  /// What its last cell tells; nil where it ends behind the chart.
  private func end(
    of block: ChartBlocks.Block, _ scale: ChartScale
  ) -> (sign: String, ink: Ink)? {
    guard let to = block.to else { return signs.end(nil) }
    if to > scale.to { return nil }
    let last = block.deliveries.last
    // A worker may be done with a message that is not settled yet, or was settled later.
    return signs.end(last?.ending ?? (last?.workedTo == nil ? nil : .acknowledged))
  }

  /// What it may be called, from the longest name to none.
  private func names(_ block: ChartBlocks.Block) -> [String] {
    guard let first = block.deliveries.first, let last = block.deliveries.last else { return [""] }
    let body = first.body.map { bytes in
      VisibleText.escaped(String(validating: bytes, as: UTF8.self) ?? "")
    }
    if block.deliveries.count > 1 {
      let count = "\(block.deliveries.count)\(renderer.style.isUnicode ? "×" : "x")"
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
