package import MethodJSON

/// Writes what a real RabbitMQ answered and what the simulated broker answered under each other,
/// for the steps where they differ.
package enum SideBySide {
  package static func text(
    _ scenario: Scenario, steps: [JSON], recorded: [[JSON]], simulated: [[JSON]]
  ) -> String {
    var lines: [String] = []
    for (number, step) in steps.enumerated() {
      let left = number < recorded.count ? recorded[number] : []
      let right = number < simulated.count ? simulated[number] : []
      lines.append("\(number + 1). \(step)")
      if left == right { continue }
      for index in 0..<max(left.count, right.count) {
        let expected = index < left.count ? left[index].description : "nothing"
        let found = index < right.count ? right[index].description : "nothing"
        if expected == found {
          lines.append("   both      \(expected)")
        } else {
          lines.append("   RabbitMQ  \(expected)")
          lines.append("   Tokki     \(found)")
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
