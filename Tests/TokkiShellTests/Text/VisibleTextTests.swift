import Testing
import TokkiShell

@Suite("Text from outside")
struct VisibleTextTests {
  @Test(
    "Control characters are written out",
    arguments: [
      ("plain", "plain"), ("two\nlines", "two\\nlines"), ("\u{1B}[31mred", "\\e[31mred"),
      ("a\tb\r", "a\\tb\\r"), ("\u{7}", "\\u{7}"), ("\u{9B}31m", "\\u{9B}31m"),
      ("a\u{202E}b", "a\\u{202E}b"), ("zero\u{200B}width", "zero\\u{200B}width"),
      ("한글", "한글"), ("\r\n", "\\r\\n"), ("line\u{2028}", "line\\u{2028}"),
    ])
  func escapes(text: String, shown: String) {
    #expect(VisibleText.escaped(text) == shown)
  }

  @Test(
    "A name is shown as one word, quoted where it must be",
    arguments: [
      ("task_queue", "task_queue"), ("", "\"\""), ("a b", "\"a b\""), ("큐", "큐"),
      ("say \"hi\"", "\"say \\\"hi\\\"\""), ("amq.gen-x", "amq.gen-x"), ("a\u{1B}b", "\"a\\eb\""),
    ])
  func names(name: String, shown: String) {
    #expect(VisibleText.name(name) == shown)
  }

  @Test("A body that is not UTF-8 is shown as bytes")
  func bytes() {
    #expect(VisibleText.body([0xFF, 0x00, 0x0A]) == "<3 bytes: ff 00 0a>")
    #expect(VisibleText.body(Array("안녕\n".utf8)) == "\"안녕\\n\"")
  }

  @Test("A long body is cut, and its length is said")
  func long() {
    let body = Array(String(repeating: "가", count: 100).utf8)
    #expect(VisibleText.body(body, cells: 10) == "\"가가가가가…\" (300 bytes)")
    #expect(VisibleText.body(body, cells: 10, in: .korean) == "\"가가가가가…\" (300바이트)")
    #expect(VisibleText.body([0xFF], in: .korean) == "<1바이트: ff>")
  }

  @Test("Whatever the bytes, nothing that moves a cursor is left")
  func random() {
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let bytes = (0..<8).map { UInt8(truncatingIfNeeded: state >> ($0 * 8)) }
      let shown = VisibleText.body(bytes)
      #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
  }
}
