/// The signs of a timeline: each tells something that no colour tells alone.
struct ChartSigns {
  var begin: String
  var work: String
  var goesOn: String
  var acknowledged: String
  var requeued: String
  var rejected: String
  var deadLettered: String
  var died: String
  var axis: (start: String, tick: String, rule: String)
  var waits: String
  /// After a number: so many.
  var times: String

  static let unicode = ChartSigns(
    begin: "┣", work: "━", goesOn: "▶", acknowledged: "✓", requeued: "↺", rejected: "✗",
    deadLettered: "⇢", died: "†", axis: ("├", "┼", "─"), waits: "·", times: "×")

  static let ascii = ChartSigns(
    begin: "[", work: "=", goesOn: ">", acknowledged: "v", requeued: "<", rejected: "x",
    deadLettered: "^", died: "!", axis: ("|", "+", "-"), waits: ".", times: "*")

  /// What stands at the end of a block.
  func end(_ ending: HandledDelivery.Ending?) -> (sign: String, ink: Ink) {
    switch ending {
    case .acknowledged, .automatic: (acknowledged, .good)
    case .requeued, .closed: (requeued, .warning)
    case .rejected, .queueGone: (rejected, .bad)
    case .deadLettered: (deadLettered, .warning)
    case .killed, .lost: (died, .bad)
    case nil: (goesOn, .quiet)
    }
  }

  /// The different ones of those that a crowd ended with, what went well first.
  func several(_ ends: [(sign: String, ink: Ink)]) -> [(sign: String, ink: Ink)] {
    [
      (acknowledged, Ink.good), (goesOn, .quiet), (requeued, .warning),
      (deadLettered, .warning), (rejected, .bad), (died, .bad),
    ].filter { known in ends.contains { $0.sign == known.0 } }
  }
}
