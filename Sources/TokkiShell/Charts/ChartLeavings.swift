/// The cells of what left a queue without having been delivered.
struct ChartLeavings {
  private let leavings: [WorkTimeline.Leaving]
  private let places: [ChartPlaces.Place]
  private let signs: ChartSigns
  private let cells: Int

  /// nil if nothing left.
  init?(_ leavings: [WorkTimeline.Leaving], _ chart: TimelineChart, _ scale: ChartScale) {
    guard !leavings.isEmpty else { return nil }
    let signs = chart.signs
    (self.leavings, self.signs, cells) = (leavings, signs, scale.cells)
    let items = leavings.map { leaving in
      let cell = min(scale.cell(leaving.at), scale.cells - 1)
      return ChartPlaces.Item(cells: cell..<cell + 1, sign: Self.end(leaving, signs).sign)
    }
    places = ChartPlaces(items, cells: scale.cells).places
  }

  private static func end(
    _ leaving: WorkTimeline.Leaving, _ signs: ChartSigns
  ) -> (sign: String, ink: Ink) {
    leaving.isDeadLettered ? (signs.deadLettered, .warning) : (signs.rejected, .bad)
  }

  /// Whether some are only counted.
  var hasCrowd: Bool {
    places.indices.contains { places[$0].items.count > 1 && !hasNames($0) }
  }

  private func name(_ leaving: WorkTimeline.Leaving) -> String { "#\(leaving.message)" }

  /// Whether there is room for the number of each message before whatever comes next.
  private func hasNames(_ index: Int) -> Bool {
    let next = index + 1 < places.count ? places[index + 1].cells.lowerBound : cells
    let width = leavings[places[index].items].reduce(0) { $0 + name($1).utf8.count + 1 }
    return places[index].cells.lowerBound + width <= next
  }

  func draw(_ row: inout ChartRow) {
    for (index, place) in places.enumerated() {
      var cell = place.cells.lowerBound
      let own = leavings[place.items]
      func put(_ text: String, _ ink: Ink) {
        row.put(text, at: cell, ink)
        cell += DisplayWidth.of(text)
      }
      if hasNames(index) {
        for leaving in own {
          let (sign, ink) = Self.end(leaving, signs)
          put(name(leaving) + sign, ink)
        }
      } else {
        if own.count > 1 { put("\(own.count)\(signs.times)", .plain) }
        for (sign, ink) in signs.several(own.map { Self.end($0, signs) }) { put(sign, ink) }
      }
    }
  }
}
