import AMQPModel
import AMQPProtocol
import SeededRandom
import Testing

@Suite struct MethodCodingTests {
  @Test(arguments: Method.all) func everyMethodComesBackAsItWasWritten(_ method: Method) throws {
    for seed in UInt64(0)..<50 {
      var filler = ArgumentFiller(random: SeededGenerator(seed: seed))
      var method = method
      method.visit(&filler)
      var writer = WireWriter()
      writer.method(method)
      var reader = WireReader(writer.bytes)
      #expect(try reader.method() == method, "seed \(seed)")
      #expect(reader.count == 0, "seed \(seed)")
      for count in 0..<writer.bytes.count {
        var reader = WireReader(writer.bytes[..<count])
        #expect(throws: WireError.truncated, "seed \(seed), \(count) bytes") {
          try reader.method()
        }
      }
    }
  }
}

extension MethodCodingTests {
  @Test func whatIsTooLongForAShortStringIsNamed() {
    let long = String(repeating: "a", count: 256)
    let table: FieldTable = ["x": .array([.table([long: 1])])]
    #expect(
      Method.basicPublish(BasicPublish(routingKey: long)).overlongArguments == ["routing-key"])
    #expect(Method.queueDeclare(QueueDeclare(arguments: table)).overlongArguments == [long])
    #expect(Method.basicPublish(BasicPublish(routingKey: "a")).overlongArguments == [])
    var properties = BasicProperties()
    properties.correlationID = long
    properties.headers = table
    #expect(properties.overlongProperties == [long, "correlation-id"])
  }
}

/// Puts something in each argument.
struct ArgumentFiller: ArgumentVisitor {
  typealias Failure = Never

  var random: SeededGenerator

  mutating func octet(_ name: String, _ value: inout UInt8) {
    value = .random(in: 0...255, using: &random)
  }
  mutating func short(_ name: String, _ value: inout UInt16) {
    value = .random(in: 0...65535, using: &random)
  }
  mutating func long(_ name: String, _ value: inout UInt32) {
    value = .random(in: 0 ... .max, using: &random)
  }
  mutating func longLong(_ name: String, _ value: inout UInt64) { value = random.next() }
  mutating func shortString(_ name: String, _ value: inout String) { value = text() }
  mutating func longString(_ name: String, _ value: inout [UInt8]) { value = Array(text().utf8) }
  mutating func bit(_ name: String, _ value: inout Bool) { value = .random(using: &random) }
  mutating func table(_ name: String, _ value: inout FieldTable) { value = table(depth: 0) }
  mutating func reservedShort(_ name: String) {}

  mutating func text() -> String {
    let letters = Array("aZ0.*#안녕 \u{0}\u{7F}")
    return String(
      (0..<Int.random(in: 0...30, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? "a"
      })
  }

  mutating func table(depth: Int) -> FieldTable {
    FieldTable(
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        FieldTable.Entry(name: text(), value: value(depth: depth))
      })
  }

  mutating func value(depth: Int) -> FieldValue {
    switch Int.random(in: 0..<(depth < 3 ? 17 : 15), using: &random) {
    case 0: .boolean(.random(using: &random))
    case 1: .int8(.random(in: .min ... .max, using: &random))
    case 2: .uint8(.random(in: .min ... .max, using: &random))
    case 3: .int16(.random(in: .min ... .max, using: &random))
    case 4: .uint16(.random(in: .min ... .max, using: &random))
    case 5: .int32(.random(in: .min ... .max, using: &random))
    case 6: .uint32(.random(in: .min ... .max, using: &random))
    case 7: .int64(.random(in: .min ... .max, using: &random))
    case 8: .float(.random(in: -1...1, using: &random))
    case 9: .double(.random(in: -1...1, using: &random))
    case 10: .decimal(scale: .random(in: 0...9, using: &random), value: 12345)
    case 11: .longString(Array(text().utf8))
    case 12: .byteArray([0, 255, 128])
    case 13: .timestamp(random.next())
    case 14: .void
    case 15: .array((0..<3).map { _ in value(depth: depth + 1) })
    default: .table(table(depth: depth + 1))
    }
  }
}
