/// The blocks of one worker, put into as few rows as hold them side by side.
struct ChartBlocks {
  /// One delivery, or several that have no room each.
  struct Block {
    var deliveries: [HandledDelivery]
    var from: Int64
    /// nil: still in hand.
    var to: Int64?
    /// The cells that it takes.
    var cells: Range<Int>
    var isInstant: Bool
  }

  let scale: ChartScale

  /// - Parameter most: no more rows than that; how many deliveries had no place is told.
  func lanes(
    _ deliveries: [HandledDelivery], most: Int
  ) -> (lanes: [[Block]], left: Int) {
    var lanes: [[Block]] = []
    var ends: [Int64] = []
    var left = 0
    for delivery in deliveries {
      guard let (from, to) = span(of: delivery) else { continue }
      let end = to ?? .max
      let block = Block(
        deliveries: [delivery], from: from, to: to,
        cells: scale.cell(from)..<max(scale.cell(from) + 1, scale.cell(min(end, scale.to))),
        isInstant: to == from)
      if let lane = ends.firstIndex(where: { $0 <= from }) {
        ends[lane] = end
        lanes[lane].append(block)
      } else if lanes.count < most {
        ends.append(end)
        lanes.append([block])
      } else {
        left += 1
      }
    }
    return (lanes.map(placed), left)
  }

  /// From the beginning of the work, or from the delivery where a person works; nil where there
  /// is nothing of it in the chart.
  private func span(of delivery: HandledDelivery) -> (from: Int64, to: Int64?)? {
    let from = delivery.workedFrom ?? delivery.deliveredAt
    let to = delivery.workedFrom == nil ? delivery.endedAt : delivery.workedTo
    guard from <= scale.to, to ?? .max >= scale.from else { return nil }
    // Only the end of one that ends where the chart begins.
    if let to, to == scale.from, from < scale.from { return nil }
    return (from, to.map { max($0, from) })
  }

  /// Blocks one after the other: what begins in a cell that is taken begins a cell later, as long
  /// as something of it is left; what has no cell of its own is told together with the one before.
  private func placed(_ blocks: [Block]) -> [Block] {
    var placed: [Block] = []
    for block in blocks {
      var block = block
      let end = min(block.cells.upperBound, scale.cells)
      let free = placed.last?.cells.upperBound ?? 0
      let start = max(min(block.cells.lowerBound, max(0, scale.cells - 1)), free)
      if start < max(end, start == free ? min(free + 1, scale.cells) : 0),
        end > free || !(placed.last.map { $0.cells.contains(block.cells.lowerBound) } ?? false)
      {
        block.cells = start..<max(start + 1, end)
        placed.append(block)
      } else if let last = placed.indices.last {
        placed[last].deliveries += block.deliveries
        placed[last].to = block.to
        placed[last].isInstant = placed[last].isInstant && block.isInstant
        placed[last].cells = placed[last].cells.lowerBound..<max(free, end)
      } else {
        block.cells = 0..<1
        placed.append(block)
      }
    }
    return widened(joined(placed))
  }

  /// Crowds that touch each other are one crowd.
  private func joined(_ blocks: [Block]) -> [Block] {
    var joined: [Block] = []
    for block in blocks {
      if let last = joined.last, last.deliveries.count > 1, block.deliveries.count > 1,
        last.cells.upperBound == block.cells.lowerBound
      {
        joined[joined.count - 1].deliveries += block.deliveries
        joined[joined.count - 1].to = block.to
        joined[joined.count - 1].isInstant = false
        joined[joined.count - 1].cells = last.cells.lowerBound..<block.cells.upperBound
      } else {
        joined.append(block)
      }
    }
    return joined
  }

  /// What took no time has a name all the same where there is room after it.
  private func widened(_ blocks: [Block]) -> [Block] {
    var blocks = blocks
    for index in blocks.indices where blocks[index].isInstant {
      let next = index + 1 < blocks.count ? blocks[index + 1].cells.lowerBound : scale.cells
      let start = blocks[index].cells.lowerBound
      blocks[index].cells = start..<max(start + 1, min(next, start + 12))
    }
    return blocks
  }
}
