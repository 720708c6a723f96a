import FoundationEssentials
import Testing
import TokkiLanguage

@testable import TokkiREPL

@Suite("History") struct HistoryTests {
  @Test(
    "a line typed again moves to the end",
    arguments: [
      (["a", "b", "a"], ["b", "a"]),
      (["a", "a"], ["a"]),
      (["a", "", "  ", "b"], ["a", "b"]),
      (["큐", "a", "큐"], ["a", "큐"]),
    ])
  func unique(typed: [String], kept: [String]) {
    var history = History()
    for line in typed { _ = history.remember(line) }
    #expect(history.lines == kept)
    #expect(History(typed).lines == kept)
  }

  @Test("the oldest lines are forgotten first")
  func limit() {
    var history = History((0..<History.limit).map { "line \($0)" })
    #expect(history.remember("one more") == .rearranged)
    #expect(history.lines.count == History.limit)
    #expect(history.lines.first == "line 1")
    #expect(history.lines.last == "one more")
  }

  @Test(
    "a password is not kept",
    arguments: [
      ("connect amqp://guest:guest@localhost/", "connect amqp://guest:***@localhost/"),
      ("connect amqps://u:p@h/v # note@x", "connect amqps://u:***@h/v # note@x"),
      ("AMQP://u:p@h amqp://v:q@i", "AMQP://u:***@h amqp://v:***@i"),
      ("connect amqp://u:p@ss/w@rd@host", "connect amqp://u:***@host"),
      ("connect \"amqp://u:two words@host\" now@", "connect \"amqp://u:***@host\" now@"),
      ("connect amqp://u:비밀@host", "connect amqp://u:***@host"),
      ("connect amqp://guest@localhost:5672", "connect amqp://guest@localhost:5672"),
      ("connect amqp://localhost:5672", "connect amqp://localhost:5672"),
      ("publish \"\" q a:b@c", "publish \"\" q a:b@c"),
      ("amqp://", "amqp://"),
      ("open connection w1 --password hush x", "open connection w1 --password *** x"),
      ("open connection w1 --password=hush", "open connection w1 --password=***"),
      ("open connection w1 --password \"a \\\" b\" x", "open connection w1 --password *** x"),
      ("open connection w1 --passwords hush", "open connection w1 --passwords ***"),
      ("open connection w1 --password", "open connection w1 --password"),
    ])
  func passwords(line: String, kept: String) {
    #expect(History([line]).lines == [kept])
    #expect(withoutPasswords(kept) == kept)
  }

  @Test(
    "the file is found where the user's state is kept",
    arguments: [
      (["XDG_STATE_HOME": "/state", "HOME": "/home/u"], "/state/tokki/history"),
      (["XDG_STATE_HOME": "relative", "HOME": "/home/u"], "/home/u/.local/state/tokki/history"),
      (["HOME": "/home/u"], "/home/u/.local/state/tokki/history"),
      ([:], nil),
    ])
  func place(environment: [String: String], path: String?) {
    #expect(HistoryFile.ofUser(environment: environment)?.path == path)
  }

  @Test("the file holds what several sessions typed, each line once, for its owner alone")
  func file() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/tokki-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/state/history"
    let (one, other) = (HistoryFile(path: path), HistoryFile(path: path))
    one.remember("declare queue 큐")
    other.remember("list queues")
    one.remember("declare queue 큐")
    one.remember("connect amqp://u:p@h")
    let text = String(
      decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    #expect(text == "list queues\ndeclare queue 큐\nconnect amqp://u:***@h\n")
    #expect(other.load().lines.count == 3)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("a file that cannot be written costs nothing but the history")
  func unwritable() {
    let file = HistoryFile(path: "/proc/nowhere/history")
    file.remember("list queues")
    #expect(file.load().lines.isEmpty)
  }
}

@Suite("Search in the history") struct HistorySearchTests {
  static let lines = ["declare queue 가", "list queues", "declare queue 나", "show"]

  @Test(
    "keys lead to a line",
    arguments: [
      ("decl", "declare queue 나"),
      ("decl\u{12}", "declare queue 가"),
      ("decl\u{12}\u{12}", "declare queue 가"),
      ("가", "declare queue 가"),
      ("가x", nil),
      ("가x\u{7F}", "declare queue 가"),
      ("queue", "declare queue 나"),
      ("queues", "list queues"),
      ("\u{12}", nil),
      ("", nil),
      ("s\u{7F}", nil),
    ])
  func find(keys: String, match: String?) {
    var search = HistorySearch(lines: Self.lines)
    for key in keys.unicodeScalars { #expect(search.take(key) == .goesOn) }
    #expect(search.match == match)
  }

  @Test(
    "other keys end it",
    arguments: [
      ("\u{3}", .givenUp), ("\u{7}", .givenUp), ("\r", .found),
      ("\u{1B}", .found),
    ] as [(Unicode.Scalar, HistorySearch.Step)])
  func end(key: Unicode.Scalar, step: HistorySearch.Step) {
    var search = HistorySearch(lines: Self.lines)
    #expect(search.take(key) == step)
  }
}
