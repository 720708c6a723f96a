import TokkiClient
import TokkiLanguage

/// Refusals and exceptions: what was refused, the rule behind it, and a command to try next.
extension Renderer {
  func lines(_ refusal: Refusal) -> [StyledLine] {
    let (head, hints) = sentence(refusal)
    return [bad + head] + hints.map { "  " + $0 }
  }

  /// The broker's own code and text as they are; then the rule, and what to do.
  func lines(_ exception: ExceptionAnswer) -> [StyledLine] {
    var lines = [bad + StyledLine("\(exception.code) \(exception.text)", .bad)]
    if let mistake = exception.queueForExchange {
      lines.append("  " + sentence(mistake))
    } else if let rule = exception.rule {
      lines.append("  " + StyledLine(RuleWords[rule].rule[language]))
    }
    if let guess = didYouMean(exception.nearest) { lines.append("  " + guess) }
    if let next = exception.suggestion {
      lines.append("  " + tryNext(next))
    }
    let closed: StyledLine =
      exception.closesConnection
      ? speaker.say(
        RefusalPhrase.connectionReopens, ["client": client(exception.client.text)])
      : speaker.say(
        RefusalPhrase.channelReopens,
        ["client": client(exception.client.text), "channel": "\(exception.channel)"])
    let method = exception.method.map { StyledLine("\($0): ", .quiet) } ?? StyledLine()
    lines.append("  " + method + closed)
    return lines
  }

  /// The names that may have been meant; nil if there are none.
  func didYouMean(_ names: [String]) -> StyledLine? {
    guard !names.isEmpty else { return nil }
    let shown = self.names(Array(names.prefix(3)), .heading)
    return speaker.say(RefusalPhrase.didYouMean, ["names": shown])
  }

  func tryNext(_ line: String) -> StyledLine {
    speaker.say(RefusalPhrase.tryNext, ["command": command(line)])
  }

  private func sentence(_ mistake: QueueForExchange) -> StyledLine {
    let fact = speaker.say(RefusalPhrase.isQueue, ["name": queue(mistake.name)])
    return switch mistake.place {
    case .binding: fact + " " + speaker.say(RefusalPhrase.bindingOrder)
    case .publish: fact + " " + speaker.say(RefusalPhrase.byDefaultExchange)
    case .elsewhere: fact
    }
  }

  func sentence(_ refusal: Refusal) -> (StyledLine, [StyledLine]) {
    switch refusal {
    case .noSuchClient(let name, let known):
      (say(.noSuchClient, name), there(known, .client) + [tryNext("list connections")])
    case .alreadyConnected(let name, let virtualHost):
      (
        speaker.say(
          RefusalPhrase.alreadyConnected,
          ["name": client(name), "vhost": key(virtualHost)]),
        [tryNext("close connection \(VisibleText.name(name))")]
      )
    case .notConnected(let name): (say(.notConnected, name), [tryNext("list connections")])
    case .nothingToSettle(let name, nil, let holders):
      (
        say(.nothingToSettle, name),
        [tryNext(holders.first.map { "ack \(VisibleText.name($0))" } ?? "list channels")]
      )
    case .settledOnDelivery(let name): (say(.settledOnDelivery, name), [tryNext("list consumers")])
    case .nothingToSettle(let name, let tag?, _):
      (
        speaker.say(RefusalPhrase.noSuchDelivery, ["name": client(name), "tag": "\(tag)"]),
        [tryNext("list channels")]
      )
    case .noConsumer(let name): (say(.noConsumer, name), [tryNext("list consumers")])
    case .severalConsumers(let name, let tags):
      (
        say(.severalConsumers, name),
        there(tags, .plain)
          + [tryNext("cancel \(VisibleText.name(tags.first ?? "")) as \(VisibleText.name(name))")]
      )
    case .noSuchConsumer(let tag, let name):
      (
        speaker.say(RefusalPhrase.noSuchConsumer, ["name": client(name), "tag": key(tag)]),
        [tryNext("list consumers")]
      )
    case .operatorRefused(let complaint): sentence(complaint)
    case .notSeen(let refusal): sentence(refusal)
    case .noSuchQueue, .noSuchExchange, .noSuchVirtualHost, .virtualHostExists, .userExists,
      .virtualHostInUse, .noSuchCheckpoint, .nothingToUndo, .nothingToRedo,
      .nothingPublished, .noErrorYet, .noSuchError, .servesOthers, .noLesson, .channelZero:
      objectSentence(refusal)
    case .noProgram(let refusal): sentence(refusal)
    case .noSuchConcept(let asked, let nearest):
      (
        speaker.say(ConceptPhrase.unknown, ["name": key(asked)]),
        (didYouMean(nearest).map { [$0] } ?? []) + [tryNext("concept")]
      )
    case .needsSimulator, .closing, .unreachable, .brokerRefused, .untrusted, .notAMQP, .noFinder,
      .onRealBroker, .onSimulator, .needsManagement, .needsPassword, .givenUp,
      .noBrokerToCompare, .nothingToCompare, .comparisonLost, .comparisonGivenUp:
      brokerSentence(refusal)
    }
  }

  private func objectSentence(_ refusal: Refusal) -> (StyledLine, [StyledLine]) {
    switch refusal {
    case .noSuchQueue(let name, let known):
      (
        speaker.say(RefusalPhrase.noSuchQueue, ["name": queue(name)]),
        there(known, .queue) + [tryNext("list queues")]
      )
    case .noSuchExchange(let name, let known):
      (
        speaker.say(RefusalPhrase.noSuchExchange, ["name": exchange(name)]),
        there(known.filter { !$0.isEmpty && !$0.hasPrefix("amq.") }, .exchange)
          + [tryNext("list exchanges")]
      )
    case .noSuchVirtualHost(let name):
      (say(.noSuchVirtualHost, name), [tryNext("list vhosts")])
    case .virtualHostExists(let name):
      (say(.virtualHostExists, name), [tryNext("use vhost \(VisibleText.name(name))")])
    case .virtualHostInUse(let name): (say(.virtualHostInUse, name), [tryNext("use vhost /")])
    case .userExists(let name):
      (
        speaker.say(OperatorPhrase.userExists, ["name": key(name)]),
        [tryNext("change password \(VisibleText.name(name)) PASSWORD")]
      )
    case .noSuchCheckpoint(let name, let known):
      (say(.noSuchCheckpoint, name), there(known, .plain) + [tryNext("list checkpoints")])
    case .nothingToUndo: (speaker.say(RefusalPhrase.nothingToUndo), [])
    case .nothingToRedo: (speaker.say(RefusalPhrase.nothingToRedo), [])
    case .nothingPublished:
      (speaker.say(RefusalPhrase.nothingPublished), [tryNext("help publish")])
    case .noErrorYet: (speaker.say(RefusalPhrase.noErrorYet), [tryNext("explain error 404")])
    case .noSuchError(let asked, let nearest):
      (
        say(.noSuchError, asked),
        (didYouMean(nearest).map { [$0] } ?? []) + [tryNext("help explain error")]
      )
    case .servesOthers: (speaker.say(RefusalPhrase.servesOthers), [])
    case .noLesson: (speaker.say(RefusalPhrase.noLesson), [tryNext("lesson list")])
    case .channelZero: (speaker.say(RefusalPhrase.channelZero), [])
    case .needsSimulator, .closing, .unreachable, .brokerRefused, .untrusted, .notAMQP, .noFinder,
      .onRealBroker, .onSimulator, .needsManagement, .needsPassword, .givenUp,
      .noBrokerToCompare, .nothingToCompare, .comparisonLost, .comparisonGivenUp, .noSuchClient,
      .alreadyConnected, .notConnected, .nothingToSettle,
      .settledOnDelivery, .noConsumer, .severalConsumers, .noSuchConsumer, .operatorRefused,
      .noProgram, .noSuchConcept, .notSeen:
      (StyledLine(), [])
    }
  }

  private func say(_ phrase: RefusalPhrase, _ name: String) -> StyledLine {
    speaker.say(phrase, ["name": key(name)])
  }

  func there(_ names: [String], _ ink: Ink) -> [StyledLine] {
    guard !names.isEmpty else { return [] }
    return [
      speaker.say(RefusalPhrase.known, ["names": self.names(Array(names.prefix(8)), ink)])
    ]
  }

  /// Why a line is no command: a mark under the place, and a sentence.
  func lines(_ error: ParseError, in line: String) -> [StyledLine] {
    let complaint = error.complaint(in: language)
    var lines = wrapped([bad + StyledLine(complaint.problem)])
    let bytes = Array(line.utf8)
    let range = error.range.clamped(to: 0..<bytes.count)
    if range.lowerBound > 0 {
      let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
      let place = String(decoding: bytes[range], as: UTF8.self)
      let indent = String(repeating: " ", count: 2 + StyledLine(before).width)
      let mark = String(repeating: "^", count: max(1, StyledLine(place).width))
      lines.append("  " + StyledLine(line, .quiet))
      lines.append(StyledLine(indent) + StyledLine(mark, .bad))
    }
    return lines + wrapped(complaint.advice.map { ["  " + StyledLine($0)] } ?? [])
  }
}
