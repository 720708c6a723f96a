import AMQPModel
import Testing

@Suite struct FieldTableTests {
  @Test func namesAreComparedByteForByte() {
    let composed = "한"
    let decomposed = "\u{1112}\u{1161}\u{11AB}"
    var table: FieldTable = [composed: 1]
    #expect(table[composed] == 1)
    #expect(table[decomposed] == nil)
    table[decomposed] = 2
    #expect(table.entries.count == 2)
    #expect(ExactName(composed) != ExactName(decomposed))
    #expect(Set([ExactName(composed), ExactName(decomposed)]).count == 2)
  }

  @Test func settingKeepsThePlaceAndNilRemoves() {
    var table: FieldTable = ["a": 1, "b": 2]
    table["a"] = "one"
    table["c"] = .void
    #expect(table == ["a": "one", "b": 2, "c": .void])
    table["b"] = nil
    #expect(table == ["a": "one", "c": .void])
  }

  @Test func integersOfEveryWidthAreOneInteger() {
    let values: [FieldValue] = [
      .int8(5), .uint8(5), .int16(5), .uint16(5), .int32(5), .uint32(5), .int64(5),
    ]
    for value in values { #expect(value.integer == 5) }
    #expect(FieldValue.string("5").integer == nil)
    #expect(FieldValue.double(5).integer == nil)
  }

  @Test func aLiteralNumberTakesTheNarrowerOfTwoTypes() {
    #expect((5 as FieldValue) == .int32(5))
    #expect((5_000_000_000 as FieldValue) == .int64(5_000_000_000))
  }
}
