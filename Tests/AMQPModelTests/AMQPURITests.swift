import AMQPModel
import Testing

@Suite struct AMQPURITests {
  @Test func everyPartMayBeLeftOut() throws {
    let uri = try AMQPURI("amqp://")
    #expect(uri.host == "localhost")
    #expect(uri.port == 5672)
    #expect(uri.user == "guest")
    #expect(uri.password == "guest")
    #expect(uri.virtualHost == "/")
  }

  @Test func everyPartIsRead() throws {
    let uri = try AMQPURI("amqps://%ED%86%A0:p%40ss:x@[::1]:5700/a%2Fb?heartbeat=10&verify")
    #expect(uri.scheme == .amqps)
    #expect(uri.user == "토")
    #expect(uri.password == "p@ss:x")
    #expect(uri.host == "::1")
    #expect(uri.port == 5700)
    #expect(uri.virtualHost == "a/b")
    #expect(
      uri.parameters == [
        AMQPURI.Parameter(name: "heartbeat", value: "10"),
        AMQPURI.Parameter(name: "verify", value: ""),
      ])
  }

  @Test(arguments: [
    ("amqp://h", "/"), ("amqp://h/", "/"), ("amqp://h/%2F", "/"), ("amqp://h/dev", "dev"),
  ])
  func theVirtualHostIsThePath(text: String, virtualHost: String) throws {
    #expect(try AMQPURI(text).virtualHost == virtualHost)
  }

  @Test func theDefaultPortIsTheSchemes() throws {
    #expect(try AMQPURI("amqps://h").port == 5671)
    #expect(try AMQPURI("AMQP://h").port == 5672)
  }

  @Test(arguments: [
    ("http://h", AMQPURI.Malformed.scheme), ("localhost", .scheme), ("", .scheme),
    ("amqp://h:0", .port("0")), ("amqp://h:70000", .port("70000")), ("amqp://h:", .port("")),
    ("amqp://h:+5", .port("+5")), ("amqp://[::1", .address("[::1")),
    ("amqp://[::1]x", .address("[::1]x")), ("amqp://a%4@h", .percentEncoding(in: "a%4")),
    ("amqp://%FF@h", .percentEncoding(in: "%FF")), ("amqp://h/a/b", .virtualHost("a/b")),
  ])
  func whatIsNoURIIsRefusedWithItsReason(text: String, malformed: AMQPURI.Malformed) {
    #expect(throws: malformed) { try AMQPURI(text) }
  }

  @Test func thePasswordIsNeverShown() throws {
    let uri = try AMQPURI("amqp://me:secret@h:5000/a%2Fb")
    #expect(uri.description == "amqp://me@h:5000/a%2Fb")
  }

  @Test func everySequenceOfItsSignsIsReadOrRefused() {
    let parts = ["amqp", "s", "://", ":", "@", "/", "?", "&", "=", "%", "2F", "[", "]", "h", "한"]
    for seed in 0..<10_000 {
      var (text, rest) = ("amqp://", seed * 2_654_435_761)
      while rest > 0 {
        text += parts[rest % parts.count]
        rest /= parts.count
      }
      if let uri = try? AMQPURI(text) { #expect(uri.port > 0, "seed \(seed)") }
    }
  }
}
