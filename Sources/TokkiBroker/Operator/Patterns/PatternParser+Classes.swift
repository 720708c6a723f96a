// Classes of bytes, in brackets.
extension PatternParser {
  /// What stands in brackets.
  mutating func byteClass() throws(PatternProblem) -> ByteSet {
    if posixEnd(from: place) != nil {
      throw invalid("POSIX named classes are supported only within a class")
    }
    place += 1
    var members = ByteClassReader()
    while skip("\\E") || skip("\\Q\\E") {}
    let isNegative = skip("^")
    while members.isFirst || members.isQuoting || next != UInt8(ascii: "]") {
      guard let byte = next else { throw invalid("missing terminating ] for character class") }
      if skip("\\E") {
        members.isQuoting = false
      } else if members.isQuoting {
        place += 1
        try add(byte, to: &members)
      } else if skip("\\Q") {
        members.isQuoting = true
      } else {
        try classItem(byte, &members)
        members.isFirst = false
      }
    }
    place += 1
    if members.isInRange { members.set.insert(UInt8(ascii: "-")) }
    let set = flags.ignoresCase ? members.set.ignoringCase : members.set
    return isNegative ? set.inverted : set
  }

  private struct ByteClassReader {
    var set = ByteSet()
    var isFirst = true
    var isQuoting = false
    /// The byte that a range may begin with.
    var last: UInt8?
    /// Whether a range has begun.
    var isInRange = false
  }

  private mutating func classItem(
    _ byte: UInt8, _ members: inout ByteClassReader
  ) throws(PatternProblem) {
    if byte == UInt8(ascii: "["), let end = posixEnd(from: place) {
      let start = place
      let set = try posixClass(until: end)
      return try add(set, to: &members, invalidAt: start)
    }
    if byte == UInt8(ascii: "-"), members.last != nil, !members.isInRange {
      place += 1
      members.isInRange = true
      return
    }
    place += 1
    guard byte == UInt8(ascii: "\\") else { return try add(byte, to: &members) }
    guard let escaped = next else { throw invalid("\\ at end of pattern") }
    if let set = Self.classes[escaped] {
      place += 1
      return try add(set, to: &members, invalidAt: place - 1)
    }
    switch escaped {
    case UInt8(ascii: "b"):
      place += 1
      try add(8, to: &members)
    case UInt8(ascii: "N"): throw invalid("\\N is not supported in a class")
    case UInt8(ascii: "p"), UInt8(ascii: "P"): throw notSimulated("properties of characters")
    default:
      let byte = try escapedByte()
      try add(byte, to: &members)
    }
  }

  private func add(
    _ byte: UInt8, to members: inout ByteClassReader
  ) throws(PatternProblem) {
    members.isFirst = false
    guard members.isInRange, let first = members.last else {
      members.set.insert(byte)
      members.last = byte
      return
    }
    if first > byte { throw invalid("range out of order in character class", at: place - 1) }
    members.set.insert(first...byte)
    members.isInRange = false
    members.last = nil
  }

  /// A class in a class. It ends no range.
  private func add(
    _ set: ByteSet, to members: inout ByteClassReader, invalidAt offset: Int
  ) throws(PatternProblem) {
    if members.isInRange {
      throw invalid("invalid range in character class", at: offset)
    }
    members.set.formUnion(set)
    members.last = nil
  }

  /// Where the `]` of a `[:name:]`, `[.x.]` or `[=x=]` stands that begins there.
  private func posixEnd(from start: Int) -> Int? {
    guard start + 1 < bytes.count, [0x3A, 0x2E, 0x3D].contains(bytes[start + 1]) else { return nil }
    let mark = bytes[start + 1]
    var place = start + 2
    while place + 1 < bytes.count, bytes[place] != UInt8(ascii: "]"), bytes[place] != 0x5C {
      if bytes[place] == mark, bytes[place + 1] == UInt8(ascii: "]") { return place + 1 }
      place += 1
    }
    return nil
  }

  private mutating func posixClass(until end: Int) throws(PatternProblem) -> ByteSet {
    guard bytes[place + 1] == UInt8(ascii: ":") else {
      throw invalid("POSIX collating elements are not supported")
    }
    place += 2
    let isNegative = skip("^")
    let name = String(decoding: bytes[place..<(end - 1)], as: UTF8.self)
    if ["<", ">"].contains(name) { throw notSimulated("[[:\(name):]]") }
    guard let set = ByteSet.posix(name, ignoresCase: flags.ignoresCase) else {
      throw invalid("unknown POSIX class name")
    }
    place = end + 1
    return isNegative ? set.inverted : set
  }
}
