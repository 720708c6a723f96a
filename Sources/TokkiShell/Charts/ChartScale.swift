/// From moments to the cells of a line. A cell is a round number of milliseconds, so that round
/// moments stand exactly where a cell begins.
struct ChartScale {
  let from: Int64
  let to: Int64
  /// Milliseconds of one cell.
  let step: Int64
  /// Cells of one step: more than one where the whole takes few milliseconds.
  let zoom: Int
  /// All cells.
  let cells: Int

  /// - Parameter room: so many cells there are at most.
  init(from: Int64, to: Int64, room: Int) {
    self.from = from
    self.to = max(from, to)
    let room = max(1, room)
    let (length, overflow) = self.to.subtractingReportingOverflow(from)
    let span = overflow ? Int64.max : max(1, length)
    step = Self.round(span / Int64(room) + (span % Int64(room) == 0 ? 0 : 1))
    let steps = Int(clamping: span / step + (span % step == 0 ? 0 : 1))
    zoom = max(1, room / max(1, steps))
    cells = min(room, max(1, steps) * zoom)
  }

  /// The cell in which the moment is.
  func cell(_ moment: Int64) -> Int {
    if moment <= from { return 0 }
    if moment >= to { return cells }
    let (past, overflow) = moment.subtractingReportingOverflow(from)
    if overflow { return cells }
    let steps = Int(clamping: past / step)
    let part = Int(past % step) * zoom / Int(step)
    return min(cells, steps.multipliedReportingOverflow(by: zoom).partialValue + part)
  }

  /// Lengths that read well: 1, 2, 2½, 4, 5 of each power of ten, then of minutes and hours.
  private static func round(_ least: Int64) -> Int64 {
    lengths.first { $0 >= least } ?? beyond(least)
  }

  private static let hour: Int64 = 3_600_000

  private static let lengths: [Int64] = [
    1, 2, 4, 5, 10, 20, 25, 40, 50, 100, 125, 200, 250, 400, 500, 1000, 2000, 2500, 4000, 5000,
    6000, 10_000, 12_000, 15_000, 20_000, 30_000, 60_000, 120_000, 150_000, 240_000, 300_000,
    600_000, 900_000, 1_200_000, 1_800_000, hour, 2 * hour, 3 * hour, 4 * hour, 6 * hour, 12 * hour,
    24 * hour,
  ]

  /// Distances that people count in.
  private static let tickLengths: [Int64] = [
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000,
    300_000, 600_000, 1_200_000, 1_800_000, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour,
    24 * hour,
  ]

  private static func beyond(_ least: Int64) -> Int64 {
    var length = 24 * hour
    while length < least {
      let (double, overflow) = length.multipliedReportingOverflow(by: 2)
      if overflow { return .max }
      length = double
    }
    return length
  }

  /// The moments to be written at the axis, as many as there is room for.
  var ticks: [Int64] {
    var distance = step
    while true {
      let ticks = ticks(every: distance)
      let widest = ticks.reduce(0) {
        max($0, DisplayWidth.of(DurationText.of(milliseconds: $1)))
      }
      let gap = Double(distance) / Double(step) * Double(zoom)
      if ticks.count < 2 || gap >= Double(widest + 2) { return ticks }
      guard let next = Self.tickLengths.first(where: { $0 > distance && $0 % step == 0 }) else {
        let (double, overflow) = distance.multipliedReportingOverflow(by: 2)
        if overflow { return [from] }
        distance = double
        continue
      }
      distance = next
    }
  }

  private func ticks(every distance: Int64) -> [Int64] {
    var ticks: [Int64] = []
    let rest = from % distance
    var tick = rest == 0 ? from : from.addingReportingOverflow(distance - rest).partialValue
    while tick >= from, tick <= to, ticks.count <= cells {
      ticks.append(tick)
      let (next, overflow) = tick.addingReportingOverflow(distance)
      if overflow { break }
      tick = next
    }
    return ticks
  }
}
