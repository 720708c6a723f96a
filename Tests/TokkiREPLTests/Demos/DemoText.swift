import Foundation

/// Transcripts for tests, and a folder for what is made of them.
final class DemoText {
  let folder = Program.makeState()

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  /// A file of that name; its path.
  func write(_ text: String, as name: String = "demo.md") throws -> String {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    return path(name)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  static let two = """
    <!-- tokki transcript: seed 1, profile 4.0 -->

    # Two chapters

    Hello **there**, `you`.

    <!-- tokki hidden: declare queue q -->

    ## One

    <!-- tokki note: Say one. -->

    ```tokki
    tokki> publish "" q one
    "one" → default exchange · key q names a queue
      → q (1 ready)
    tokki> publish "" q two
    "two" → default exchange · key q names a queue
      → q (2 ready)
    ```

    ## Two

    The second part.

    <!-- tokki note: Say two. -->

    ```tokki
    tokki> advance 2s
    ✓ 2s passed: it is 2s now
      nothing fell due
    tokki> get q
    you ← q "one" · tag 1 · 1 more ready
    ```

    """

  /// The transcripts of the repository, by their names.
  static func ofRepository() throws -> [String: String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "transcripts")
    var texts: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".md") {
      texts[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return texts
  }
}
