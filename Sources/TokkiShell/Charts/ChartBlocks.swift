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
  let signs: ChartSigns

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

  /// What tells how it ended; nil where that is behind the chart.
  func sign(_ delivery: HandledDelivery) -> (sign: String, ink: Ink)? {
    guard let (_, to) = span(of: delivery) else { return nil }
    guard let to else { return signs.end(nil) }
    if to > scale.to { return nil }
    // A worker may be done with a message that is not settled yet, or was settled later.
    return signs.end(delivery.ending ?? (delivery.workedTo == nil ? nil : .acknowledged))
  }

  /// Blocks one after the other, and several in one where they have no cell each.
  private func placed(_ blocks: [Block]) -> [Block] {
    let items = blocks.map { block in
      ChartPlaces.Item(
        cells: block.cells, sign: block.deliveries.first.flatMap { sign($0)?.sign } ?? "")
    }
    let placed = ChartPlaces(items, cells: scale.cells).places.compactMap { place -> Block? in
      let own = blocks[place.items]
      guard var block = own.first, let last = own.last else { return nil }
      block.deliveries = own.flatMap(\.deliveries)
      block.to = last.to
      block.isInstant = own.allSatisfy(\.isInstant)
      block.cells = place.cells
      return block
    }
    return widened(placed)
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
