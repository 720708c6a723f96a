import Testing
import TokkiShell

@Suite("JSON")
struct JSONValueTests {
  @Test("Members keep their order, texts are escaped")
  func writes() {
    let value = JSONValue.object([
      .init("b", 1), .init("a", [true, .null, .number(1.5)]),
      .init("text", "\"\\\n\u{1B}\u{202E}한\u{2028}"),
    ])
    #expect(
      value.text
        == #"{"b":1,"a":[true,null,1.5],"text":"\"\\\n\u001b\u202e한\u2028"}"#)
  }
}
