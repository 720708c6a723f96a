import Foundation
import Testing

/// Demos for people without Tokki, and transcripts that a trainer has changed.
@Suite("Demos of the repository") struct ExportTests {
  private let files: DemoText

  init() throws { files = try DemoText() }

  @Test("each plays, and exports as a cast and as a page")
  func all() throws {
    let texts = try DemoText.ofRepository()
    #expect(texts.count >= 20)
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      let path = try files.write(text, as: name)
      let played = try Program.run(["play", path])
      #expect(played.status == 0 && played.complaints.isEmpty, "\(name): \(played.complaints)")
      for format in ["asciicast", "html"] {
        let run = try Program.run([
          "export", path, "--format", format, "-o", files.path("out"), "--replace",
        ])
        #expect(run.status == 0, "\(name): \(run)")
        #expect(run.results.hasPrefix("✓ \(files.path("out")): "))
        #expect(try !files.read("out").isEmpty)
      }
    }
  }

  @Test("the demos of the lessons have a title, chapters, notes and pauses")
  func lessons() throws {
    let texts = try DemoText.ofRepository().filter { $0.key.hasPrefix("0") }
    #expect(texts.count == 6)
    for (name, text) in texts {
      let path = try files.write(text, as: name)
      let chapters = try Program.run(["play", path, "--chapters"]).results
      #expect(chapters.split(separator: "\n").count >= 3, "\(name)")
      #expect(text.contains("\n# ") && text.contains("<!-- tokki note: "), "\(name)")
      #expect(text.contains("<!-- tokki pause: "), "\(name)")
    }
  }

  @Test("a changed copy is verified by its path: a diff, then --accept, then all well")
  func changedCopy() throws {
    let text = try #require(try DemoText.ofRepository()["03-publish-subscribe.md"])
    let path = try files.write(
      text.replacing("publish logs \"\" \"disk full\"", with: "publish logs \"\" \"disk empty\"")
        .replacing("✓ queue {{disk}} declared {{*}}", with: "✓ {{disk}} declared"),
      as: "mine.md")
    let differing = try Program.run(["verify", path])
    #expect(differing.status == 1)
    #expect(differing.results.hasPrefix("✗ \(path): 2 of 14 answers differ\n--- \(path)\n+++ "))
    #expect(differing.results.contains("\n-\"disk full\" → logs (fanout)"))
    #expect(differing.results.contains("\n+\"disk empty\" → logs (fanout)"))
    #expect(try files.read("mine.md").contains("\"disk full\""))
    #expect(try Program.run(["verify", path, "--accept"]).status == 0)
    let accepted = try files.read("mine.md")
    #expect(accepted.contains("✓ queue {{screen}} declared {{*}}"))
    #expect(accepted.contains("✓ queue {{disk}} declared · classic"))
    #expect(accepted.contains("  disk ← {{disk}} \"disk empty\""))
    #expect(try Program.run(["verify", path]).status == 0)
    #expect(try Program.run(["verify", path, "--seed", "99"]).status == 0)
  }

  @Test("an export writes over nothing unasked, and never over its transcript")
  func overwriting() throws {
    let path = try files.write(DemoText.two)
    let made = files.path("demo.html")
    let export = ["export", path, "-o"]
    let refused =
      "\(made): the file is there already, and stays as it is; "
      + "--replace writes over it\n"
    #expect(try Program.run(export + [made]).status == 0)
    _ = try files.write("mine", as: "demo.html")
    #expect(
      try Program.run(export + [made]) == .init(status: 65, results: "", complaints: refused))
    #expect(try files.read("demo.html") == "mine")
    #expect(try Program.run(export + [made, "--replace"]).status == 0)
    #expect(try files.read("demo.html").contains("<title>"))
    let link = files.path("link.html")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    for same in [path, link] {
      let run = try Program.run(export + [same, "--format", "html", "--replace"])
      #expect(run.status == 65)
      #expect(
        run.complaints == "\(same): that is the transcript itself; name another file\n")
    }
    #expect(try files.read("demo.md") == DemoText.two)
  }

  @Test("what a link leads to is rewritten, what is no file is written to")
  func links() throws {
    let changed = DemoText.two.replacing("(1 ready)", with: "(7 ready)")
    _ = try files.write(changed, as: "real.md")
    let link = files.path("link.md")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.md")
    #expect(try Program.run(["verify", "--accept", link]).status == 0)
    #expect(try files.read("real.md") == DemoText.two)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.md")
    let run = try Program.run(
      ["export", link, "--format", "html", "--replace", "-o", "/dev/full"])
    #expect(
      run
        == .init(
          status: 65, results: "",
          complaints: "/dev/full: the file cannot be written (No space left on device)\n"))
  }

  private static let asciinema = "/usr/bin/asciinema"

  @Test(
    "asciinema plays the cast to its end",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: asciinema),
      "asciinema is not installed: apt-get install asciinema"))
  func cast() async throws {
    let path = try files.write(DemoText.two)
    let cast = files.path("demo.cast")
    #expect(try Program.run(["export", path, "-o", cast, "--speed", "100"]).status == 0)
    let environment = Program.environment(state: files.folder, ["LC_ALL": "C.UTF-8"])
    for arguments in [["cat", cast], ["play", "--speed", "100", cast]] {
      let terminal = try Terminal(
        running: Self.asciinema, arguments, environment: environment)
      #expect(try await terminal.exitStatus() == 0, "\(terminal.screen.lines)")
      let shown = terminal.screen.lines.joined(separator: "\n")
      let played = try Program.run(["play", path]).results
      #expect(shown.trimmingCharacters(in: .newlines) == played.dropLast())
    }
  }
}
