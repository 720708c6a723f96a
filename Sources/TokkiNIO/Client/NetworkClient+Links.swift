internal import AMQPModel
internal import AMQPProtocol
internal import NIOCore
internal import TokkiClient

/// Sockets: made, heard, lost.
extension NetworkClient {
  /// Tries the URIs one after the other, beginning with the one that answered last.
  func dial(_ place: Int, as identity: ClientIdentity) {
    peers[place].attempt += 1
    let count = configuration.uris.count
    let order = (0..<count).map { (preferredURI + $0) % count }
    dial(place, as: identity, order[...], attempt: peers[place].attempt, failures: [])
  }

  private func dial(
    _ place: Int, as identity: ClientIdentity, _ order: ArraySlice<Int>, attempt: Int,
    failures: [DialFailure]
  ) {
    guard peers[place].attempt == attempt else { return }
    guard let next = order.first else {
      peers[place].fault = failures.contains(where: \.isUntrusted) ? .untrusted : .unreachable
      return lose(place, reason: failures.map(\.sentence).joined(separator: "; "))
    }
    let uri = configuration.uris[next]
    let dialling = Dialling(
      timeout: .milliseconds(configuration.connectionTimeout), tls: configuration.tls, loop: loop)
    let dialled = dialling.dial(uri) { [weak self] in
      SocketHandler { [weak self] fact in
        self?.assumeIsolated { $0.hear(fact, place, attempt: attempt) }
      }
    }
    dialled.whenComplete { [weak self] result in
      self?.assumeIsolated { client in
        switch result {
        case .success(let channel):
          client.begin(channel, next, place, as: identity, attempt: attempt)
        case .failure(let error):
          var failure = error as? DialFailure ?? DialFailure(Dialling.sentence(of: error))
          failure.sentence = "\(uri.host):\(uri.port): \(failure.sentence)"
          client.dial(
            place, as: identity, order.dropFirst(), attempt: attempt,
            failures: failures + [failure])
        }
      }
    }
  }

  /// The socket is there; now the protocol begins.
  private func begin(
    _ channel: any NIOCore.Channel, _ index: Int, _ place: Int, as identity: ClientIdentity,
    attempt: Int
  ) {
    guard peers[place].attempt == attempt else { return channel.close(promise: nil) }
    preferredURI = index
    let uri = configuration.uris[index]
    var settings = ClientConnection.Configuration()
    settings.credentials = Credentials(
      user: identity.user, password: identity.password?.secret ?? uri.password)
    settings.mechanism = configuration.usesCertificateAsIdentity ? .external : .plain
    settings.virtualHost = identity.virtualHost
    settings.clientProperties = peers[place].machine.name.clientProperties
    settings.channelMax = configuration.channelMax
    settings.frameMax = configuration.frameMax
    settings.heartbeat = configuration.heartbeat
    settings.handshakeTimeout = configuration.connectionTimeout
    peers[place].link = Link(ClientConnection(configuration: settings, at: clock), over: channel)
    flush(place)
  }

  func flush(_ place: Int) {
    guard let link = peers[place].link else { return }
    link.flush()
    link.timer?.cancel()
    link.timer = nil
    guard let deadline = link.connection.nextDeadline else { return }
    let attempt = peers[place].attempt
    link.timer = loop.scheduleTask(in: .milliseconds(max(0, deadline - clock))) { [weak self] in
      self?.assumeIsolated { client in
        guard client.peers[place].attempt == attempt else { return }
        client.peers[place].link?.connection.advance(to: client.clock)
        client.take(place)
      }
    }
  }

  private func hear(_ fact: SocketHandler.Fact, _ place: Int, attempt: Int) {
    guard peers[place].attempt == attempt, let link = peers[place].link else { return }
    switch fact {
    case .bytes(let bytes):
      link.connection.receive(bytes.readableBytesView, at: clock)
      take(place)
    case .connected, .readingIsDone: return
    case .writable: link.makeRoom()
    case .closed(let reason):
      let isExpected = link.connection.disconnected()
      take(place)
      guard !isExpected, peers[place].attempt == attempt else { return }
      lose(place, reason: reason ?? "the broker closed the socket")
    }
  }

  /// Hands to the machine what the protocol machine has understood.
  private func take(_ place: Int) {
    let attempt = peers[place].attempt
    for input in peers[place].link?.connection.takeInputs() ?? [] {
      guard peers[place].attempt == attempt else { return }
      switch input {
      case .opened:
        serverTable = peers[place].link?.connection.serverProperties ?? serverTable
        receive(.connectionOpenOk(ConnectionOpenOk()), nil, channel: 0, place)
      case .method(let method, let content, let channel):
        receive(method, content, channel: channel, place)
      case .failed(.refused(let code, let text)):
        let close = ConnectionClose(replyCode: code, replyText: text)
        receive(.connectionClose(close), nil, channel: 0, place)
      case .failed(let failure):
        peers[place].fault = failure.isOtherProtocol ? .otherProtocol : .unreachable
        lose(place, reason: failure.sentence)
      }
    }
    if peers[place].attempt == attempt { flush(place) }
  }

  private func receive(_ method: Method, _ content: Content?, channel: UInt16, _ place: Int) {
    peers[place].machine.receive(method, content: content, channel: channel, at: now)
    pump(place)
  }

  /// The connection is gone, or could not be made.
  private func lose(_ place: Int, reason: String) {
    peers[place].attempt += 1
    peers[place].link?.close()
    peers[place].link = nil
    peers[place].machine.lose(reason: reason, at: now)
    pump(place)
  }
}

extension ClientConnection.Failure {
  /// Whether somebody answers who is no AMQP 0-9-1 broker.
  var isOtherProtocol: Bool {
    switch self {
    case .notAMQP, .otherVersion, .handshakeTimeout("the protocol header"),
      .hungUp("the protocol header"), .exception:
      true
    case .noMechanism, .refused, .hungUp, .handshakeTimeout, .missedHeartbeats, .closeTimeout:
      false
    }
  }

  /// For a user.
  var sentence: String {
    switch self {
    case .notAMQP(let bytes):
      "the peer does not speak AMQP; it began with \(Self.shown(bytes))"
    case .otherVersion(let version):
      "the peer speaks another version of AMQP: "
        + version.map { String($0) }.joined(separator: "-")
    case .noMechanism(let offered):
      "the broker authenticates in other ways: \(offered)"
    case .refused(let code, let text): "\(code) \(text)"
    case .hungUp("authentication"):
      "the broker hung up during authentication: a wrong user name or password"
    case .hungUp(let phase): "the peer hung up during \(phase); is that a broker's port?"
    case .handshakeTimeout("the protocol header"):
      "no answer to the protocol header; is that a broker's port?"
    case .handshakeTimeout(let phase): "no answer during \(phase)"
    case .missedHeartbeats(let interval):
      "nothing was heard for two heartbeats of \(interval) s"
    case .exception(let exception): "the peer broke the protocol: \(exception.text)"
    case .closeTimeout: "no answer to connection.close"
    }
  }

  private static func shown(_ bytes: [UInt8]) -> String {
    let line = bytes.prefix { $0 != 10 && $0 != 13 }.prefix(40)
    let isText = !line.isEmpty && line.allSatisfy { (0x20..<0x7F).contains($0) }
    return isText
      ? "\"\(String(decoding: line, as: UTF8.self))\""
      : "the octets " + bytes.prefix(8).map { String($0) }.joined(separator: " ")
  }
}
