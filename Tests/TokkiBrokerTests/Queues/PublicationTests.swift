import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("A message as it is published")
struct PublicationTests {
  static func message(
    expiration: String? = nil, headers: FieldTable? = nil, profile: Profile = .rabbitMQ40
  ) throws(AMQPException) -> Message {
    var properties = BasicProperties()
    properties.expiration = expiration
    properties.headers = headers
    return try Message(
      id: MessageID(number: 1), publish: BasicPublish(exchange: "x", routingKey: "key"),
      content: Content(properties: properties), profile: profile)
  }

  static func refusal(expiration: String? = nil, headers: FieldTable? = nil) -> String? {
    do throws(AMQPException) {
      _ = try message(expiration: expiration, headers: headers)
      return nil
    } catch {
      return error.text
    }
  }

  @Test(
    "an expiration is a number of milliseconds up to ten years",
    arguments: [
      ("abc", "no_integer"), ("", "no_integer"), (" 5", "no_integer"), ("-", "no_integer"),
      ("5x", "{leftover_string,\"x\"}"), ("1.5", "{leftover_string,\".5\"}"),
      ("-1", "{value_negative,-1}"), ("99999999999999", "{value_too_large,99999999999999}"),
      ("100000000000000000000", "{value_too_large,100000000000000000000}"),
      ("315360000000", nil), ("0", nil), ("+5", nil), ("-0", nil),
    ] as [(String, String?)])
  func expiration(text: String, problem: String?) {
    #expect(
      Self.refusal(expiration: text)
        == problem.map { "PRECONDITION_FAILED - invalid expiration '\(text)': \($0)" })
  }

  @Test("4.0 writes the expiration anew, 3.10 leaves it")
  func expirationText() throws {
    for profile in Profile.all {
      let message = try Self.message(expiration: "+007000", profile: profile)
      #expect(message.expiration == 7000)
      #expect(
        message.content.properties.expiration
          == (profile == .rabbitMQ40 ? "7000" : "+007000"))
    }
  }

  @Test("CC and BCC are lists of more routing keys; BCC does not travel on")
  func carbonCopies() throws {
    let message = try Self.message(
      headers: ["CC": .array(["a", 1, "b"]), "BCC": .array(["c"])])
    #expect(message.extraKeys == ["a", "b", "c"])
    #expect(message.blindKeys == ["c"])
    #expect(message.content.properties.headers == ["CC": .array(["a", 1, "b"])])
  }

  @Test(
    "CC and BCC that are no lists are refused",
    arguments: [("CC", "a", "longstr"), ("BCC", 5, "signedint")]
      as [(String, FieldValue, String)])
  func wrongCopies(name: String, value: FieldValue, type: String) {
    #expect(
      Self.refusal(headers: [name: value])
        == """
        PRECONDITION_FAILED - invalid message: {unacceptable_type_in_header,"\(name)",\(type)}
        """)
  }

  @Test("4.0 delivers headers by name, each once; 3.10 as they came")
  func headerOrder() throws {
    var headers: FieldTable = ["b": 1, "a": 2, "C": 3, "c": 4]
    headers.entries.append(.init(name: "a", value: 5))
    #expect(
      try Self.message(headers: headers).content.properties.headers
        == ["C": 3, "a": 2, "b": 1, "c": 4])
    #expect(
      try Self.message(headers: headers, profile: .rabbitMQ310).content.properties.headers
        == headers)
  }
}
