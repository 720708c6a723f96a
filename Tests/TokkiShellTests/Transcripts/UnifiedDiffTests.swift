import Testing
import TokkiShell

@Suite("Unified diff")
struct UnifiedDiffTests {
  private func diff(_ old: [String], _ new: [String]) -> String {
    UnifiedDiff.of(
      old.joined(separator: "\n"), new.joined(separator: "\n"), oldName: "a", newName: "b")
  }

  @Test("Equal texts have none")
  func equal() {
    #expect(diff(["1", "2"], ["1", "2"]) == "")
  }

  @Test("Three lines around each change; far changes in hunks of their own")
  func hunks() {
    let old = (1...20).map(String.init)
    var new = old
    new[1] = "two"
    new.remove(at: 17)
    #expect(
      diff(old, new) == """
        --- a
        +++ b
        @@ -1,5 +1,5 @@
         1
        -2
        +two
         3
         4
         5
        @@ -15,6 +15,5 @@
         15
         16
         17
        -18
         19
         20

        """)
  }

  @Test("Lines put in at the beginning")
  func insert() {
    #expect(
      diff(["b"], ["a", "b"]) == "--- a\n+++ b\n@@ -1 +1,2 @@\n+a\n b\n")
  }
}
