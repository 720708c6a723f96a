import Foundation
import Testing
import TokkiBroker
import TokkiShell

@Suite("The rule behind an exception")
struct ExceptionRuleTests {
  /// What real brokers wrote, taken from the recordings of the conformance tests.
  private static func replies() throws -> [(code: UInt16, text: String)] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = tests.appendingPathComponent("ConformanceTests/Recordings/4.0")
    var replies: [(code: UInt16, text: String)] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      collect(try JSONSerialization.jsonObject(with: data), into: &replies)
    }
    return replies
  }

  private static func collect(_ value: Any, into replies: inout [(code: UInt16, text: String)]) {
    if let list = value as? [Any] {
      for element in list { collect(element, into: &replies) }
    } else if let object = value as? [String: Any] {
      if let code = object["reply-code"] as? Int, let text = object["reply-text"] as? String {
        replies.append((UInt16(clamping: code), text))
      }
      for element in object.values { collect(element, into: &replies) }
    }
  }

  @Test("Every text with which a real broker refused something has a rule and a cure")
  func recordings() throws {
    let replies = try Self.replies().filter { ![200, 312].contains($0.code) }
    #expect(replies.count > 100)
    for reply in replies {
      let answer = ExceptionAnswer(
        client: "you", channel: 1, code: reply.code, text: reply.text, method: "queue.declare",
        closesConnection: false)
      #expect(answer.rule != nil, "\(reply.code) \(reply.text)")
      #expect(answer.suggestion != nil, "\(reply.code) \(reply.text)")
    }
  }

  @Test(
    "The rule and the object are read from the broker's words",
    arguments: [
      (
        406, "PRECONDITION_FAILED - exchange 'a' in vhost '/' in use",
        RuleName.exchangeInUse, "a"
      ),
      (406, "PRECONDITION_FAILED - queue 'b' in vhost '/' in use", .queueInUse, "b"),
      (403, "ACCESS_REFUSED - queue 'c' in vhost '/' in exclusive use", .exclusiveConsumer, "c"),
      (404, "NOT_FOUND - no queue 'it's' in vhost '/'", .noQueue, "it's"),
      (406, "PRECONDITION_FAILED - unknown exchange type 'x'", .unknownExchangeType, "none"),
      (503, "COMMAND_INVALID - unknown exchange type 'x'", .unknownExchangeType, "none"),
    ])
  func rules(code: UInt16, text: String, rule: RuleName, object: String) {
    let answer = ExceptionAnswer(
      client: "you", channel: 1, code: code, text: text, method: nil, closesConnection: false)
    #expect(answer.rule == rule)
    #expect(answer.object ?? "none" == object)
  }
}
