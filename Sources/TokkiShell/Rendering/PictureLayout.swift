/// Columns from left to right, aligned over all exchanges.
struct WidePicture {
  let blocks: [PictureBlock]
  let renderer: Renderer

  private var glyphs: Glyphs { renderer.glyphs }

  func lines() -> [StyledLine] {
    let columns = Columns(blocks)
    return blocks.flatMap { lines($0, columns) }
  }

  /// The widths that all blocks share.
  private struct Columns {
    var label: Int
    var key: Int
    var name: Int
    var queue: Int

    init(_ blocks: [PictureBlock]) {
      let branches = blocks.flatMap(\.branches)
      label = blocks.reduce(0) { max($0, $1.label.width) }
      key = branches.reduce(0) { max($0, $1.key.width) }
      let targets = branches.map(\.target)
      let widest = targets.filter { $0.state != nil }.reduce(0) { max($0, $1.name.width) }
      name = widest
      queue = targets.filter { !$0.consumers.isEmpty }.reduce(0) {
        max($0, widest + 2 + ($1.state?.width ?? 0))
      }
    }

    /// Where queues begin: label, connector, key, arrow.
    var indent: Int { label + 1 + 3 + (key > 0 ? key + 2 : 0) + 2 + 1 }
  }

  private func lines(_ block: PictureBlock, _ columns: Columns) -> [StyledLine] {
    var lines: [StyledLine] = []
    if block.branches.isEmpty {
      let none = renderer.speaker.say(LookPhrase.unbound, .quiet)
      lines.append(block.label.padded(to: columns.label) + "  " + none)
    }
    for (index, branch) in block.branches.enumerated() {
      let isLast = index == block.branches.count - 1
      let label = index == 0 ? block.label : StyledLine()
      var rows = rows(branch.target, columns)
      let first = rows.isEmpty ? StyledLine() : rows.removeFirst()
      lines.append(
        label.padded(to: columns.label) + " "
          + connector(index, of: block.branches.count) + arrow(branch.key, columns) + first)
      let rest = StyledLine().padded(to: columns.label + 2) + (isLast ? " " : bar)
      lines += rows.map { rest.padded(to: columns.indent) + $0 }
    }
    return lines + block.footer.map { "  " + $0 }
  }

  private var bar: StyledLine { StyledLine(glyphs.pipe, .quiet) }

  private func connector(_ index: Int, of count: Int) -> StyledLine {
    let text: String
    if count == 1 {
      text = glyphs.rule + glyphs.rule + glyphs.rule
    } else if index == 0 {
      text = glyphs.rule + glyphs.tee + glyphs.rule
    } else {
      text = " " + (index == count - 1 ? glyphs.corner : glyphs.branch) + glyphs.rule
    }
    return StyledLine(text, .quiet)
  }

  private func arrow(_ key: StyledLine, _ columns: Columns) -> StyledLine {
    let rule = { (count: Int) in
      StyledLine(String(repeating: glyphs.rule, count: max(0, count)), .quiet)
    }
    let head = rule(1) + StyledLine(glyphs.head, .quiet) + " "
    guard columns.key > 0 else { return head }
    guard !key.isEmpty else { return rule(columns.key + 2) + head }
    return " " + key + " " + rule(columns.key - key.width) + head
  }

  private func rows(_ target: PictureTarget, _ columns: Columns) -> [StyledLine] {
    guard let state = target.state else { return [target.name] }
    let head = target.name.padded(to: columns.name) + "  " + state
    guard !target.consumers.isEmpty else { return [head] + target.footer.map { "  " + $0 } }
    let count = target.consumers.count
    let rows = target.consumers.enumerated().map { index, consumer in
      let text: String
      if count == 1 {
        text = glyphs.rule + glyphs.rule
      } else if index == 0 {
        text = glyphs.rule + glyphs.tee
      } else {
        text = " " + (index == count - 1 ? glyphs.corner : glyphs.branch)
      }
      return (index == 0 ? head : StyledLine()).padded(to: columns.queue) + " "
        + StyledLine(text + glyphs.head, .quiet) + " " + consumer
    }
    return rows + target.footer.map { "  " + $0 }
  }
}

/// The same downwards, for narrow screens.
struct TallPicture {
  let blocks: [PictureBlock]
  let renderer: Renderer

  func lines() -> [StyledLine] {
    blocks.flatMap(lines).map { $0.shortened(to: renderer.style.width, renderer.glyphs) }
  }

  private func lines(_ block: PictureBlock) -> [StyledLine] {
    let glyphs = renderer.glyphs
    var lines = [block.label]
    if block.branches.isEmpty {
      lines.append("  " + renderer.speaker.say(LookPhrase.unbound, .quiet))
    }
    for (index, branch) in block.branches.enumerated() {
      let isLast = index == block.branches.count - 1
      let corner = StyledLine((isLast ? glyphs.corner : glyphs.branch) + glyphs.rule, .quiet)
      let arrow = StyledLine(glyphs.rule + glyphs.head, .quiet)
      let key = branch.key.isEmpty ? StyledLine() : " " + branch.key + " "
      let state = branch.target.state.map { "  " + $0 } ?? ""
      lines.append(corner + key + arrow + " " + branch.target.name + state)
      let bar: StyledLine = isLast ? "  " : StyledLine(glyphs.pipe, .quiet) + " "
      for (place, consumer) in branch.target.consumers.enumerated() {
        let isLast = place == branch.target.consumers.count - 1
        let head = StyledLine((isLast ? glyphs.corner : glyphs.branch) + glyphs.head, .quiet)
        lines.append(bar + "   " + head + " " + consumer)
      }
      lines += branch.target.footer.map { bar + "   " + $0 }
    }
    return lines + block.footer.map { "  " + $0 }
  }
}
