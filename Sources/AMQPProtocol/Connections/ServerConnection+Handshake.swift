internal import AMQPModel

/// From the protocol header to `connection.open`. Source: `rabbit_reader:handle_method0/2`.
extension ServerConnection {
  mutating func start(minor: UInt8) {
    phase = .starting
    let start = ConnectionStart(
      versionMajor: 0, versionMinor: minor,
      serverProperties: configuration.serverProperties,
      mechanisms: Array(configuration.mechanisms.map(\.rawValue).joined(separator: " ").utf8),
      locales: Array("en_US".utf8))
    write(.connectionStart(start), nil, channel: 0)
  }

  mutating func take(_ method: Method) throws(ProtocolException) {
    switch (phase, method) {
    case (.starting, .connectionStartOk(let answer)): try authenticate(answer)
    case (.tuning, .connectionTuneOk(let answer)): try tune(answer)
    case (.opening, .connectionOpen):
      // Frames behind it are taken, too: the broker refuses them where it refuses this.
      phase = .running
      deadline = nil
      inputs.append(.method(method, nil, channel: 0))
    case (.running, .connectionClose):
      inputs.append(.method(method, nil, channel: 0))
      isKnown = false
      beginClosing()
    case (.running, _): inputs.append(.method(method, nil, channel: 0))
    case (.closing, .connectionCloseOk):
      if isKnown { inputs.append(.method(method, nil, channel: 0)) }
      phase = .over
    case (.closing, .connectionClose):
      write(.connectionCloseOk(ConnectionCloseOk()), nil, channel: 0)
    case (.starting, _), (.tuning, _), (.opening, _):
      throw ProtocolException(
        .channelError, "unexpected method in connection state \(phaseName)", method: method.id)
    case (.header, _), (.failing, _), (.closing, _), (.silent, _), (.over, _): return
    }
  }

  var phaseName: String {
    switch phase {
    case .header, .starting: "starting"
    case .tuning: "tuning"
    case .opening: "opening"
    case .running: "running"
    case .failing, .closing: "closing"
    case .silent, .over: "closed"
    }
  }

  private mutating func authenticate(_ answer: ConnectionStartOk) throws(ProtocolException) {
    clientProperties = answer.clientProperties
    guard
      let mechanism = configuration.mechanisms.first(where: {
        ExactName($0.rawValue) == ExactName(answer.mechanism)
      })
    else {
      throw ProtocolException(
        .commandInvalid, "unknown authentication mechanism '\(answer.mechanism)'",
        method: ConnectionStartOk.id)
    }
    let user: String
    if mechanism == .anonymous {
      user = "guest"
    } else {
      guard let credentials = Credentials(response: answer.response, by: mechanism) else {
        throw ProtocolException(
          .syntaxError, "a response that \(mechanism.rawValue) cannot read",
          method: ConnectionStartOk.id)
      }
      user = credentials.user
      guard configuration.passwords[user] == credentials.password else {
        return refuseAccess(user, mechanism)
      }
    }
    guard isLoopback || !configuration.loopbackUsers.contains(user) else {
      return refuseAccess(user, mechanism)
    }
    phase = .tuning
    isKnown = true
    inputs.append(.authenticated(user: user, clientProperties: clientProperties))
    let tune = ConnectionTune(
      channelMax: configuration.channelMax, frameMax: configuration.frameMax,
      heartbeat: configuration.heartbeat)
    write(.connectionTune(tune), nil, channel: 0)
  }

  /// Tells the client, if it said that it understands, and makes it wait otherwise.
  private mutating func refuseAccess(_ user: String, _ mechanism: Credentials.Mechanism) {
    fail(.accessRefused(user: user))
    guard clientCan("authentication_failure_close") else {
      phase = .silent(until: now + Self.silentDelay)
      return
    }
    let exception = ProtocolException(
      .accessRefused,
      "Login was refused using authentication mechanism \(mechanism.rawValue). "
        + "For details see the broker logfile.")
    write(.connectionClose(exception.close), nil, channel: 0)
    beginClosing()
    deadline = now + Self.silentDelay
  }

  private func clientCan(_ capability: String) -> Bool {
    guard case .table(let capabilities) = clientProperties["capabilities"] else { return false }
    return capabilities[capability] == .boolean(true)
  }

  private mutating func tune(_ answer: ConnectionTuneOk) throws(ProtocolException) {
    try negotiate(
      "frame_max", UInt64(answer.frameMax), min: UInt64(Frame.smallestMax),
      max: UInt64(configuration.frameMax))
    try negotiate(
      "channel_max", UInt64(answer.channelMax), min: 1, max: UInt64(configuration.channelMax))
    frameMax = answer.frameMax
    parser.frameMax = Self.frameLimit(frameMax)
    channelMax = answer.channelMax
    heartbeat = Heartbeat(seconds: answer.heartbeat, at: now)
    heartbeatSeconds = answer.heartbeat
    phase = .opening
  }

  private func negotiate(
    _ field: String, _ value: UInt64, min: UInt64, max: UInt64
  ) throws(ProtocolException) {
    let fault: (String, String, UInt64)
    if value != 0, value < min {
      fault = ("lower", "minimum", min)
    } else if max != 0, value == 0 || value > max {
      fault = ("higher", "maximum", max)
    } else {
      return
    }
    let detail = value == 0 ? " (no limit)" : ""
    throw ProtocolException(
      .notAllowed,
      "negotiated \(field) = \(value)\(detail) is \(fault.0) than the \(fault.1) "
        + "allowed value (\(fault.2))",
      method: ConnectionTune.id)
  }
}
