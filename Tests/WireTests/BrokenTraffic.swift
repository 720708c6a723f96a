import AMQPModel
import AMQPProtocol
import SeededRandom

/// What a client might send, and what it never should: frames of real traffic, with a few octets
/// changed, lost, doubled or swapped.
struct BrokenTraffic {
  private var random: SeededGenerator
  /// Whole frames, and runs of them that belong together.
  private let frames: [[UInt8]]
  private let openings: [[UInt8]]

  init(seed: UInt64, _ material: Material) {
    random = SeededGenerator(seed: seed)
    frames = material.frames
    openings = material.openings
  }

  /// What mutations start from.
  struct Material: Sendable {
    var frames: [[UInt8]] = []
    /// Each brings a connection so far that methods may follow.
    var openings: [[UInt8]] = []

    /// All that the scenarios send, as far as it is short, and every method once.
    static func ofScenarios() throws -> Material {
      var material = Material()
      for concept in try WireFiles.concepts() {
        for scenario in try WireFiles.scenarios(concept) {
          for step in scenario.steps {
            switch step {
            case .open(let bytes): material.openings.append(bytes)
            case .send(let bytes, _): if bytes.count < 1000 { material.frames.append(bytes) }
            case .sendUntilClosed, .wait, .untilClosed, .hangUp: break
            }
          }
        }
      }
      for method in Method.all {
        var writer = WireWriter()
        writer.frames(of: method, Content(text: "hello"), channel: 1, frameMax: 4096)
        material.frames.append(writer.bytes)
      }
      return material
    }
  }

  /// How a connection begins: mostly well.
  mutating func opening() -> [UInt8] {
    let opening = random.pick(openings) ?? []
    return random.chance(1, in: 4) ? broken(opening) : opening
  }

  /// The next frames, nearly always broken.
  mutating func next() -> [UInt8] {
    let frames = random.pick(frames) ?? []
    return random.chance(1, in: 10) ? frames : broken(frames)
  }

  /// Where to cut bytes that come in several pieces.
  mutating func pieces(of bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.count > 1, random.chance(1, in: 4) else { return [bytes] }
    let cut = Int.random(in: 1..<bytes.count, using: &random)
    return [Array(bytes[..<cut]), Array(bytes[cut...])]
  }

  mutating func milliseconds() -> Int64 {
    random.chance(1, in: 50) ? Int64.random(in: 0...40_000, using: &random) : 1
  }

  private mutating func broken(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<7, using: &random) {
      case 0, 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes[place] = random.pick([0, 1, 0x7F, 0x80, 0xCE, 0xFF]) ?? 0
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 4))
      case 4: bytes.insert(contentsOf: bytes[place...].prefix(8), at: place)
      case 5: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
