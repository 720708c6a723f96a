internal import AMQPModel

/// Errors, ends and deadlines. Source: `rabbit_reader:handle_exception/3`.
extension ServerConnection {
  /// How long a client that broke the protocol is kept waiting, in milliseconds.
  static let silentDelay: Int64 = 3000
  /// How long the answer to `connection.close` is waited for, in milliseconds.
  static let closeTimeout: Int64 = 30_000

  /// Closes the connection because of what the client did. One that has not come to
  /// `connection.open` is not told, but kept waiting.
  mutating func refuse(_ exception: ProtocolException) {
    switch phase {
    case .header, .silent, .over: return
    case .failing: return
    case .closing where exception.isTold: return
    case .running where exception.isTold, .opening where exception.isForeseen:
      fail(exception, isLost: false)
    case .starting, .tuning, .opening, .running, .closing:
      if exception.isTold {
        phase = .silent(until: now + Self.silentDelay)
      } else {
        phase = .over
      }
      fail(.exception(exception))
    }
  }

  /// The owner has no room for what the client has begun to send: it is let go, and the connection
  /// is closed with 506 (RESOURCE_ERROR).
  public mutating func refuseForWantOfMemory(_ explanation: String) {
    assemblers.removeAll()
    heldContent = 0
    refuse(ProtocolException(.resourceError, explanation))
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
    switch phase {
    case .running, .opening: fail(exception, isLost: true)
    case .header, .starting, .tuning, .closing, .failing:
      phase = .silent(until: now + Self.silentDelay)
      if isKnown { fail(.exception(exception)) }
    case .silent, .over: return
    }
  }

  /// The broker forgets the connection, and then the client is told.
  private mutating func fail(_ exception: ProtocolException, isLost: Bool) {
    phase = .failing(exception, isLost: isLost)
    deadline = now + Self.closeTimeout
    fail(.exception(exception))
  }

  mutating func tell(_ exception: ProtocolException, isLost: Bool) {
    write(.connectionClose(exception.close), nil, channel: 0)
    if isLost {
      phase = .silent(until: now + Self.silentDelay)
    } else {
      beginClosing()
      takeFrames()
    }
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
    case .header, .starting, .tuning, .failing: deadline
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
    switch heartbeat.duty(at: now) {
    case .takePeerForGone?: if phase != .closing { return hangUp(.missedHeartbeats) }
    case .sendBeat?: writer.heartbeat()
    case nil: break
    }
    if let deadline, now >= deadline {
      hangUp(phase == .closing ? .closeTimeout : .handshakeTimeout)
    }
  }

  private mutating func hangUp(_ failure: Failure) {
    if isKnown || phase != .closing { fail(failure) }
    phase = .over
  }

  /// The socket is closed.
  public mutating func disconnected() { phase = .over }
}

extension ProtocolException {
  /// Whether RabbitMQ has a word for it while a connection is being opened.
  fileprivate var isForeseen: Bool { isTold && !explanation.isEmpty }
}
