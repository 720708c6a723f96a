/// A reply text with holes: `no queue '<queue>' in vhost '<vhost>'`. Matches what fits it from end
/// to end; a text that RabbitMQ has cut ends in three dots and fits as far as it goes.
public struct TextTemplate: Hashable, Sendable, CustomStringConvertible {
  public struct Hole: Hashable, Sendable {
    public let name: String
    public let value: String
  }

  public let description: String
  /// What stands before, between and after the holes: one more than there are holes.
  private let literals: [[UInt8]]
  public let names: [String]

  init(_ text: String) {
    description = text
    var literals: [[UInt8]] = []
    var names: [String] = []
    let parts = text.utf8.split(
      separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let halves = part.split(
        separator: UInt8(ascii: ">"), maxSplits: 1, omittingEmptySubsequences: false)
      if index == 0 {
        literals.append(Array(part))
      } else {
        names.append(String(decoding: halves[0], as: UTF8.self))
        literals.append(halves.count > 1 ? Array(halves[1]) : [])
      }
    }
    self.literals = literals
    self.names = names
  }

  var literalLength: Int { literals.reduce(0) { $0 + $1.count } }

  /// What stands in the holes of a reply text; nil where it does not fit. The text begins with
  /// the code's name; an empty template is that name alone.
  func holes(in text: String, after codeName: String) -> [Hole]? {
    let bytes = Array(text.utf8)
    let start = Array((description.isEmpty ? codeName : codeName + " - ").utf8)
    guard bytes.starts(with: start) else { return nil }
    let cut = bytes.suffix(3).elementsEqual("...".utf8) && bytes.count > 240
    var ranges: [Range<Int>] = []
    guard match(bytes, from: start.count, literal: 0, isCut: cut, &ranges) else { return nil }
    return zip(names, ranges).map { name, range in
      Hole(name: name, value: String(decoding: bytes[range], as: UTF8.self))
    }
  }

  /// Whether the rest of the text fits from that literal on; each hole takes as little as it can.
  private func match(
    _ text: [UInt8], from start: Int, literal index: Int, isCut: Bool, _ holes: inout [Range<Int>]
  ) -> Bool {
    let literal = literals[index]
    guard fits(literal, text, at: start) else {
      return isCut && isPrefix(text[start..<(text.count - 3)], of: literal)
    }
    let next = start + literal.count
    if index == literals.count - 1 { return next == text.count }
    for end in next...text.count {
      holes.append(next..<end)
      let isLast = index == literals.count - 2
      let canFollow = !isLast || literals[index + 1].count == text.count - end
      if canFollow, match(text, from: end, literal: index + 1, isCut: isCut, &holes) {
        return true
      }
      holes.removeLast()
    }
    guard isCut else { return false }
    holes.append(next..<(text.count - 3))
    return true
  }

  private func fits(_ literal: [UInt8], _ text: [UInt8], at start: Int) -> Bool {
    start + literal.count <= text.count
      && text[start..<(start + literal.count)].elementsEqual(literal)
  }

  private func isPrefix(_ part: ArraySlice<UInt8>, of literal: [UInt8]) -> Bool {
    part.count <= literal.count && part.elementsEqual(literal.prefix(part.count))
  }
}
