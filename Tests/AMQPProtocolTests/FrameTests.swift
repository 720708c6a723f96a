import AMQPModel
import AMQPProtocol
import SeededRandom
import Testing

@Suite struct FrameTests {
  @Test(arguments: Method.all)
  func everyMethodWithItsContentTravelsByteByByte(_ method: Method) throws {
    for seed in UInt64(0)..<5 {
      var filler = ArgumentFiller(random: SeededGenerator(seed: seed))
      var (method, properties) = (method, BasicProperties())
      method.visit(&filler)
      properties.visit(&filler)
      let body = Array(repeating: UInt8(7), count: [0, 1, 4088, 4089, 10_000][Int(seed)])
      var writer = WireWriter()
      let content = Content(properties: properties, body: body)
      writer.frames(of: method, content, channel: 9, frameMax: 4096)
      var parser = FrameParser(frameMax: 4096)
      var frames: [Frame] = []
      for byte in writer.bytes {
        parser.append([byte])
        while let frame = try parser.next() { frames.append(frame) }
      }
      #expect(parser.waiting == 0, "seed \(seed)")
      #expect(frames.allSatisfy { $0.channel == 9 }, "seed \(seed)")
      var reader = WireReader(try #require(frames.first).payload)
      #expect(try reader.method() == method, "seed \(seed)")
      guard method.carriesContent else { continue }
      reader = WireReader(frames[1].payload.dropFirst(12))
      #expect(try reader.properties() == properties, "seed \(seed)")
      #expect(reader.count == 0, "seed \(seed)")
      #expect(frames.dropFirst(2).flatMap { $0.payload } == body, "seed \(seed)")
    }
  }

  @Test func propertiesThatAreCutShortAreTruncated() throws {
    for seed in UInt64(0)..<50 {
      var filler = ArgumentFiller(random: SeededGenerator(seed: seed))
      var properties = BasicProperties()
      properties.visit(&filler)
      var writer = WireWriter()
      writer.properties(properties)
      for count in 0..<writer.bytes.count {
        var reader = WireReader(writer.bytes[..<count])
        #expect(throws: WireError.truncated, "seed \(seed), \(count) bytes") {
          try reader.properties()
        }
      }
    }
  }

  @Test(
    arguments: [
      ([1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], 0xFFFF_FFFF), ([3, 0, 1, 0, 0, 0x0F, 0xF9], 0x0FF9),
    ] as [([UInt8], UInt32)])
  func aFrameThatIsTooLargeIsKnownByItsFirstOctets(_ octets: [UInt8], _ size: UInt32) {
    var parser = FrameParser(frameMax: 4096)
    parser.append(octets)
    #expect(
      throws: FrameParser.Malformed.tooLarge(
        type: octets[0], channel: UInt16(octets[2]), size: size, limit: 4088)
    ) { try parser.next() }
  }

  @Test func noMoreIsHeldThanOneFrame() throws {
    var parser = FrameParser(frameMax: 4096)
    var writer = WireWriter()
    let content = Content(body: [UInt8](repeating: 1, count: 100_000))
    writer.frames(
      of: .basicPublish(BasicPublish()), content, channel: 1, frameMax: 4096)
    for byte in writer.bytes {
      parser.append([byte])
      while try parser.next() != nil {}
      #expect(parser.waiting < 4096)
    }
  }
}

extension ArgumentFiller: PropertyVisitor {
  mutating func octet(_ name: String, _ value: inout UInt8?) {
    value = random.chance(1, in: 2) ? .random(in: 0...255, using: &random) : nil
  }
  mutating func shortString(_ name: String, _ value: inout String?) {
    value = random.chance(1, in: 2) ? text() : nil
  }
  mutating func table(_ name: String, _ value: inout FieldTable?) {
    value = random.chance(1, in: 2) ? table(depth: 0) : nil
  }
  mutating func timestamp(_ name: String, _ value: inout UInt64?) {
    value = random.chance(1, in: 2) ? random.next() : nil
  }
}
