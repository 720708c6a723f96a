import Testing
import TokkiLanguage

@testable import TokkiCode

@Suite("Texts in programs")
struct StringTests {
  private static let program = Program()

  /// How each language writes a text.
  private func quoted(_ text: String) -> [String] {
    let (program, words) = (Self.program, Language.english)
    return [
      GoWriter(program: program, language: words).quoted(text),
      PythonWriter(program: program, language: words).quoted(text),
      JavaWriter(program: program, language: words).quoted(text),
      JavaScriptWriter(program: program, language: words).quoted(text),
      SwiftWriter(program: program, language: words).quoted(text),
      CSharpWriter(program: program, language: words).quoted(text),
    ]
  }

  @Test("What can stand as it is does so: Hangul, emoji, dollar signs, braces")
  func plain() {
    let text = "안녕 🐇 $x ${y} {z} %s 'q' `b`"
    #expect(quoted(text) == Array(repeating: "\"\(text)\"", count: 6))
  }

  @Test("Quotation marks, backslashes and line ends are escaped alike")
  func escaped() {
    #expect(
      quoted("\"\\(x)\\u0041\n\r\t") == Array(repeating: #""\"\\(x)\\u0041\n\r\t""#, count: 6))
  }

  @Test("Control characters and what turns the writing direction by their numbers")
  func numbered() {
    #expect(
      quoted("\u{0}\u{1b}\u{7f}\u{202e}\u{e0001}") == [
        #""\u0000\u001b\u007f\u202e\U000e0001""#, #""\u0000\u001b\u007f\u202e\U000e0001""#,
        #""\000\033\u007f\u202e\udb40\udc01""#, #""\u0000\u001b\u007f\u202e\udb40\udc01""#,
        #""\u{0}\u{1b}\u{7f}\u{202e}\u{e0001}""#, #""\u0000\u001b\u007f\u202e\udb40\udc01""#,
      ])
  }

  @Test("Java takes a long text in parts: a constant has an end")
  func long() {
    let text = String(repeating: "가", count: 40_000)
    let quoted = JavaWriter(program: Self.program, language: .english).quoted(text)
    #expect(quoted.hasPrefix("String.join(\"\", \"가"))
    #expect(quoted.split(separator: "\"").allSatisfy { $0.utf8.count < 65_535 })
  }

  @Test(
    "Names of clients become variables",
    arguments: [
      (["you"], ["channel"]), (["w1"], ["w1Channel"]), (["3 odd-name!"], ["client3OddNameChannel"]),
      (["작업자 1"], ["작업자1Channel"]), (["!"], ["clientChannel"]),
      (["a b", "a-b"], ["aBChannel", "aBChannel2"]), (["class"], ["classChannel"]),
    ])
  func variables(clients: [String], variables: [String]) {
    var names = VariableNames()
    let found = clients.map { names.name("channel", of: $0 == "you" ? nil : $0).camelCase }
    #expect(found == variables)
  }
}
