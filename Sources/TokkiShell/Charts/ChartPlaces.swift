/// Gives cells to what happened one after the other, so that whatever has an end shows its sign:
/// what has no cell of its own is told together with what stands before it, as a crowd, which
/// gets the room that its number and its signs take.
struct ChartPlaces {
  struct Item {
    /// Where it would be if it were alone.
    var cells: Range<Int>
    /// What tells how it ended; empty where the chart does not show that.
    var sign: String
  }

  /// One item, or a crowd.
  struct Place {
    var items: Range<Int>
    var cells: Range<Int>
  }

  private(set) var places: [Place] = []
  private let items: [Item]
  private let cells: Int

  init(_ items: [Item], cells: Int) {
    self.items = items
    self.cells = max(1, cells)
    for index in items.indices { add(index) }
    join()
  }

  /// The different signs of those items.
  private func signs(_ range: Range<Int>) -> Set<String> {
    Set(items[range].map(\.sign)).subtracting([""])
  }

  /// How many cells it takes at least.
  private func least(_ range: Range<Int>) -> Int {
    range.count == 1 ? 1 : String(range.count).utf8.count + 1 + signs(range).count
  }

  private mutating func add(_ index: Int) {
    let wanted = items[index].cells
    let start = max(0, min(wanted.lowerBound, cells - 1))
    let end = max(start + 1, min(wanted.upperBound, cells))
    let free = places.last?.cells.upperBound ?? 0
    if start >= free {
      places.append(Place(items: index..<index + 1, cells: start..<end))
    } else if end > free {
      // It begins in a cell that is taken, and something of it is left.
      places.append(Place(items: index..<index + 1, cells: free..<end))
    } else if cutLast(to: start) {
      places.append(Place(items: index..<index + 1, cells: start..<end))
    } else {
      crowd(index, until: end)
    }
  }

  /// Ends the last place earlier, if that leaves it what it needs.
  private mutating func cutLast(to end: Int) -> Bool {
    guard let last = places.last, last.cells.lowerBound + least(last.items) <= end else {
      return false
    }
    places[places.count - 1].cells = last.cells.lowerBound..<min(end, last.cells.upperBound)
    return true
  }

  private mutating func crowd(_ index: Int, until end: Int) {
    guard var place = places.popLast() else { return }
    place.items = place.items.lowerBound..<index + 1
    let least = place.cells.lowerBound + least(place.items)
    place.cells = place.cells.lowerBound..<max(place.cells.upperBound, end, least)
    // At the right edge it grows to the left, over what can do with less, or with it.
    while place.cells.upperBound > cells {
      let start = max(0, min(place.cells.lowerBound, cells - self.least(place.items)))
      place.cells = start..<cells
      guard let last = places.last, last.cells.upperBound > start, !cutLast(to: start) else {
        break
      }
      places.removeLast()
      place.items = last.items.lowerBound..<place.items.upperBound
      place.cells = last.cells.lowerBound..<cells + 1
    }
    places.append(place)
  }

  /// Crowds that touch each other are one crowd, and so is what takes one cell beside one and
  /// ended no differently.
  private mutating func join() {
    var joined: [Place] = []
    for place in places {
      if let last = joined.last, last.cells.upperBound == place.cells.lowerBound,
        isCrowd(last, with: place) || isCrowd(place, with: last)
      {
        joined[joined.count - 1] = Place(
          items: last.items.lowerBound..<place.items.upperBound,
          cells: last.cells.lowerBound..<place.cells.upperBound)
      } else {
        joined.append(place)
      }
    }
    places = joined
  }

  private func isCrowd(_ crowd: Place, with other: Place) -> Bool {
    guard crowd.items.count > 1 else { return false }
    return other.items.count > 1
      || (other.cells.count == 1 && signs(other.items).isSubset(of: signs(crowd.items)))
  }
}
