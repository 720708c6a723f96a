import Testing
import TokkiBroker

@Suite("A reply text tells its rule")
struct ExceptionRuleTests {
  private func found(_ code: UInt16, _ text: String) -> ExceptionRule.Finding? {
    ExceptionRule.behind(code: code, text: text)
  }

  @Test("What stands in the template's places is taken from the text, whatever it is")
  func places() throws {
    let plain = try #require(found(404, "NOT_FOUND - no queue 'a' in vhost '/'"))
    #expect(plain.rule.name == .noQueue)
    #expect(plain["queue"] == "a" && plain["vhost"] == "/" && plain["exchange"] == nil)
    let quoted = try #require(found(404, "NOT_FOUND - no queue 'it's' in vhost '토끼'"))
    #expect(quoted["queue"] == "it's" && quoted["vhost"] == "토끼")
    let empty = try #require(found(404, "NOT_FOUND - no queue '' in vhost ''"))
    #expect(empty["queue"] == "" && empty["vhost"] == "")
    let long = try #require(
      found(
        406,
        "PRECONDITION_FAILED - inequivalent arg 'x-max-length' for queue 'q' in vhost '/': "
          + "received none but current is the value '2' of type 'signedint'"))
    #expect(
      long.holes.map { "\($0.name) \($0.value)" } == [
        "argument x-max-length", "queue q", "vhost /", "current 2", "type signedint",
      ])
  }

  @Test("A text that RabbitMQ has cut fits as far as it goes")
  func cut() throws {
    let name = String(repeating: "a", count: 230)
    let inName = try #require(found(404, "NOT_FOUND - no queue '\(name)..."))
    #expect(inName.rule.name == .noQueue && inName["queue"] == name)
    let inWords = try #require(found(404, "NOT_FOUND - no exchange '\(name)' in vh..."))
    #expect(inWords.rule.name == .noExchange && inWords["exchange"] == name)
    #expect(found(404, "NOT_FOUND - no queue 'a...") == nil)
  }

  @Test("The rule that says more of a text goes before one of free words")
  func exactness() {
    #expect(found(320, "CONNECTION_FORCED - maintenance at noon")?.rule.name == .connectionForced)
    #expect(
      found(320, "CONNECTION_FORCED - vhost 'a' is deleted")?.rule.name == .virtualHostDeleted)
    #expect(
      found(403, "ACCESS_REFUSED - read access to queue 'q' in vhost '/' refused for user 'u'")?
        .rule.name == .accessRefused)
  }

  @Test("Code and text belong together, from end to end")
  func ends() {
    #expect(found(541, "INTERNAL_ERROR")?.rule.name == .faultInBroker)
    #expect(found(404, "NOT_FOUND") == nil)
    #expect(found(406, "NOT_FOUND - no queue 'a' in vhost '/'") == nil)
    #expect(found(404, "NOT_FOUND - no queue 'a' in vhost '/' any more") == nil)
    #expect(found(404, "NOT_FOUND - there is no queue 'a' in vhost '/'") == nil)
    #expect(found(1, "NOT_FOUND - no queue 'a' in vhost '/'") == nil)
  }
}
