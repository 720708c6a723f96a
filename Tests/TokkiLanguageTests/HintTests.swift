import Testing

@testable import TokkiLanguage

@Suite("What a line still takes") struct HintTests {
  @Test(
    "the rest of the usage line stands behind what is typed",
    arguments: [
      ("", nil), ("  ", nil), ("# a comment", nil), ("nonsense", nil), ("nonsense ", nil),
      ("publ", "ish EXCHANGE KEY BODY [options] [as NAME]"),
      ("publish", " EXCHANGE KEY BODY [options] [as NAME]"),
      ("publish ", "EXCHANGE KEY BODY [options] [as NAME]"),
      ("publish logs", " KEY BODY [options] [as NAME]"),
      ("publish \"\" hello ", "BODY [options] [as NAME]"),
      ("publish \"\" hello \"Hel", nil),
      ("publish \"\" hello hi --pri", nil),
      ("publish \"\" hello hi --priority", " N"),
      ("publish \"\" hello hi --priority ", "N"),
      ("publish \"\" hello hi --priority 1 as", " NAME"),
      ("publish \"\" hello hi as p ", "[options]"),
      ("publish \"\" hello hi there", nil),
      ("declare", " queue|exchange"), ("declare ", "queue|exchange"),
      ("declare q", "ueue [QUEUE] [options] [as NAME]"),
      ("queue.declare ", "[QUEUE] [options] [as NAME]"),
      ("advance ", "DURATION"), ("advance 1s", nil), ("undo 1 2", nil),
      ("expect queue ", nil),
    ] as [(String, String?)])
  func hint(line: String, hint: String?) {
    #expect(Hint.after(line) == hint)
  }
}
