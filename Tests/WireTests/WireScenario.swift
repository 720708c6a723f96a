import Foundation
import MethodJSON

/// What goes over one socket, one step after the other. `record_wire.py` says what the steps mean.
struct WireScenario: Sendable {
  enum Step: Sendable {
    /// Opens the connection; what the server answers is not looked at.
    case open([UInt8])
    case send([UInt8], isDripped: Bool)
    /// Sends, and waits until the server closes the socket, at most so long.
    case sendUntilClosed([UInt8], milliseconds: Int64)
    case wait(milliseconds: Int64)
    case untilClosed(milliseconds: Int64)
    case hangUp
  }

  var name: String
  var steps: [Step]
}

extension WireScenario {
  init(_ json: JSON) throws(NotAsWritten) {
    guard let name = json["name"]?.text, let steps = json["steps"]?.items else {
      throw NotAsWritten(description: "a scenario has a name and steps")
    }
    self.name = name
    self.steps = []
    for step in steps { self.steps.append(try Step(step)) }
  }
}

extension WireScenario.Step {
  init(_ json: JSON) throws(NotAsWritten) {
    if let pieces = json["open"]?.items {
      self = .open(try Self.bytes(pieces))
    } else if let pieces = json["send"]?.items {
      let bytes = try Self.bytes(pieces)
      if let seconds = json["until-closed"]?.wholeNumber {
        self = .sendUntilClosed(bytes, milliseconds: seconds * 1000)
      } else {
        self = .send(bytes, isDripped: json["drip"] != nil)
      }
    } else if let seconds = json["wait"]?.wholeNumber {
      self = .wait(milliseconds: seconds * 1000)
    } else if let seconds = json["until-closed"]?.wholeNumber {
      self = .untilClosed(milliseconds: seconds * 1000)
    } else if json["hang-up"] != nil {
      self = .hangUp
    } else {
      throw NotAsWritten(description: "no such step: \(json)")
    }
  }

  private static func bytes(_ pieces: [JSON]) throws(NotAsWritten) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      if let digits = piece.text {
        bytes += try hexadecimal(digits)
      } else if let count = piece["x"]?.wholeNumber {
        bytes += [UInt8](repeating: UInt8(ascii: "x"), count: Int(count))
      } else if let depth = piece["nested"]?.wholeNumber {
        bytes += nestedTables(Int(depth))
      } else if let count = piece["channels"]?.wholeNumber {
        for number in 1...UInt16(clamping: max(1, count)) {
          bytes += [1] + bigEndian(number) + [0, 0, 0, 5, 0, 20, 0, 10, 0, 0xCE]
        }
      } else {
        throw NotAsWritten(description: "no such piece: \(piece)")
      }
    }
    return bytes
  }

  private static func hexadecimal(_ digits: String) throws(NotAsWritten) -> [UInt8] {
    let digits = Array(digits)
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(digits[start..<min(start + 2, digits.count)]), radix: 16)
      else { throw NotAsWritten(description: "not hexadecimal: \(digits[start])") }
      bytes.append(byte)
    }
    return bytes
  }

  /// A table that holds one under the name `t` that holds one, and so on, with its length.
  private static func nestedTables(_ depth: Int) -> [UInt8] {
    // From the outside in: each has seven bytes more than the one within.
    var bytes: [UInt8] = []
    for inner in (0...depth).reversed() {
      bytes += bigEndian(UInt32(inner * 7))
      if inner > 0 { bytes += Array("\u{1}tF".utf8) }
    }
    return bytes
  }

  private static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}

/// The files next to these sources.
enum WireFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func read(_ path: String) throws -> JSON {
    try JSONReader.read(Array(Data(contentsOf: folder.appending(path: path))))
  }

  /// The names of the scenario files, without `.json`, in alphabetical order.
  static func concepts() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Bytes").path(percentEncoded: false)
    )
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func scenarios(_ concept: String) throws -> [WireScenario] {
    try (read("Bytes/\(concept).json").items ?? []).map { try WireScenario($0) }
  }
}
