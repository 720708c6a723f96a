import Synchronization
import Testing
import TokkiLanguage
import TokkiShell
import TokkiSimulation

@Suite("Programs in files")
struct FileTests {
  /// Files in memory.
  private final class Files: NewFiles {
    let made = Mutex<[String: String]>([:])

    func make(_ path: String, text: String) -> NewFileFault? {
      made.withLock { files in
        if path.hasPrefix("/nowhere") { return .impossible("No such file or directory") }
        if files[path] != nil { return .isThere }
        files[path] = text
        return nil
      }
    }
  }

  @Test("A program is written to a new file; one that is there stays as it is")
  func written() async {
    let files = Files()
    let shell = Shell(simulator: Simulation(seed: 1), files: files)
    func answer(_ line: String) async -> String {
      await shell.render(await shell.run(line))
    }
    _ = await answer("declare queue a")
    #expect(await answer("code go --to run.go") == "✓ the program is in run.go")
    let program = files.made.withLock { $0["run.go"] }
    #expect(program?.hasPrefix("// Written by Tokki") == true)
    #expect(program?.contains("\n\tconnection := must(connect(\"you\"))\n") == true)
    #expect(
      await answer("code python --to run.go") == """
        ✗ run.go is there already, and stays as it is
          Try: help code
        """)
    #expect(files.made.withLock { $0["run.go"] } == program)
    #expect(
      await answer("code go --to /nowhere/run.go") == """
        ✗ /nowhere/run.go cannot be written: No such file or directory
          Try: help code
        """)
  }

  @Test("Writing a program is no step of undo, and none of the program")
  func noStep() async {
    let shell = Shell(simulator: Simulation(seed: 1), files: Files())
    for line in ["declare queue a", "code go", "code go --to x"] { _ = await shell.run(line) }
    let answer = await shell.render(await shell.run("undo"))
    #expect(answer == "✓ undone: declare queue a")
  }
}
