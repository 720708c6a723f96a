import AMQPModel
import TokkiBroker
import TokkiClient

/// The broker's answers to commands, one line each as a rule.
extension Renderer {
  func lines(_ answer: Answer) -> [StyledLine] {
    switch answer {
    case .queueDeclared(let method, let answer, let type, let isNew, let policies):
      [
        line(
          queueDeclared(method, answer, type: type, isNew: isNew),
          method.passive ? [] : inForce(policies))
      ]
    case .exchangeDeclared(let method, let isNew): [exchangeDeclared(method, isNew: isNew)]
    case .queueDeleted(let name, let count, let wasThere):
      [queueDeleted(name, count: count, wasThere: wasThere)]
    case .exchangeDeleted(let name, let wasThere): [exchangeDeleted(name, wasThere: wasThere)]
    case .bound(let binding, let isNew):
      [done(isNew == false ? TopologyPhrase.alreadyBound : .bound, ["way": way(binding)])]
    case .unbound(let binding, let wasThere):
      wasThere == false
        ? [warning + speaker.say(TopologyPhrase.wasNotBound, ["way": way(binding)])]
        : [done(TopologyPhrase.unbound, ["way": way(binding)])]
    case .purged(let name, let count):
      [line(done(TopologyPhrase.purged, ["queue": queue(name)]), [gone(count)])]
    case .confirmSelected(let name): [done(ChannelPhrase.confirmSelected, name)]
    case .transactionSelected(let name):
      [
        done(
          ChannelPhrase.transactionSelected,
          ["client": client(name.text), "command": command("tx commit")])
      ]
    case .committed(let name): [done(ChannelPhrase.committed, name)]
    case .rolledBack(let name): [done(ChannelPhrase.rolledBack, name)]
    case .flow(let name, let active):
      [done(active ? ChannelPhrase.flowOn : ChannelPhrase.flowOff, name)]
    case .consuming(let answer): [good + consuming(answer)]
    case .cancelled(let name, let tag):
      [done(ConsumerPhrase.cancelled, ["client": client(name.text), "tag": key(tag)])]
    case .got(let name, let queue, let answer, let content, let noAck):
      got(name, queue, answer, content, noAck: noAck)
    case .nothingToGet(let name):
      [warning + speaker.say(MessagePhrase.empty, ["queue": queue(name)])]
    case .settled(let answer): [settled(answer)]
    case .recovered(let name): [done(ConsumerPhrase.recovered, name)]
    case .prefetch(let name, let count, let isGlobal):
      [
        done(
          isGlobal ? ConsumerPhrase.prefetchSetGlobal : .prefetchSet,
          ["client": client(name.text), "count": limit(count)])
      ]
    case .connectionOpened, .connectionClosed, .forcedToClose, .channelOpened, .channelClosed,
      .virtualHostAdded, .virtualHostDeleted, .virtualHostUsed:
      connectionLine(answer).map { [good + $0] } ?? []
    case .operated(let answer): lines(answer)
    case .brokerConnected(let place): connected(to: place)
    case .brokerLeft(let place):
      [done(BrokerPhrase.left, ["uri": StyledLine(place.uri)])]
    case .interrupted(let interruption): [warning + interrupted(interruption)]
    case .killed, .advanced, .restarted, .undone, .redone, .checkpointSet, .wentTo, .reset,
      .languageSet, .left:
      timeLines(answer).map { good + $0 }
    }
  }

  func done(
    _ phrase: some Phrase, _ arguments: KeyValuePairs<String, StyledLine>
  ) -> StyledLine {
    good + speaker.say(phrase, arguments)
  }

  func done(_ phrase: some Phrase, _ name: ClientName) -> StyledLine {
    done(phrase, ["client": client(name.text)])
  }

  // MARK: Topology

  private func queueDeclared(
    _ method: QueueDeclare, _ answer: QueueDeclareOk, type: String, isNew: Bool?
  ) -> StyledLine {
    let phrase: TopologyPhrase =
      method.passive ? .queueExists : isNew == false ? .queueThere : .queueDeclared
    return line(
      done(phrase, ["queue": queue(answer.queue)]),
      details(method, answer, type: type, isNew: isNew))
  }

  private func exchangeDeclared(_ method: ExchangeDeclare, isNew: Bool?) -> StyledLine {
    let phrase: TopologyPhrase =
      method.passive ? .exchangeExists : isNew == false ? .exchangeThere : .exchangeDeclared
    return line(
      done(phrase, ["exchange": exchange(method.exchange)]),
      method.passive ? [] : details(method))
  }

  private func queueDeleted(_ name: String, count: UInt32, wasThere: Bool?) -> StyledLine {
    guard wasThere != false else {
      return warning + speaker.say(TopologyPhrase.queueWasNotThere, ["queue": queue(name)])
    }
    return line(
      done(TopologyPhrase.queueDeleted, ["queue": queue(name)]), count > 0 ? [gone(count)] : [])
  }

  private func exchangeDeleted(_ name: String, wasThere: Bool?) -> StyledLine {
    guard wasThere != false else {
      return warning
        + speaker.say(TopologyPhrase.exchangeWasNotThere, ["exchange": exchange(name)])
    }
    return done(TopologyPhrase.exchangeDeleted, ["exchange": exchange(name)])
  }

  private func gone(_ count: UInt32) -> StyledLine {
    speaker.say(TopologyPhrase.withMessages, ["count": "\(count)"])
  }

  private func details(
    _ method: QueueDeclare, _ answer: QueueDeclareOk, type: String, isNew: Bool?
  ) -> [StyledLine] {
    var details: [StyledLine] = []
    if !method.passive {
      details.append(StyledLine(([type] + qualities(of: method)).joined(separator: ", ")))
      details += arguments(method.arguments, without: ["x-queue-type"])
    }
    if isNew != true && (answer.messageCount > 0 || answer.consumerCount > 0 || method.passive) {
      details.append(
        speaker.say(
          TopologyPhrase.withMessagesAndConsumers,
          ["ready": "\(answer.messageCount)", "consumers": "\(answer.consumerCount)"]))
    }
    return details
  }

  private func qualities(of method: QueueDeclare) -> [String] {
    [method.durable ? "durable" : "transient"] + (method.exclusive ? ["exclusive"] : [])
      + (method.autoDelete ? ["auto-delete"] : [])
  }

  private func details(_ method: ExchangeDeclare) -> [StyledLine] {
    let words =
      [method.type, method.durable ? "durable" : "transient"]
      + (method.autoDelete ? ["auto-delete"] : []) + (method.isInternal ? ["internal"] : [])
    return [StyledLine(words.joined(separator: ", "))] + arguments(method.arguments)
  }

  func arguments(_ table: FieldTable, without hidden: [String] = []) -> [StyledLine] {
    let shown = table.entries.filter { !hidden.contains($0.name) }
    return shown.isEmpty ? [] : [StyledLine(FieldText.of(FieldTable(shown)))]
  }

  /// A binding as the arrow that it is.
  func way(_ binding: BindingSnapshot) -> StyledLine {
    let destination: StyledLine
    switch binding.destination {
    case .queue(let name): destination = queue(name)
    case .exchange(let name): destination = exchange(name)
    }
    let rule = StyledLine(glyphs.rule)
    let keys = binding.key.isEmpty ? [] : [key(binding.key)]
    let label = (keys + arguments(binding.arguments)).joined(separator: " ")
    let arrow =
      rule + (label.isEmpty ? StyledLine() : " " + label + " ") + rule + StyledLine(glyphs.head)
    return exchange(binding.source) + " " + arrow + " " + destination
  }
}
