/// Virtual times and durations as people write them: `0s`, `250ms`, `1.5s`, `2m 5s`, `1h`.
public enum DurationText {
  public static func of(milliseconds: Int64) -> String {
    guard milliseconds >= 0 else { return "\(milliseconds)ms" }
    if milliseconds > 0 && milliseconds < 1000 { return "\(milliseconds)ms" }
    let hours = milliseconds / 3_600_000
    let minutes = milliseconds / 60_000 % 60
    let rest = milliseconds % 60_000
    var words: [String] = []
    if hours > 0 { words.append("\(hours)h") }
    if minutes > 0 { words.append("\(minutes)m") }
    if rest > 0 || words.isEmpty { words.append(seconds(rest)) }
    return words.joined(separator: " ")
  }

  private static func seconds(_ milliseconds: Int64) -> String {
    let fraction = milliseconds % 1000
    guard fraction > 0 else { return "\(milliseconds / 1000)s" }
    var digits = String(1000 + fraction).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(milliseconds / 1000).\(digits)s"
  }
}
