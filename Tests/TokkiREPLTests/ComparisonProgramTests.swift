import Foundation
import Testing

/// The program as it was built, without a broker to compare with.
@Suite("The program compares") struct ComparisonProgramTests {
  /// Nobody listens there.
  private static let nobody = "amqp://guest:guest@127.0.0.1:1"

  private static func file(_ name: String, _ text: String) throws -> String {
    let folder = Program.makeState()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  @Test("without a broker the status is 69, with a sentence", arguments: ["compare", "verify"])
  func unreachable(_ subcommand: String) throws {
    let text = """
      <!-- tokki transcript: seed 1, profile 4.0 -->

      ```tokki
      tokki> declare queue q
      ✓ queue q declared · classic, transient
      ```

      """
    let file = try Self.file("page.md", text)
    let run = try Program.run([subcommand, file, "--broker", Self.nobody])
    #expect(run.status == 69)
    #expect(
      run.complaints
        == "✗ the broker cannot be reached: 127.0.0.1:1: connection refused\n")
  }

  @Test("a file that is not there, or holds what is no command, is status 65")
  func unreadable() throws {
    let missing = try Program.run(["compare", "/nowhere.tokki", "--broker", Self.nobody])
    #expect(missing.status == 65)
    #expect(missing.complaints == "/nowhere.tokki: there is no such file\n")
    let file = try Self.file("odd.tokki", "declare queue q\npublsh q\n")
    let odd = try Program.run(["compare", file, "--broker", Self.nobody])
    #expect(odd.status == 65)
    #expect(odd.complaints == "\(file):2: no command: publsh q\n")
  }

  @Test(
    "what cannot be asked is status 64",
    arguments: [
      ["compare", "x.tokki"], ["compare", "--broker", nobody],
      ["compare", "x.tokki", "--times", "0", "--broker", nobody],
      ["compare", "x.tokki", "--jobs", "0", "--broker", nobody],
    ])
  func usage(_ arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }
}
