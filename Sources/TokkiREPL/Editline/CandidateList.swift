import CEditline

/// Candidates as a table for the terminal, read downwards.
func table(of candidates: [String], columns: Int, limit: Int = 200) -> String {
  let shown = candidates.prefix(limit).map(printable)
  let widths = shown.map(cells)
  let width = (widths.max() ?? 0) + 2
  let across = max(1, columns / width)
  let down = (shown.count + across - 1) / across
  var lines: [String] = []
  for row in 0..<down {
    var line = ""
    for index in stride(from: row, to: shown.count, by: down) {
      line += shown[index] + String(repeating: " ", count: width - widths[index])
    }
    while line.last == " " { line.removeLast() }
    lines.append(line)
  }
  if candidates.count > limit { lines.append("… and \(candidates.count - limit) more") }
  return lines.map { $0 + "\n" }.joined()
}

/// The longest text that all candidates start with.
func commonPrefix(of candidates: [String]) -> String {
  guard var prefix = candidates.first?[...] else { return "" }
  for candidate in candidates.dropFirst() {
    while !candidate.hasPrefix(prefix) { prefix.removeLast() }
  }
  return String(prefix)
}

private func cells(of text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + max(0, Int(tokki_cells($1.value))) }
}

/// Names of queues come from anywhere, and are not to steer the terminal.
private func printable(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.properties.generalCategory == .control {
      result += scalar.escaped(asASCII: true)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
