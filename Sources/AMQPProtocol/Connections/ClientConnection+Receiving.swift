internal import AMQPModel

extension ClientConnection {
  /// How large a message's body may be that a server sends; 4.0's own limit is 512 MiB at most.
  private static let messageSizeMax: UInt64 = 536_870_912
  /// Before the limits are negotiated, no server sends a larger frame than this.
  private static let handshakeFrameMax: UInt32 = 131_072

  /// Bytes came from the server.
  public mutating func receive(_ bytes: some Collection<UInt8>, at now: Int64) {
    self.now = now
    guard phase != .over else { return }
    heartbeat.received()
    parser.append(bytes)
    if !hasHeard, !takeFirstBytes() { return }
    while phase != .over {
      do throws(FrameParser.Malformed) {
        guard let frame = try parser.next() else { return }
        take(frame)
      } catch {
        switch error {
        case .tooLarge(let type, _, let size, let limit):
          abandon(.frameError(type, [], "{frame_too_large,\(size),\(limit)}"))
        case .wrongEnd(let type, _, let payload, let end):
          abandon(.frameError(type, payload, "{invalid_frame_end_marker,\(end)}"))
        }
      }
    }
  }

  /// A server of AMQP 0-9-1 begins with a method frame on channel 0; one that wants another version
  /// sends a protocol header and hangs up.
  private mutating func takeFirstBytes() -> Bool {
    let head = parser.rest
    let name = Array("AMQP".utf8)
    if head.starts(with: name.prefix(head.count)) {
      guard head.count >= 8 else { return false }
      fail(.otherVersion(Array(head.dropFirst(4).prefix(4))))
      return false
    }
    guard head.starts(with: [1, 0, 0].prefix(head.count)) else {
      fail(.notAMQP(Array(head.prefix(64))))
      return false
    }
    guard head.count >= 3 else { return false }
    hasHeard = true
    parser.frameMax = Self.handshakeFrameMax
    return true
  }

  private mutating func take(_ frame: Frame) {
    do throws(ProtocolException) {
      switch frame.kind {
      case .heartbeat?: return
      case nil: throw .frameError(frame.type, frame.payload, "unknown_frame")
      case .method?, .header?, .body?: break
      }
      var assembler = assemblers.removeValue(forKey: frame.channel) ?? ContentAssembler()
      let whole = try assembler.take(frame, limit: Self.messageSizeMax)
      assemblers[frame.channel] = assembler
      switch whole {
      case .method(let method, let content)?: try take(method, content, frame.channel)
      case .oversized(let method, let size)?:
        throw ProtocolException(
          .contentTooLarge, "a message of \(size) bytes", method: method.id)
      case nil: break
      }
    } catch {
      abandon(error)
    }
  }

  /// Tells the server what it did wrong, and ends.
  private mutating func abandon(_ exception: ProtocolException) {
    if phase == .open { write(.connectionClose(exception.close), nil, channel: 0) }
    fail(.exception(exception))
  }

  private mutating func take(
    _ method: Method, _ content: Content?, _ channel: UInt16
  ) throws(ProtocolException) {
    switch (phase, method) {
    case (.open, _), (.closing, _):
      inputs.append(.method(method, content, channel: channel))
      if case .connectionCloseOk = method, phase == .closing { phase = .over }
    case (.starting, .connectionStart(let start)): authenticate(start)
    case (.tuning, .connectionTune(let tune)): answer(tune)
    case (.opening, .connectionOpenOk):
      phase = .open
      deadline = nil
      inputs.append(.opened)
    case (.starting, .connectionClose(let close)), (.tuning, .connectionClose(let close)),
      (.opening, .connectionClose(let close)):
      write(.connectionCloseOk(ConnectionCloseOk()), nil, channel: 0)
      fail(.refused(code: close.replyCode, text: close.replyText))
    case (.starting, _), (.tuning, _), (.opening, _):
      throw ProtocolException(
        .commandInvalid, "\(method.name) during the handshake", method: method.id)
    case (.over, _): return
    }
  }

  // MARK: Handshake

  private mutating func authenticate(_ start: ConnectionStart) {
    serverProperties = start.serverProperties
    let offered = String(decoding: start.mechanisms, as: UTF8.self)
    let mechanism = configuration.mechanism
    guard offered.split(separator: " ").contains(where: { $0 == mechanism.rawValue }) else {
      return fail(.noMechanism(offered: offered))
    }
    phase = .tuning
    let answer = ConnectionStartOk(
      clientProperties: configuration.clientProperties, mechanism: mechanism.rawValue,
      response: configuration.credentials.response(by: mechanism))
    write(.connectionStartOk(answer), nil, channel: 0)
  }

  /// Of two limits the smaller one holds; 0 is none.
  private mutating func answer(_ tune: ConnectionTune) {
    func smaller<Limit: FixedWidthInteger>(_ one: Limit, _ other: Limit) -> Limit {
      one == 0 ? other : other == 0 ? one : min(one, other)
    }
    channelMax = smaller(configuration.channelMax, tune.channelMax)
    frameMax = smaller(
      max(configuration.frameMax, configuration.frameMax > 0 ? Frame.smallestMax : 0), tune.frameMax
    )
    heartbeatSeconds =
      configuration.heartbeat.map { $0 == 0 ? 0 : smaller($0, tune.heartbeat) } ?? tune.heartbeat
    parser.frameMax = frameMax
    heartbeat = Heartbeat(seconds: heartbeatSeconds, at: now)
    phase = .opening
    let answer = ConnectionTuneOk(
      channelMax: channelMax, frameMax: frameMax, heartbeat: heartbeatSeconds)
    write(.connectionTuneOk(answer), nil, channel: 0)
    let open = ConnectionOpen(virtualHost: configuration.virtualHost)
    write(.connectionOpen(open), nil, channel: 0)
  }
}
