internal import AMQPModel
internal import AMQPProtocol
internal import NIOCore
internal import TokkiClient

/// Sockets: made, heard, lost.
extension NetworkClient {
  /// The way to a broker that opens the connection, from one URI to the next.
  struct Search {
    let identity: ClientIdentity
    /// Which of the URIs are still to be tried, the present one first.
    var order: ArraySlice<Int>
    var failures: [DialFailure] = []
  }

  /// Tries the URIs one after the other, beginning with the one that answered last.
  func dial(_ place: Int, as identity: ClientIdentity) {
    let count = configuration.uris.count
    let order = (0..<count).map { (preferredURI + $0) % count }
    peers[place].search = Search(identity: identity, order: order[...])
    dial(place)
  }

  private func dial(_ place: Int) {
    peers[place].attempt += 1
    let attempt = peers[place].attempt
    guard let search = peers[place].search else { return }
    guard let next = search.order.first else {
      peers[place].search = nil
      peers[place].fault = search.failures.lazy.map(\.kind).first { $0 != .unreachable }
      let sentences = search.failures.map(\.sentence)
      return lose(place, reason: sentences.joined(separator: "; "))
    }
    let uri = configuration.uris[next]
    dialling.dial(uri).whenComplete { [weak self] result in
      guard let self else {
        if case .success(let channel) = result { channel.close(promise: nil) }
        return
      }
      assumeIsolated { client in
        switch result {
        case .success(let channel):
          client.begin(channel, uri, place, as: search.identity, attempt: attempt)
        case .failure(let error):
          guard client.peers[place].attempt == attempt else { return }
          client.dialNext(place, after: Dialling.failure(of: error))
        }
      }
    }
  }

  /// The broker of the present URI is not to be had.
  private func dialNext(_ place: Int, after failure: DialFailure) {
    guard let index = peers[place].search?.order.popFirst() else { return }
    let uri = configuration.uris[index]
    var failure = failure
    failure.sentence = "\(uri.host):\(uri.port): \(failure.sentence)"
    peers[place].search?.failures.append(failure)
    peers[place].link?.close()
    peers[place].link = nil
    dial(place)
  }

  private var dialling: Dialling {
    Dialling(
      timeout: .milliseconds(configuration.patience), tls: configuration.tls, loop: loop)
  }

  /// The socket is there; now the protocol begins.
  private func begin(
    _ channel: any NIOCore.Channel, _ uri: AMQPURI, _ place: Int, as identity: ClientIdentity,
    attempt: Int
  ) {
    guard peers[place].attempt == attempt,
      let socket = try? channel.pipeline.syncOperations.handler(type: SocketHandler.self)
    else { return channel.close(promise: nil) }
    var settings = ClientConnection.Configuration()
    let identity = self.identity(identity, at: uri)
    settings.credentials = Credentials(
      user: identity.user, password: identity.password?.secret ?? uri.password)
    settings.mechanism = configuration.usesCertificateAsIdentity ? .external : .plain
    settings.virtualHost = identity.virtualHost
    settings.clientProperties = peers[place].machine.name.clientProperties
    settings.channelMax = configuration.channelMax
    settings.frameMax = configuration.frameMax
    settings.heartbeat = configuration.heartbeat
    settings.handshakeTimeout = configuration.patience
    peers[place].link = Link(ClientConnection(configuration: settings, at: clock), over: channel)
    flush(place)
    socket.listen { [weak self] fact in
      self?.assumeIsolated { $0.hear(fact, place, attempt: attempt) }
    }
  }

  /// Whoever connects as the first URI says does so at each host as the URI of that host says.
  private func identity(_ identity: ClientIdentity, at dialled: AMQPURI) -> ClientIdentity {
    var own = identity
    if identity.password == nil, identity.user == uri.user { own.user = dialled.user }
    if identity.virtualHost == uri.virtualHost { own.virtualHost = dialled.virtualHost }
    return own
  }

  /// Sends what there is, and looks when the protocol machine wants to be woken next. A timer
  /// that is too early is left alone: most deadlines are only ever put off.
  func flush(_ place: Int) {
    guard let link = peers[place].link else { return }
    link.flush()
    guard let deadline = link.connection.nextDeadline, deadline < link.timerDeadline else {
      return
    }
    link.timer?.cancel()
    link.timerDeadline = deadline
    let attempt = peers[place].attempt
    link.timer = loop.scheduleTask(in: .milliseconds(max(0, deadline - clock))) { [weak self] in
      self?.assumeIsolated { client in
        guard client.peers[place].attempt == attempt, let link = client.peers[place].link else {
          return
        }
        link.timer = nil
        link.timerDeadline = .max
        link.connection.advance(to: client.clock)
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
    case .closed(let error):
      let failure = error.map { Dialling.failure(of: $0) }
      // TLS 1.3 lets the client begin before the broker has looked at its certificate.
      if let failure, failure.kind == .untrusted, peers[place].search != nil {
        return dialNext(place, after: failure)
      }
      let isExpected = link.connection.disconnected()
      take(place)
      guard !isExpected, peers[place].attempt == attempt else { return }
      lose(place, reason: failure?.sentence ?? "the broker closed the socket")
    }
  }

  /// Hands to the machine what the protocol machine has understood.
  private func take(_ place: Int) {
    let attempt = peers[place].attempt
    for input in peers[place].link?.connection.takeInputs() ?? [] {
      guard peers[place].attempt == attempt else { return }
      switch input {
      case .opened: opened(place)
      case .method(let method, let content, let channel):
        receive(method, content, channel: channel, place)
      case .failed(.refused(let code, let text)):
        peers[place].search = nil
        let close = ConnectionClose(replyCode: code, replyText: text)
        receive(.connectionClose(close), nil, channel: 0, place)
      case .failed(let failure):
        if peers[place].search == nil { return lose(place, reason: failure.sentence) }
        flush(place)
        dialNext(place, after: DialFailure(failure.sentence, failure.kind))
      }
    }
    if peers[place].attempt == attempt { flush(place) }
  }

  private func opened(_ place: Int) {
    if let search = peers[place].search, let index = search.order.first { preferredURI = index }
    peers[place].search = nil
    serverTable = peers[place].link?.connection.serverProperties ?? serverTable
    receive(.connectionOpenOk(ConnectionOpenOk()), nil, channel: 0, place)
  }

  private func receive(_ method: Method, _ content: Content?, channel: UInt16, _ place: Int) {
    peers[place].machine.receive(method, content: content, channel: channel, at: now)
    settle(place)
  }

  /// Nothing more is heard of the present connection, or of the way to one.
  func hangUp(_ place: Int) {
    peers[place].attempt += 1
    peers[place].search = nil
    peers[place].link?.close()
    peers[place].link = nil
  }

  /// The connection is gone, or could not be made.
  private func lose(_ place: Int, reason: String) {
    hangUp(place)
    peers[place].machine.lose(reason: reason, at: now)
    pump(place)
  }
}

extension ClientConnection.Failure {
  var kind: DialFailure.Kind {
    switch self {
    case .notAMQP, .otherVersion, .handshakeTimeout("the protocol header"),
      .hungUp("the protocol header"), .exception:
      .otherProtocol
    case .noMechanism, .refused, .hungUp, .handshakeTimeout, .missedHeartbeats, .closeTimeout:
      .unreachable
    }
  }

  /// For a user.
  var sentence: String {
    switch self {
    case .notAMQP(let bytes) where bytes.starts(with: [0x15, 0x03]):
      "the peer speaks TLS; is that a port for amqps?"
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
