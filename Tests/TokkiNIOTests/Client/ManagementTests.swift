import AMQPModel
import Testing

@testable import TokkiNIO

/// RabbitMQ's management API, and whoever answers in its place.
@Suite(.timeLimit(.minutes(15))) struct ManagementTests {
  struct Named: Decodable, Equatable { var name: String }

  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var manner: FakePeer.Manner
    var failure: ManagementAPI.Failure?
  }

  static let cases = [
    Case(description: "an answer", manner: answer("200 OK", #"{"name":"a","more":[1]}"#)),
    Case(
      description: "a refusal", manner: answer("401 Unauthorized", #"{"error":"no"}"#),
      failure: .refused(status: 401, reason: "")),
    Case(
      description: "something else", manner: answer("200 OK", "<html>"), failure: .notUnderstood),
    Case(
      description: "a peer that hangs up", manner: .answers([]),
      failure: .unreachable(reason: "the peer hung up")),
    Case(
      description: "a broken answer", manner: .answers(Array("SSH-2.0\r\n".utf8)),
      failure: .unreachable(reason: "the peer does not speak HTTP")),
  ]

  private static func answer(_ status: String, _ body: String) -> FakePeer.Manner {
    let head = "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    return .answers(Array((head + body).utf8))
  }

  @Test(arguments: cases) func tellsWhatItGot(example: Case) async throws {
    try await FakePeer.run(example.manner) { peer in
      let api = ManagementAPI(of: .local(peer.port - 10_000))
      do throws(ManagementAPI.Failure) {
        #expect(try await api.get(["whoami"], as: Named.self) == Named(name: "a"))
        #expect(example.failure == nil)
      } catch {
        #expect(error == example.failure)
      }
    }
  }

  @Test func nobodyIsThere() async throws {
    let port = try await ServedBroker.freePort()
    await #expect(throws: ManagementAPI.Failure.unreachable(reason: "connection refused")) {
      try await ManagementAPI(of: .local(port - 10_000)).delete(["queues", "/", "q"])
    }
  }
}
