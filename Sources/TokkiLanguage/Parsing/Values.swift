import AMQPModel

/// `NAME=VALUE`.
struct Assignment: Hashable {
  var name: String
  var value: FieldValue

  /// nil where there is no `=` or no name. A quoted value is a string, whatever it looks like.
  init?(_ word: Word) {
    guard let (left, right) = word.split(), !left.text.isEmpty else { return nil }
    name = left.text
    value = FieldValue(literal: right.text, isQuoted: right.isQuoted)
  }
}

extension FieldValue {
  /// `true`, `null`, `5`, `1.5` are what they look like; all else, and whatever was quoted, is a
  /// long string. A whole number is an int32 where it fits, else an int64.
  init(literal: String, isQuoted: Bool) {
    guard !isQuoted else {
      self = .string(literal)
      return
    }
    switch literal {
    case "true": self = .boolean(true)
    case "false": self = .boolean(false)
    case "null", "void": self = .void
    default:
      if let whole = Int64(literal) {
        self = FieldValue(integerLiteral: whole)
      } else if literal.utf8.allSatisfy(Self.isNumeric), literal.utf8.contains(where: Self.isDigit),
        let number = Double(literal), number.isFinite
      {
        self = .double(number)
      } else {
        self = .string(literal)
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || Array("+-.eE".utf8).contains(byte)
  }
}

extension VirtualDuration {
  private static let units: [(name: String, milliseconds: Int64)] = [
    ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
  ]

  /// `500ms`, `1.5s`, `2m`, `1h30m`; nil for anything else, or beyond the reach of an Int64. A
  /// plain number is a number of milliseconds where that is allowed.
  public init?(_ text: String, plainIsMilliseconds: Bool = false) {
    if plainIsMilliseconds, let plain = Int64(text), plain >= 0 {
      self.init(milliseconds: plain)
      return
    }
    var rest = Substring(text)
    var total: Int64 = 0
    while !rest.isEmpty {
      let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { ("a"..."z").contains($0) }
      rest = rest.dropFirst(unit.count)
      guard let length = Self.units.first(where: { $0.name == unit })?.milliseconds,
        let part = Self.milliseconds(number, of: length)
      else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      if overflow { return nil }
      total = sum
    }
    if text.isEmpty { return nil }
    self.init(milliseconds: total)
  }

  /// The decimal number times the unit, without rounding; nil if it is no number or no whole
  /// number of milliseconds.
  private static func milliseconds(_ number: Substring, of unit: Int64) -> Int64? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Int64(first), parts.count <= 2 else { return nil }
    let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
    if overflow { return nil }
    guard parts.count == 2 else { return product }
    guard let tenths = Int64(parts[1]), parts[1].count <= 3 else { return nil }
    let scale: Int64 = [1: 10, 2: 100, 3: 1000][parts[1].count] ?? 1
    let scaled = tenths * unit
    guard scaled % scale == 0 else { return nil }
    let (sum, tooLong) = product.addingReportingOverflow(scaled / scale)
    return tooLong ? nil : sum
  }
}

extension VirtualDuration: CustomStringConvertible {
  /// `0s`, `500ms`, `1.5s`, `2m`, `1h0.5s`.
  public var description: String {
    let magnitude = milliseconds.magnitude
    let sign = milliseconds < 0 ? "-" : ""
    if magnitude == 0 { return "0s" }
    if magnitude < 1000 { return "\(sign)\(magnitude)ms" }
    let hours = magnitude / 3_600_000
    let minutes = magnitude / 60_000 % 60
    let seconds = magnitude / 1000 % 60
    let fraction = magnitude % 1000
    var text = sign
    if hours > 0 { text += "\(hours)h" }
    if minutes > 0 { text += "\(minutes)m" }
    if seconds > 0 || fraction > 0 { text += "\(seconds)" + Self.decimals(fraction) + "s" }
    return text
  }

  private static func decimals(_ thousandths: UInt64) -> String {
    if thousandths == 0 { return "" }
    var digits = String(thousandths + 1000).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "." + digits
  }
}
