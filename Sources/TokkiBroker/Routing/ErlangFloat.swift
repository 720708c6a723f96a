/// A floating-point number as Erlang writes it: with the fewest digits that tell it from its
/// neighbours, and in the shorter notation. Source: Erlang's float_to_list with the option short.
struct ErlangFloat {
  let text: String

  init(_ number: Double) {
    guard number.isFinite, number != 0 else {
      text = String(number)
      return
    }
    let digits = Digits(number.magnitude)
    let (decimal, scientific) = (digits.decimal, digits.scientific)
    let isLarge = number.magnitude >= 9_007_199_254_740_992
    let isDecimal = !isLarge && decimal.utf8.count <= scientific.utf8.count
    text = (number < 0 ? "-" : "") + (isDecimal ? decimal : scientific)
  }

  /// 0.ddd times ten to the power of `place`.
  private struct Digits {
    var digits: String
    var place: Int

    init(_ number: Double) {
      let parts = "\(number)".split(separator: "e")
      let mantissa = parts[0].split(separator: ".")
      let whole = mantissa[0] == "0" ? "" : String(mantissa[0])
      let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
      let all = whole + fraction
      let significant = all.drop { $0 == "0" }
      place = whole.utf8.count - (all.utf8.count - significant.utf8.count)
      place += parts.count > 1 ? Int(parts[1]) ?? 0 : 0
      digits = String(significant)
      while digits.last == "0" { digits.removeLast() }
    }

    var decimal: String {
      let zeros = String(repeating: "0", count: max(0, max(-place, place - digits.utf8.count)))
      if place <= 0 { return "0.\(zeros)\(digits)" }
      if place >= digits.utf8.count { return "\(digits)\(zeros).0" }
      return "\(digits.prefix(place)).\(digits.dropFirst(place))"
    }

    var scientific: String {
      let rest = digits.dropFirst()
      return "\(digits.prefix(1)).\(rest.isEmpty ? "0" : rest)e\(place - 1)"
    }
  }
}
