import Testing
import TokkiShell

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Hangul and its neighbours take two cells, marks none",
    arguments: [
      ("", 0), ("abc", 3), ("안녕", 4), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("日本", 4),
      ("é", 1), ("e\u{301}", 1), ("──▶", 3), ("🐇", 2), ("ｱ", 1), ("Ａ", 2), ("토끼 rabbit", 11),
    ])
  func cells(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
