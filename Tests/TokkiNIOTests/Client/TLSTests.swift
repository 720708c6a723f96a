import AMQPModel
import NIOSSL
import Testing
import TokkiClient
import TokkiNIO

/// A broker over TLS: who is trusted, and why not.
@Suite(
  .timeLimit(.minutes(15)),
  .enabled(if: Certificates.made != nil, "there is no openssl to make certificates"))
struct TLSTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var presents = "server"
    var authorities: String? = "ca"
    var client: String?
    var wantsCertificate = false
    var newest: TLSVersion?
    var host = "127.0.0.1"
    /// nil: the handshake succeeds.
    var reason: String?
  }

  static let cases = [
    Case(description: "a good certificate"),
    Case(description: "a good certificate of a host by name", host: "localhost"),
    Case(description: "TLS 1.2", newest: .tlsv12),
    Case(
      description: "an expired one", presents: "expired",
      reason: "the broker's certificate expired on 2021-02-03"),
    Case(
      description: "one of the future", presents: "early",
      reason: "the broker's certificate is valid only from 2048-05-06 on"),
    Case(
      description: "another host's", presents: "wrong-host",
      reason: "the broker's certificate is for another host"),
    Case(
      description: "another host's, asked by name", presents: "wrong-host", host: "localhost",
      reason: "the broker's certificate is for another host"),
    Case(
      description: "an authority that nobody knows", authorities: nil,
      reason: "the broker's certificate is signed by nobody who is trusted here (cacertfile names "
        + "who is)"),
    Case(
      description: "another authority", authorities: "other-ca",
      reason: "the broker's certificate is signed by nobody who is trusted here (cacertfile names "
        + "who is)"),
    Case(description: "signed by itself, and known", presents: "alone", authorities: "alone"),
    Case(
      description: "signed by itself, and unknown", presents: "alone",
      reason: "the broker's certificate is signed by nobody who is trusted here (cacertfile names "
        + "who is)"),
    Case(description: "a client with a certificate", client: "client", wantsCertificate: true),
    Case(
      description: "a client without a certificate", wantsCertificate: true,
      reason: "the broker wants a client certificate (certfile, keyfile)"),
    Case(
      description: "a client without a certificate, TLS 1.2", wantsCertificate: true,
      newest: .tlsv12,
      reason: "the broker refused TLS with this client; it may want a client certificate "
        + "(certfile, keyfile)"),
    Case(
      description: "a client with another authority's certificate", client: "stranger",
      wantsCertificate: true, reason: "the broker does not trust the client's certificate"),
  ]

  @Test(arguments: cases) func tellsWhatIsWrong(example: Case) async throws {
    let certificates = try #require(Certificates.made)
    let context = try certificates.serverContext(
      example.presents, wantsCertificate: example.wantsCertificate, newest: example.newest)
    try await FakePeer.run(.fallsSilent, tls: context) { peer in
      var uri = AMQPURI.local(peer.port)
      uri.scheme = .amqps
      uri.host = example.host
      var configuration = NetworkConfiguration(uri).patient
      configuration.tls.authorities = example.authorities.map(certificates.certificate)
      configuration.tls.certificate = example.client.map(certificates.certificate)
      configuration.tls.key = example.client.map(certificates.key)
      let expected = example.reason.map {
        ClientError.untrusted(reason: "\(example.host):\(peer.port): \($0)")
      }
      let found = await failure(of: configuration)
      #expect(found == expected)
    }
  }

  @Test func aPortWithoutTLS() async throws {
    try await ServedBroker.run { broker in
      var uri = broker.uri
      uri.scheme = .amqps
      let reason =
        "127.0.0.1:\(broker.port): the peer does not speak TLS; is that a port for amqps?"
      #expect(await failure(of: NetworkConfiguration(uri).patient) == .unreachable(reason: reason))
    }
  }

  @Test func aPortWithTLSAskedWithout() async throws {
    let certificates = try #require(Certificates.made)
    try await FakePeer.run(.fallsSilent, tls: try certificates.serverContext("server")) { peer in
      #expect(
        await failure(of: NetworkConfiguration(.local(peer.port)).patient)
          == .notAMQP(
            reason: "127.0.0.1:\(peer.port): the peer speaks TLS; is that a port for amqps?"))
    }
  }

  @Test func filesThatAreNone() async throws {
    var uri = AMQPURI.local(1)
    uri.scheme = .amqps
    var configuration = NetworkConfiguration(uri).patient
    configuration.tls.authorities = "/nowhere/ca.pem"
    let unreadable = await failure(of: configuration)
    #expect(
      unreadable == .unreachable(reason: "127.0.0.1:1: the file /nowhere/ca.pem cannot be read"))
    configuration.tls.authorities = "/dev/null"
    let empty = await failure(of: configuration)
    #expect(
      empty
        == .unreachable(
          reason: "127.0.0.1:1: a file of certificates or keys is no PEM: /dev/null"))
  }
}
