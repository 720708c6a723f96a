import AMQPModel
import AMQPProtocol
import Testing

@Suite struct HandshakeTests {
  @Test func aClientWithTheRightPasswordIsLetIn() {
    var pair = ConnectedPair()
    pair.exchange()
    #expect(
      pair.atServer == [
        .authenticated(user: "guest", clientProperties: ["product": "a client"]),
        .method(.connectionOpen(ConnectionOpen()), nil, channel: 0),
      ])
    pair.server.send(.connectionOpenOk(ConnectionOpenOk()), nil, channel: 0)
    pair.exchange()
    #expect(pair.atClient == [.opened])
    #expect(pair.client.frameMax == 131_072)
    #expect(pair.client.channelMax == 2047)
    #expect(pair.client.heartbeatSeconds == 60)
  }

  @Test(arguments: [Credentials.Mechanism.plain, .amqplain])
  func aWrongPasswordIsRefusedInWords(by mechanism: Credentials.Mechanism) {
    var pair = ConnectedPair { client in
      client.mechanism = mechanism
      client.credentials = Credentials(user: "guest", password: "wrong")
      client.clientProperties["capabilities"] = .table(["authentication_failure_close": true])
    }
    pair.exchange()
    #expect(pair.atServer == [.failed(.accessRefused(user: "guest"))])
    let text =
      "ACCESS_REFUSED - Login was refused using authentication mechanism "
      + "\(mechanism.rawValue). For details see the broker logfile."
    #expect(pair.atClient == [.failed(.refused(code: 403, text: text))])
  }

  @Test func aClientThatCannotBeToldIsHungUpOnAfterThreeSeconds() {
    var pair = ConnectedPair { $0.credentials = Credentials(user: "nobody", password: "") }
    pair.exchange()
    #expect(pair.atClient.isEmpty)
    #expect(pair.server.nextDeadline == 3000)
    pair.server.advance(to: 3000)
    #expect(pair.server.isOver)
    let isExpected = pair.client.disconnected()
    #expect(isExpected)
    #expect(pair.client.takeInputs() == [.failed(.hungUp(during: "authentication"))])
  }

  @Test func guestComesFromThisMachineOnly() {
    var pair = ConnectedPair(isLoopback: false) { client in
      client.clientProperties["capabilities"] = .table(["authentication_failure_close": true])
    }
    pair.exchange()
    #expect(pair.atServer == [.failed(.accessRefused(user: "guest"))])
  }

  @Test(arguments: [
    (
      "HTTP/1.1 400 Bad Request",
      ClientConnection.Failure.notAMQP(Array("HTTP/1.1 400 Bad Request".utf8))
    ),
    ("AMQP\u{0}\u{1}\u{0}\u{0}", .otherVersion([0, 1, 0, 0])),
  ])
  func aServerThatSpeaksSomethingElseIsRecognised(
    _ greeting: String, _ failure: ClientConnection.Failure
  ) {
    var client = ClientConnection(configuration: .init(), at: 0)
    client.receive(Array(greeting.utf8), at: 0)
    #expect(client.takeInputs() == [.failed(failure)])
    #expect(client.isOver)
  }
}

/// A client and a server that hear one another at once.
struct ConnectedPair {
  var client: ClientConnection
  var server: ServerConnection
  var atClient: [ClientConnection.Input] = []
  var atServer: [ServerConnection.Input] = []

  init(
    isLoopback: Bool = true,
    _ configure: (inout ClientConnection.Configuration) -> Void = { _ in }
  ) {
    var configuration = ClientConnection.Configuration()
    configuration.clientProperties = ["product": "a client"]
    configure(&configuration)
    client = ClientConnection(configuration: configuration, at: 0)
    server = ServerConnection(
      configuration: ServerConnection.Configuration(), isLoopback: isLoopback, at: 0)
  }

  /// Until neither has anything to say.
  mutating func exchange() {
    while true {
      let (toServer, toClient) = (client.takeOutput(), server.takeOutput())
      if toServer.isEmpty, toClient.isEmpty { break }
      if !toServer.isEmpty { server.receive(toServer, at: 0) }
      if !toClient.isEmpty { client.receive(toClient, at: 0) }
    }
    atClient = client.takeInputs()
    atServer = server.takeInputs()
  }
}
