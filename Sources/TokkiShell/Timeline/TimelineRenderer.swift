import AMQPModel
import TokkiBroker

/// A timeline as a chart in text.
///
/// ```
///                0s        1s        2s        3s
///                ├─────────┼─────────┼─────────┼
/// tasks ready    2·········1·········0
///   w1           ┣#1 ━━━━━✓┣#3 ━━━━━✓
///   w2           ┣#2 ━━━━━━━━━━━━━━━━✓
/// ```
extension Renderer {
  func lines(_ timeline: WorkTimeline) -> [StyledLine] {
    let chart = TimelineChart(timeline: timeline, renderer: self)
    let source = timeline.isReal ? [speaker.say(TimelinePhrase.realSource, .quiet)] : []
    return chart.lines() + source.flatMap { $0.wrapped(to: style.width) }
  }
}

struct TimelineChart {
  let timeline: WorkTimeline
  let renderer: Renderer

  /// No worker takes more rows.
  private static let mostLanes = 8

  var signs: ChartSigns { renderer.style.isUnicode ? .unicode : .ascii }
  var speaker: Speaker { renderer.speaker }
  var width: Int { renderer.style.width }

  func lines() -> [StyledLine] {
    let isEmpty = timeline.queues.allSatisfy { queue in
      queue.leavings.isEmpty && queue.workers.allSatisfy { $0.deliveries.isEmpty }
        && queue.counts.isEmpty
    }
    if isEmpty {
      let advice = speaker.say(
        TimelinePhrase.nothing, ["command": renderer.command("help consume")])
      return renderer.wrapped([advice])
    }
    let (chart, hasCrowds) = chart()
    return chart + wrapped(notes()) + wrapped(summary(hasCrowds: hasCrowds))
  }

  private func wrapped(_ lines: [StyledLine]) -> [StyledLine] {
    lines.flatMap { $0.wrapped(to: width) }.map { $0.shortened(to: width, renderer.glyphs) }
  }

  // MARK: Rows

  /// A row before its cells are drawn.
  private struct Row {
    var label: StyledLine
    /// Whether something in it stands for several.
    var hasCrowd = false
    var draw: (ChartScale, inout ChartRow) -> Void
  }

  private func chart() -> (lines: [StyledLine], hasCrowds: Bool) {
    // Labels are known before the cells are: their rows do not depend on how many those are.
    let labels = timeline.queues.flatMap { queue in
      [readyLabel(queue), leavesLabel] + queue.workers.flatMap { [label($0), holdsLabel] }
    }
    let most = max(10, width / 3)
    let indent = min(most, labels.reduce(0) { max($0, $1.width) }) + 2
    let scale = ChartScale(from: timeline.from, to: timeline.to, room: width - indent - 1)
    var lines = timeline.from == timeline.to ? [] : axis(scale, indent)
    var hasCrowds = false
    for queue in timeline.queues {
      for row in rows(queue, scale) {
        hasCrowds = hasCrowds || row.hasCrowd
        var cells = ChartRow(cells: scale.cells)
        row.draw(scale, &cells)
        let label = row.label.shortened(to: indent - 2, renderer.glyphs)
        let line = cells.line
        lines.append(line.isEmpty ? label : label.padded(to: indent) + line)
      }
    }
    if timeline.from == timeline.to {
      lines = order(indent)
      hasCrowds = false
      let say = speaker.say(
        TimelinePhrase.noTime,
        [
          "time": renderer.time(timeline.from),
          "command": renderer.command(timeline.isReal ? "timeline" : "advance 5s"),
        ])
      lines += wrapped([say.inked(.quiet)])
    }
    return (lines, hasCrowds)
  }

  private func axis(_ scale: ChartScale, _ indent: Int) -> [StyledLine] {
    let room = width - indent
    var times = ChartRow(cells: room)
    var rule = ChartRow(cells: scale.cells + 1)
    rule.fill(0..<scale.cells + 1, with: signs.axis.rule, .quiet)
    for tick in scale.ticks {
      let cell = scale.cell(tick)
      let name = DurationText.of(milliseconds: tick)
      if cell + DisplayWidth.of(name) <= room { times.put(name, at: cell, .quiet) }
      rule.put(cell == 0 ? signs.axis.start : signs.axis.tick, at: cell, .quiet)
    }
    let start = StyledLine().padded(to: indent)
    return [start + times.line, start + rule.line]
  }

  private func rows(_ queue: WorkTimeline.Queue, _ scale: ChartScale) -> [Row] {
    var rows: [Row] = []
    rows.append(Row(label: readyLabel(queue)) { counts(queue.counts, $0, &$1) })
    if let leavings = ChartLeavings(queue.leavings.filter(isInside), self, scale) {
      rows.append(Row(label: leavesLabel, hasCrowd: leavings.hasCrowd) { leavings.draw(&$1) })
    }
    for worker in queue.workers { rows += self.rows(worker, scale) }
    return rows
  }

  private func rows(_ worker: WorkTimeline.Worker, _ scale: ChartScale) -> [Row] {
    let blocks = ChartBlocks(scale: scale, signs: signs)
    let (lanes, left) = blocks.lanes(begun(worker), most: Self.mostLanes)
    var rows = lanes.enumerated().map { index, lane in
      Row(
        label: index == 0 ? label(worker) : StyledLine(),
        hasCrowd: lane.contains { $0.deliveries.count > 1 }
      ) { _, cells in
        for block in lane { draw(block, blocks, &cells) }
      }
    }
    if rows.isEmpty { rows.append(Row(label: label(worker)) { _, _ in }) }
    if left > 0 {
      let text = speaker.say(TimelinePhrase.more, ["count": "\(left)"]).text
      rows.append(Row(label: StyledLine()) { _, cells in cells.put(text, at: 0, .quiet) })
    }
    let held = held(worker)
    if held.contains(where: { $0.readyCount > 0 }) {
      rows.append(Row(label: holdsLabel) { counts(held, $0, &$1) })
    }
    return rows
  }

  func readyLabel(_ queue: WorkTimeline.Queue) -> StyledLine {
    let name = renderer.queue(queue.name)
    return queue.counts.isEmpty ? name : name + " " + speaker.say(TimelinePhrase.ready, .quiet)
  }

  var leavesLabel: StyledLine { "    " + speaker.say(TimelinePhrase.leaves, .quiet) }

  private var holdsLabel: StyledLine { "    " + speaker.say(TimelinePhrase.holds, .quiet) }

  func label(_ worker: WorkTimeline.Worker) -> StyledLine {
    let tag = worker.consumerTag.map { " " + renderer.key($0).inked(.quiet) } ?? ""
    return "  " + renderer.client(worker.client) + tag
  }

  private func isInside(_ leaving: WorkTimeline.Leaving) -> Bool {
    (timeline.from...timeline.to).contains(leaving.at)
  }

  // MARK: Who holds what

  /// Deliveries that were begun: a person begins at once, a worker when it comes to them.
  private func begun(_ worker: WorkTimeline.Worker) -> [HandledDelivery] {
    guard worker.isWorker else { return worker.deliveries }
    return worker.deliveries.filter { $0.workedFrom != nil || $0.consumerTag == nil }
  }

  /// How many deliveries a worker had in its hands and had not begun, from moment to moment.
  private func held(_ worker: WorkTimeline.Worker) -> [WorkTimeline.Count] {
    guard worker.isWorker else { return [] }
    var changes: [(at: Int64, by: Int)] = []
    for delivery in worker.deliveries where delivery.consumerTag != nil {
      let end = delivery.workedFrom ?? delivery.endedAt
      if end == delivery.deliveredAt { continue }
      changes.append((delivery.deliveredAt, 1))
      if let end { changes.append((end, -1)) }
    }
    var counts: [WorkTimeline.Count] = []
    var count = 0
    for change in changes.sorted(by: { $0.at < $1.at }) {
      count += change.by
      if counts.last?.at == change.at { counts.removeLast() }
      counts.append(WorkTimeline.Count(at: change.at, readyCount: count))
    }
    return counts
  }

  /// Numbers where they change, and dots as long as they stay.
  private func counts(
    _ counts: [WorkTimeline.Count], _ scale: ChartScale, _ cells: inout ChartRow
  ) {
    var shown: [(cell: Int, count: Int)] = []
    for count in counts where count.at <= scale.to {
      let cell = min(scale.cell(count.at), scale.cells - 1)
      if shown.last?.cell == cell { shown.removeLast() }
      if shown.last?.count == count.readyCount { continue }
      shown.append((cell, count.readyCount))
    }
    for (index, (cell, count)) in shown.enumerated() where count > 0 {
      let end = index + 1 < shown.count ? shown[index + 1].cell : scale.cells
      cells.fill(cell..<end, with: signs.waits, .quiet)
    }
    // A number that has no room is left out rather than cut, and the last one has room: it is
    // what all comes to.
    let last =
      shown.last.map { max(0, min($0.cell, scale.cells - String($0.count).utf8.count)) } ?? 0
    var free = 0
    for (index, (cell, count)) in shown.enumerated() {
      let text = String(count)
      let isLast = index == shown.count - 1
      let cell = isLast ? max(0, min(cell, scale.cells - text.utf8.count)) : cell
      let end = isLast ? scale.cells : min(scale.cells, last - 1)
      guard isLast || (cell >= free && cell + text.utf8.count <= end) else { continue }
      cells.put(text, at: cell)
      free = cell + text.utf8.count + 1
    }
  }
}

extension WorkTimeline.Worker {
  /// Whether it works by a plan, one message after the other, rather than a person.
  var isWorker: Bool { deliveries.contains { $0.workedFrom != nil } }
}
