import TokkiLanguage

/// Real brokers: which one it is, and why one is not there or does not do something.
extension Renderer {
  func connected(to place: BrokerPlace) -> [StyledLine] {
    [
      line(
        done(BrokerPhrase.connected, ["uri": StyledLine(place.uri)]), serverDetails(of: place)),
      "  " + speaker.say(BrokerPhrase.wayBack, ["command": command("disconnect")]),
    ]
  }

  func details(of place: BrokerPlace) -> [StyledLine] {
    [StyledLine(place.uri)] + serverDetails(of: place)
  }

  private func serverDetails(of place: BrokerPlace) -> [StyledLine] {
    let server = [place.product, place.version].filter { !$0.isEmpty }.joined(separator: " ")
    return (server.isEmpty ? [] : [StyledLine(server)]) + (place.isTLS ? ["TLS"] : [])
      + (place.hasManagement ? [speaker.say(BrokerPhrase.withManagement)] : [])
  }

  func brokerSentence(_ refusal: Refusal) -> (StyledLine, [StyledLine]) {
    switch refusal {
    case .needsSimulator(let feature):
      (speaker.say(BrokerPhrase.needsSimulator), [instead(of: feature)])
    case .closing(let name):
      (speaker.say(BrokerPhrase.closing, ["client": client(name)]), [])
    case .unreachable(let reason):
      (speaker.say(BrokerPhrase.unreachable, ["reason": StyledLine(reason)]), [])
    case .brokerRefused(let code, let text):
      (
        speaker.say(BrokerPhrase.refused, ["text": StyledLine("\(code) \(text)")]),
        advice(code).map { [speaker.say($0)] } ?? []
      )
    case .untrusted(let reason):
      (
        speaker.say(BrokerPhrase.untrusted, ["reason": StyledLine(reason)]),
        [speaker.say(BrokerPhrase.trustAdvice)]
      )
    case .notAMQP(let reason):
      (
        speaker.say(BrokerPhrase.notAMQP, ["reason": StyledLine(reason)]),
        [speaker.say(BrokerPhrase.portAdvice)]
      )
    case .noFinder: (speaker.say(BrokerPhrase.noFinder), [])
    case .onRealBroker(let uri):
      (
        speaker.say(BrokerPhrase.onRealBroker, ["uri": StyledLine(uri)]), [tryNext("disconnect")]
      )
    case .onSimulator: (speaker.say(BrokerPhrase.onSimulator), [tryNext("help connect")])
    case .needsManagement: (speaker.say(BrokerPhrase.needsManagement), [])
    case .noBrokerToCompare:
      (
        speaker.say(ComparisonPhrase.noBroker),
        [tryNext("compare amqp://guest:guest@localhost")]
      )
    case .nothingToCompare: (speaker.say(ComparisonPhrase.nothingToCompare), [])
    case .comparisonLost(let loss):
      (
        speaker.say(
          ComparisonPhrase.lost,
          [
            "line": StyledLine(loss.line.text, .heading), "reason": StyledLine(loss.reason),
            "number": "\(loss.line.number)",
          ]),
        left(behind: loss.leftBehind)
      )
    case .comparisonGivenUp(let leftBehind):
      (speaker.say(BrokerPhrase.givenUp), left(behind: leftBehind))
    case .needsPassword(let name, let user):
      (
        speaker.say(BrokerPhrase.needsPassword, ["user": key(user)]),
        [
          tryNext(
            "open connection \(VisibleText.name(name)) --user \(VisibleText.name(user))"
              + " --password PASSWORD")
        ]
      )
    case .givenUp: (speaker.say(BrokerPhrase.givenUp), [])
    case .noSuchClient, .alreadyConnected, .notConnected, .nothingToSettle, .settledOnDelivery,
      .noConsumer, .severalConsumers, .noSuchConsumer, .noSuchQueue, .noSuchExchange,
      .noSuchVirtualHost, .virtualHostExists, .virtualHostInUse, .noSuchCheckpoint, .userExists,
      .operatorRefused, .nothingToUndo, .nothingToRedo, .nothingPublished, .noErrorYet, .notSeen,
      .noProgram, .noSuchConcept,
      .noSuchError, .noLesson, .channelZero, .servesOthers:
      (StyledLine(), [])
    }
  }

  private func advice(_ code: UInt16) -> BrokerPhrase? {
    switch code {
    case 403: .loginAdvice
    case 530: .virtualHostAdvice
    default: nil
    }
  }

  private func instead(of feature: SimulatorFeature) -> StyledLine {
    let phrase: BrokerPhrase =
      switch feature {
      case .advance: .insteadOfAdvance
      case .restart: .insteadOfRestart
      case .history: .insteadOfHistory
      case .explain: .insteadOfExplain
      case .messages: .insteadOfMessages
      case .trace: .insteadOfTrace
      }
    return speaker.say(phrase)
  }
}
