internal import AMQPModel

/// What a client had is declared, bound, set up and consumed again, one step after the other.
extension ClientMachine {
  /// Takes the next step, if none is out.
  mutating func goOnRestoring() {
    guard let recovery, connection == .open, recovery.due == nil, !recovery.isWaiting else {
      return
    }
    if let step = recovery.topology.first {
      guard let index = openForTopology() else { return }
      restore(ChannelStep(method: step.method), on: index)
    } else if let number = recovery.ownChannel {
      self.recovery?.ownChannel = nil
      if let index = channelIndex(number), channels[index].state == .open {
        ask(.channelClose(ChannelClose(replyCode: 200, replyText: "Goodbye")), on: index)
        return
      }
      goOnRestoring()
    } else if let number = recovery.channels.first {
      restoreChannel(number)
    } else {
      endRound()
    }
  }

  /// The channel that the topology is declared on: one that is to be restored anyway, as the
  /// broker may allow no further one. nil: it is not open yet.
  private mutating func openForTopology() -> Int? {
    let number = recovery?.channels.first ?? recovery?.ownChannel ?? 1
    if recovery?.channels.isEmpty == true { recovery?.ownChannel = number }
    return openIndex(of: number)
  }

  private mutating func openIndex(of number: UInt16) -> Int? {
    if channelIndex(number) == nil { channels.append(ClientChannel(number: number)) }
    guard let index = channelIndex(number) else { return nil }
    if channels[index].state == .open { return index }
    openChannel(index)
    return nil
  }

  private mutating func restoreChannel(_ number: UInt16) {
    guard let index = openIndex(of: number) else { return }
    if recovery?.channelSteps == nil {
      recovery?.channelSteps = .init(channels[index].lostSetup?.steps ?? [])
    }
    if let step = recovery?.channelSteps?.first {
      restore(step, on: index)
    } else {
      channels[index].lostSetup = nil
      leaveChannel()
      goOnRestoring()
    }
  }

  private mutating func leaveChannel() {
    recovery?.channelSteps = nil
    if recovery?.channels.isEmpty == false { recovery?.channels.removeFirst() }
  }

  private mutating func restore(_ step: ChannelStep, on index: Int) {
    recovery?.isWaiting = true
    send(
      ClientChannel.Request(method: step.method, plan: step.plan, isRestoring: true), on: index)
  }

  /// A step is done.
  mutating func restored(_ request: ClientChannel.Request, by answer: Method, on index: Int) {
    recovery?.isWaiting = false
    if let step = recovery?.topology.popFirst() {
      if case .queueDeclareOk(let declared) = answer, !declared.queue.isExactly(step.queue) {
        rename(queue: step.queue, to: declared.queue)
      }
    } else {
      noteAnswered(request, by: answer, on: index)
      if recovery?.channelSteps?.isEmpty == false { recovery?.channelSteps?.removeFirst() }
    }
    goOnRestoring()
  }

  /// The broker closed a channel meanwhile.
  mutating func restorationClosed(_ channel: ClientChannel, _ reason: CloseReason) {
    let request = channel.awaiting.first(where: \.isRestoring)
    let isNext = recovery?.topology.isEmpty == true && recovery?.channels.first == channel.number
    if request != nil || isNext {
      notRestored(request, reason)
    } else {
      goOnRestoring()
    }
  }

  /// The broker closed the channel that is being restored: it refused the step that was out.
  private mutating func notRestored(_ request: ClientChannel.Request?, _ reason: CloseReason) {
    recovery?.isWaiting = false
    let isForNow = mayPassByItself(reason)
    if let step = recovery?.topology.first {
      recovery?.topology.removeFirst()
      if let replacement = step.replacement, reason.code == ReplyCode.notFound.rawValue {
        recovery?.topology.prepend(replacement)
      } else if isForNow {
        recovery?.topologyLater.append(step)
      } else {
        topology.forget(step)
        tell(0, .notRestored(step.method, reason))
      }
    } else if let number = recovery?.channels.first, let index = channelIndex(number) {
      recovery?.channelSteps = nil
      recovery?.topology += topology.autoDeleteSteps(for: channels[index].lostSetup)
      if isForNow {
        recovery?.channelsLater.append(number)
        leaveChannel()
      } else if let request {
        channels[index].lostSetup?.forget(request.method)
        tell(number, .notRestored(request.method, reason))
      } else {
        channels[index].lostSetup = nil
        leaveChannel()
      }
    }
    goOnRestoring()
  }

  /// Whether what the broker refuses now may be had later.
  private func mayPassByItself(_ reason: CloseReason) -> Bool {
    let isTransient =
      reason.code == ReplyCode.notFound.rawValue || reason.code == ReplyCode.resourceLocked.rawValue
    return isTransient && (recovery?.round ?? 0) < (policy?.patience ?? 0)
  }

  /// The broker closed the whole connection over a step: it is not taken again.
  mutating func forgetRefusedStep(_ reason: CloseReason) {
    guard recovery?.isWaiting == true else { return }
    if let step = recovery?.topology.first, step.method.id == reason.during {
      topology.forget(step)
      tell(0, .notRestored(step.method, reason))
    } else if let step = recovery?.channelSteps?.first, step.method.id == reason.during,
      let number = recovery?.channels.first, let index = channelIndex(number)
    {
      channels[index].lostSetup?.forget(step.method)
      tell(number, .notRestored(step.method, reason))
    }
  }

  /// A queue that the broker names has come back under another name.
  private mutating func rename(queue old: String, to new: String) {
    topology.rename(queue: old, to: new)
    recovery?.rename(queue: old, to: new)
    for index in channels.indices { channels[index].rename(queue: old, to: new) }
    tell(0, .queueRenamed(from: old, to: new))
  }
}

extension Recovery {
  fileprivate mutating func rename(queue old: String, to new: String) {
    for index in topology.indices {
      topology[index].method = topology[index].method.renaming(queue: old, to: new)
    }
    for index in topologyLater.indices {
      topologyLater[index].method = topologyLater[index].method.renaming(queue: old, to: new)
    }
  }
}

extension ClientChannel {
  fileprivate mutating func rename(queue old: String, to new: String) {
    lostSetup?.rename(queue: old, to: new)
    if declaredQueue?.isExactly(old) == true { declaredQueue = new }
    for index in consumers.indices where consumers[index].queue.isExactly(old) {
      consumers[index].consume.queue = new
    }
    for index in backlog.indices {
      backlog[index].method = backlog[index].method.renaming(queue: old, to: new)
    }
  }
}
