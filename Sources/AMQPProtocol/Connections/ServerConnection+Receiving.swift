internal import AMQPModel

extension ServerConnection {
  /// Bytes came from the client.
  public mutating func receive(_ bytes: some Collection<UInt8>, at now: Int64) {
    self.now = now
    heartbeat.received()
    switch phase {
    case .silent, .over: return
    case .failing(_, let isLost): if isLost { return }
    case .header, .starting, .tuning, .opening, .running, .closing: break
    }
    parser.append(bytes)
    if phase == .header, !takeHeader() { return }
    takeFrames()
  }

  /// Takes the frames that are whole.
  mutating func takeFrames() {
    while isReading {
      do throws(FrameParser.Malformed) {
        guard let frame = try parser.next() else { return }
        take(frame)
      } catch {
        loseTrack(error)
      }
    }
  }

  private var isReading: Bool {
    switch phase {
    case .starting, .tuning, .opening, .running, .closing: true
    case .header, .failing, .silent, .over: false
    }
  }

  // MARK: Protocol header

  /// Whether frames may follow.
  private mutating func takeHeader() -> Bool {
    let name = Array("AMQP".utf8)
    guard let header = parser.take(8) else { return false }
    guard header.starts(with: name) else {
      return refuseHeader(header, configuration.versionForOthers)
    }
    switch Array(header.dropFirst(4)) {
    case [0, 0, 9, 1]: start(minor: 9)
    // The header of AMQP 0-9, which can be treated as though it were 0-9-1.
    case [1, 1, 0, 9]: start(minor: 9)
    case let version where version[0] == 0 && version[1] == 0 && version[2] >= 9:
      return refuseHeader(header, [0, 0, 9, 1])
    // AMQP 1.0, which RabbitMQ 4.0 speaks.
    case [3, 1, 0, 0]: return refuseHeader(header, [0, 0, 9, 1])
    default: return refuseHeader(header, configuration.versionForOthers)
    }
    return true
  }

  /// Answers with the header of what is spoken here.
  private mutating func refuseHeader(
    _ header: ArraySlice<UInt8>, _ version: [UInt8]
  ) -> Bool {
    writer.append(Array("AMQP".utf8) + version)
    fail(.otherProtocol(Array(header)))
    phase = .over
    return false
  }

  // MARK: Frames

  private mutating func take(_ frame: Frame) {
    do throws(ProtocolException) {
      if frame.channel == 0 { return try takeOnConnection(frame) }
      switch phase {
      case .running: try takeOnChannel(frame)
      case .failing, .closing, .silent, .over: return
      case .header, .starting, .tuning, .opening:
        throw ProtocolException.unexpectedFrame(frame.type, frame.payload)
      }
    } catch {
      refuse(error)
    }
  }

  /// A frame has a known type and the least that its type needs, and a method a known number.
  /// Source: `rabbit_command_assembler:analyze_frame/3`.
  private func check(_ frame: Frame) throws(ProtocolException) {
    switch frame.kind {
    case .method?:
      guard let id = frame.methodID else { break }
      if Method(id: id) != nil || id.isGone { return }
      throw .untold("unknown method \(id.classID).\(id.methodID)")
    case .header?: if frame.payload.count >= Frame.shortestHeader { return }
    case .body?: return
    case .heartbeat?: if frame.payload.isEmpty { return }
    case nil: break
    }
    throw .frameError(frame.type, frame.payload, "unknown_frame")
  }

  private mutating func takeOnConnection(_ frame: Frame) throws(ProtocolException) {
    try check(frame)
    switch frame.kind {
    case .method?:
      let id = frame.methodID ?? MethodID(classID: 0, methodID: 0)
      if id.isGone {
        throw ProtocolException(
          .channelError, "unexpected method in connection state \(phaseName)", method: id)
      }
      let method: Method
      do throws(ProtocolException) {
        method = try frame.method()
      } catch {
        throw error.onConnection(id)
      }
      observe(method, nil, channel: 0)
      try take(method)
    case .heartbeat?: return
    case .header?, .body?, nil: throw .unexpectedFrame(frame.type, frame.payload)
    }
  }

  private mutating func takeOnChannel(_ frame: Frame) throws(ProtocolException) {
    try check(frame)
    if frame.kind == .heartbeat { throw .unexpectedFrame(frame.type, frame.payload) }
    var assembler: ContentAssembler
    if let known = forgetFrames(of: frame.channel) {
      assembler = known
    } else {
      let count = assemblers.count
      guard channelMax == 0 || count < Int(channelMax) else {
        throw ProtocolException(
          .notAllowed,
          "number of channels opened (\(count)) has reached the negotiated channel_max "
            + "(\(channelMax))")
      }
      assembler = ContentAssembler()
    }
    if frame.kind == .method, let id = frame.methodID, id.isGone {
      throw ProtocolException(.commandInvalid, "unimplemented method", method: id)
    }
    let whole = try assembler.take(frame, limit: configuration.messageSizeMax)
    assemblers[frame.channel] = assembler
    heldContent += assembler.heldBytes
    switch whole {
    case .method(let method, let content)?:
      observe(method, content, channel: frame.channel)
      try take(method, content, on: frame.channel)
    case .oversized(let method, let size)?:
      observe(method, nil, channel: frame.channel)
      inputs.append(
        .oversized(
          size: size, limit: configuration.messageSizeMax, channel: frame.channel))
    case nil: break
    }
  }

  /// The channel is not in use any more; what had come of a message, if anything.
  @discardableResult
  mutating func forgetFrames(of channel: UInt16) -> ContentAssembler? {
    let assembler = assemblers.removeValue(forKey: channel)
    heldContent -= assembler?.heldBytes ?? 0
    return assembler
  }

  private mutating func take(
    _ method: Method, _ content: Content?, on channel: UInt16
  ) throws(ProtocolException) {
    let isClosing = closingChannels.contains(channel)
    switch method {
    case .channelClose:
      if isClosing {
        write(.channelCloseOk(ChannelCloseOk()), nil, channel: channel)
      } else {
        closingChannels.insert(channel)
        inputs.append(.method(method, nil, channel: channel))
      }
    case .channelCloseOk:
      forgetFrames(of: channel)
      inputs.append(.method(method, nil, channel: channel))
    case .channelOpen where isClosing:
      throw ProtocolException(
        .channelError, "second 'channel.open' seen", method: ChannelOpen.id)
    default: if !isClosing { inputs.append(.method(method, content, channel: channel)) }
    }
  }

  private mutating func observe(_ method: Method, _ content: Content?, channel: UInt16) {
    if isObserved { passages.append(Passage(.received, method, content, channel: channel)) }
  }
}

extension MethodID {
  /// `basic.credit` and its answers, which RabbitMQ's codec still knows and nothing else does.
  fileprivate var isGone: Bool { classID == 60 && (200...202).contains(methodID) }
}
