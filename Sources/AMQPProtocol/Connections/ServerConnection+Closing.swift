internal import AMQPModel

/// Errors, ends and deadlines. Source: `rabbit_reader:handle_exception/3`.
extension ServerConnection {
  /// How long a client that broke the protocol is kept waiting, in milliseconds.
  static let silentDelay: Int64 = 3000
  /// How long the answer to `connection.close` is waited for, in milliseconds.
  static let closeTimeout: Int64 = 30_000

  /// Closes the connection because of what the client did.
  mutating func refuse(_ exception: ProtocolException) {
    switch phase {
    case .running, .opening:
      write(.connectionClose(exception.close), nil, channel: 0)
      beginClosing()
    case .tuning where exception.code == .notAllowed:
      write(.connectionClose(exception.close), nil, channel: 0)
      beginClosing()
    case .header, .starting, .tuning: phase = .silent(until: now + Self.silentDelay)
    case .closing, .silent, .over: return
    }
    fail(.exception(exception))
  }

  /// What came is no frame, so that nobody knows where the next one begins: nothing is read any
  /// more. Source: `rabbit_reader:fatal_frame_error/5`.
  mutating func loseTrack(_ fault: FrameParser.Malformed) {
    let exception: ProtocolException
    switch fault {
    case .tooLarge(let type, _, let size, let limit):
      let allowed = limit - UInt32(Frame.overhead)
      exception = .frameError(type, [], "{frame_too_large,\(size),\(allowed)}")
    case .wrongEnd(let type, _, let payload, let end):
      exception = .frameError(type, payload, "{invalid_frame_end_marker,\(end)}")
    }
    refuse(exception)
    phase = .silent(until: now + Self.silentDelay)
  }

  mutating func beginClosing() {
    phase = .closing
    let patience = Int64(heartbeatSeconds) * 1000
    deadline = now + (patience > 0 ? min(patience, Self.closeTimeout) : Self.closeTimeout)
  }

  /// The broker is to forget the connection, if it knows it.
  mutating func fail(_ failure: Failure) {
    inputs.append(.failed(failure))
    isKnown = false
  }

  // MARK: Time

  /// When `advance(to:)` has something to do, in milliseconds.
  public var nextDeadline: Int64? {
    switch phase {
    case .over: nil
    case .silent(let until): until
    case .header, .starting, .tuning: deadline
    case .opening, .running, .closing:
      [deadline, heartbeat.nextDeadline].compactMap { $0 }.min()
    }
  }

  /// It is that time now.
  public mutating func advance(to now: Int64) {
    self.now = now
    if case .silent(let until) = phase {
      if now >= until { phase = .over }
      return
    }
    guard phase != .over else { return }
    if let deadline, now >= deadline {
      fail(phase == .closing ? .closeTimeout : .handshakeTimeout)
      phase = .over
    } else if heartbeat.isPeerGone(at: now) {
      fail(.missedHeartbeats)
      phase = .over
    } else if heartbeat.isDue(at: now) {
      writer.heartbeat()
      heartbeat.sent(at: now)
    }
  }

  /// The socket is closed.
  public mutating func disconnected() { phase = .over }
}
