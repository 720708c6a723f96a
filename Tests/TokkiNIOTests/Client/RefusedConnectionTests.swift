import AMQPModel
import Testing
import TokkiClient

@testable import TokkiNIO

/// Whoever cannot connect is told why.
@Suite(.timeLimit(.minutes(15))) struct RefusedConnectionTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var manner: FakePeer.Manner
    var failure: @Sendable (String) -> ClientError
  }

  static let cases = [
    Case(
      description: "HTTP", manner: .answers(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)),
      failure: {
        .notAMQP(
          reason: "\($0): the peer does not speak AMQP; it began with \"HTTP/1.1 400 Bad Request\"")
      }),
    Case(
      description: "a peer that speaks first", manner: .speaks(Array("SSH-2.0-OpenSSH\r\n".utf8)),
      failure: {
        .notAMQP(reason: "\($0): the peer does not speak AMQP; it began with \"SSH-2.0-OpenSSH\"")
      }),
    Case(
      description: "AMQP 1.0", manner: .answers(Array("AMQP".utf8) + [0, 1, 0, 0]),
      failure: { .notAMQP(reason: "\($0): the peer speaks another version of AMQP: 0-1-0-0") }),
    Case(
      description: "a peer that hangs up", manner: .hangsUp,
      failure: {
        .notAMQP(
          reason: "\($0): the peer hung up during the protocol header; is that a broker's port?")
      }),
    Case(
      description: "a peer that never answers", manner: .silent,
      failure: {
        .notAMQP(reason: "\($0): no answer to the protocol header; is that a broker's port?")
      }),
  ]

  @Test(arguments: cases) func somebodyElseAnswers(example: Case) async throws {
    try await FakePeer.run(example.manner) { peer in
      var configuration = NetworkConfiguration(.local(peer.port)).patient
      if case .silent = example.manner { configuration.connectionTimeout = 1500 }
      let expected = example.failure("127.0.0.1:\(peer.port)")
      #expect(await failure(of: configuration) == expected)
    }
  }

  @Test func nobodyIsThere() async throws {
    let port = try await ServedBroker.freePort()
    #expect(
      await failure(of: NetworkConfiguration(.local(port)).patient)
        == .unreachable(reason: "127.0.0.1:\(port): connection refused"))
  }

  @Test func noSuchHost() async throws {
    var uri = AMQPURI.local(5672)
    uri.host = "no.such.host.invalid"
    #expect(
      await failure(of: NetworkConfiguration(uri).patient)
        == .unreachable(reason: "\(uri.host):5672: no such host: \(uri.host)"))
  }

  @Test func aWrongPassword() async throws {
    try await ServedBroker.run { broker in
      var configuration = NetworkConfiguration(broker.uri).patient
      configuration.uris[0].password = "wrong"
      let reports = try await connect(configuration)
      #expect(
        reports.first
          == .connectionClosed(
            code: 403,
            text: "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For "
              + "details see the broker logfile.", during: MethodID(classID: 0, methodID: 0)))
      #expect(reports.last == .disconnected)
    }
  }

  @Test func anUnknownVirtualHost() async throws {
    try await ServedBroker.run { broker in
      let reports = try await connect(
        NetworkConfiguration(broker.uri).patient, as: ClientIdentity(virtualHost: "nowhere"))
      #expect(
        reports.first
          == .connectionClosed(
            code: 530, text: "NOT_ALLOWED - vhost nowhere not found",
            during: MethodID(classID: 0, methodID: 0)))
      #expect(reports.last == .disconnected)
    }
  }

  private func connect(
    _ configuration: NetworkConfiguration, as identity: ClientIdentity = ClientIdentity()
  ) async throws -> [ClientFact] {
    try await NetworkClient.run(configuration) { client in
      try await client.connect("c", as: identity).map(\.fact)
    }
  }

  // MARK: Several hosts

  @Test func theNextHostIsAskedIfOneIsDead() async throws {
    let dead = try await ServedBroker.freePort()
    try await FakePeer.run(.hangsUp) { stranger in
      try await ServedBroker.run { broker in
        let uris = [AMQPURI.local(dead), .local(stranger.port), broker.uri]
        try await NetworkClient.run(try NetworkConfiguration(uris).patient) { client in
          _ = try await client.connect("c", as: ClientIdentity())
          #expect(await client.preferredURI == 2)
          #expect(await client.clients().map(\.isConnected) == [true])
        }
      }
    }
  }

  @Test func theHostThatAnsweredIsAskedFirstTheNextTime() async throws {
    try await ServedBroker.run { second in
      let first = try await ServedBroker.freePort()
      try await NetworkClient.run(try NetworkConfiguration([.local(first), second.uri]).patient) {
        client in
        _ = try await client.connect("a", as: ClientIdentity())
        try await ServedBroker.run(port: first) { revived in
          _ = try await client.connect("b", as: ClientIdentity())
          #expect(await revived.server.openCount == 0)
          #expect(await second.server.openCount == 2)
        }
      }
    }
  }

  @Test func allThatFailedIsTold() async throws {
    let port = try await ServedBroker.freePort()
    try await FakePeer.run(.hangsUp) { stranger in
      let both = try NetworkConfiguration([.local(port), .local(stranger.port)]).patient
      #expect(
        await failure(of: both)
          == .notAMQP(
            reason: "127.0.0.1:\(port): connection refused; 127.0.0.1:\(stranger.port): the peer "
              + "hung up during the protocol header; is that a broker's port?"))
    }
  }
}
