import TokkiLanguage

/// Whether an expectation holds, and the first fact that differs.
extension Renderer {
  public func lines(_ verdict: Verdict) -> [StyledLine] {
    let claim = StyledLine(verdict.expectation.description)
    switch verdict.judgement {
    case .met: return [good + speaker.say(VerdictPhrase.met, ["claim": claim])]
    case .unknown: return [warning + speaker.say(VerdictPhrase.unknown, ["claim": claim])]
    case .unmet(let difference):
      return [
        bad + speaker.say(VerdictPhrase.unmet, ["claim": claim]),
        "  " + right + sentence(difference),
      ]
    }
  }

  /// What is instead of what was expected.
  public func sentence(_ difference: Difference) -> StyledLine {
    let fact = StyledLine(difference.predicate.map { name(of: $0.fact) } ?? "")
    switch difference.found {
    case .nothing: return speaker.say(VerdictPhrase.notThere)
    case .something where difference.predicate?.fact == .exists:
      return speaker.say(VerdictPhrase.present)
    case .something: return speaker.say(VerdictPhrase.isThere)
    case .number(let value):
      return speaker.say(VerdictPhrase.numberIs, ["fact": fact, "value": "\(value)"])
    case .text(let value):
      return speaker.say(
        VerdictPhrase.textIs, ["fact": fact, "value": StyledLine(VisibleText.quoted(value))])
    case .quality(let isSo):
      return speaker.say(isSo ? VerdictPhrase.itIs : .itIsNot, ["fact": fact])
    case .names(let names) where names.isEmpty: return speaker.say(VerdictPhrase.noNames)
    case .names(let names):
      return speaker.say(VerdictPhrase.namesAre, ["names": self.names(names, .queue)])
    case .matching(_, let all) where all == 0: return speaker.say(VerdictPhrase.noneHappened)
    case .matching(let count, let all):
      return speaker.say(VerdictPhrase.fit, ["count": "\(count)", "all": "\(all)"])
    case .inapplicable: return speaker.say(VerdictPhrase.inapplicable, ["fact": fact])
    }
  }

  /// The word by which the language speaks of a fact.
  private func name(of fact: Fact) -> String {
    switch fact {
    case .exists: "exists"
    case .quality(let quality): quality.rawValue
    case .measure(let measure, _): measure.rawValue
    case .text(let aspect, _): name(of: aspect)
    case .argument(let name, _), .header(let name, _), .definition(let name, _): name
    case .reached: "routed"
    }
  }

  private func name(of aspect: Fact.Aspect) -> String {
    switch aspect {
    case .body: "body"
    case .key: "key"
    case .type: "type"
    case .queue: "queue"
    case .exchange: "exchange"
    case .client: "client"
    case .reason: "reason"
    case .text: "text"
    case .consumerTag: "consumer tag"
    case .virtualHost: "vhost"
    case .policy: "policy"
    case .operatorPolicy: "operator policy"
    case .pattern: "pattern"
    case .scope: "apply-to"
    case .userTag: "tag"
    case .configure: "configure"
    case .write: "write"
    case .read: "read"
    case .property(let name): name
    }
  }
}
