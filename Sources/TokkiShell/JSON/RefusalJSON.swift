import TokkiLanguage

extension ExceptionAnswer {
  var json: JSONValue {
    .part(
      "exception",
      [
        "client": .string(client.text), "channel": .integer(Int64(channel)),
        "code": .integer(Int64(code)), "text": .string(text),
        "method": method.map(JSONValue.string),
        "closes": closesConnection ? "connection" : "channel",
        "rule": rule.map { .string($0.rawValue) }, "object": object.map(JSONValue.string),
        "isQueue": queueForExchange.map { _ in .boolean(true) },
        "nearest": nearest.isEmpty ? nil : .strings(nearest),
        "try": suggestion.map(JSONValue.string),
      ])
  }
}

extension Refusal {
  var json: JSONValue {
    switch self {
    case .needsSimulator(let feature): reason("needsSimulator", feature.rawValue)
    case .noSuchClient(let name, let nearest): reason("noSuchClient", name, nearest)
    case .alreadyConnected(let name, let virtualHost):
      .part(
        "refusal",
        [
          "reason": "alreadyConnected", "name": .string(name),
          "virtualHost": .string(virtualHost),
        ])
    case .notConnected(let name): reason("notConnected", name)
    case .nothingToSettle(let name, let tag, let holders):
      .part(
        "refusal",
        [
          "reason": "nothingToSettle", "name": .string(name), "holders": .strings(holders),
          "deliveryTag": tag.map(JSONValue.unsigned),
        ])
    case .settledOnDelivery(let name): reason("settledOnDelivery", name)
    case .noConsumer(let name): reason("noConsumer", name)
    case .severalConsumers(let name, let tags): reason("severalConsumers", name, tags)
    case .noSuchConsumer(let tag, let client):
      .part(
        "refusal",
        ["reason": "noSuchConsumer", "name": .string(tag), "client": .string(client)])
    case .noSuchQueue(let name, let nearest): reason("noSuchQueue", name, nearest)
    case .noSuchExchange(let name, let nearest): reason("noSuchExchange", name, nearest)
    case .noSuchVirtualHost(let name): reason("noSuchVirtualHost", name)
    case .virtualHostExists(let name): reason("virtualHostExists", name)
    case .virtualHostInUse(let name): reason("virtualHostInUse", name)
    case .noSuchCheckpoint(let name, let known): reason("noSuchCheckpoint", name, known)
    case .userExists(let name): reason("userExists", name)
    case .operatorRefused(let complaint): complaint.json
    case .nothingToUndo: reason("nothingToUndo")
    case .nothingToRedo: reason("nothingToRedo")
    case .nothingPublished: reason("nothingPublished")
    case .notSeen(let refusal): refusal.json
    case .noErrorYet: reason("noErrorYet")
    case .noProgram(let refusal): refusal.json
    case .noSuchConcept(let asked, let nearest): reason("noSuchConcept", asked, nearest)
    case .noSuchError(let asked, let nearest): reason("noSuchError", asked, nearest)
    case .servesOthers: reason("servesOthers")
    case .noLesson: reason("noLesson")
    case .channelZero: reason("channelZero")
    case .closing(let name): reason("closing", name)
    case .unreachable(let why): reason("unreachable", why: why)
    case .brokerRefused(let code, let text):
      .part(
        "refusal",
        [
          "reason": "brokerRefused", "code": .integer(Int64(code)), "text": .string(text),
        ])
    case .untrusted(let why): reason("untrusted", why: why)
    case .notAMQP(let why): reason("notAMQP", why: why)
    case .noFinder: reason("noFinder")
    case .onRealBroker(let uri): reason("onRealBroker", uri)
    case .onSimulator: reason("onSimulator")
    case .needsManagement: reason("needsManagement")
    case .noBrokerToCompare: reason("noBrokerToCompare")
    case .nothingToCompare: reason("nothingToCompare")
    case .comparisonLost(let loss):
      .part(
        "refusal",
        [
          "reason": "comparisonLost", "why": .string(loss.reason),
          "number": .count(loss.line.number), "line": .string(loss.line.text),
          "leftBehind": .array(loss.leftBehind.map(JSONValue.string)),
        ])
    case .comparisonGivenUp(let leftBehind):
      .part(
        "refusal",
        ["reason": "givenUp", "leftBehind": .array(leftBehind.map(JSONValue.string))])
    case .needsPassword(let client, let user):
      .part(
        "refusal",
        ["reason": "needsPassword", "client": .string(client), "user": .string(user)])
    case .givenUp: reason("givenUp")
    }
  }

  private func reason(_ reason: String, why: String) -> JSONValue {
    .part("refusal", ["reason": .string(reason), "why": .string(why)])
  }

  private func reason(
    _ reason: String, _ name: String? = nil, _ there: [String] = []
  ) -> JSONValue {
    .part(
      "refusal",
      [
        "reason": .string(reason), "name": name.map(JSONValue.string),
        "there": there.isEmpty ? nil : .strings(there),
      ])
  }
}

extension ParseError {
  var json: JSONValue {
    let complaint = complaint(in: .english)
    return .part(
      "parseError",
      [
        "problem": .string(complaint.problem), "advice": complaint.advice.map(JSONValue.string),
        "from": .count(range.lowerBound), "to": .count(range.upperBound),
      ])
  }
}

extension Verdict {
  var json: JSONValue {
    let word: JSONValue
    var difference: Difference?
    switch judgement {
    case .met: word = "met"
    case .unknown: word = "unknown"
    case .unmet(let found):
      word = "unmet"
      difference = found
    }
    let sentence = difference.map { Renderer().sentence($0).text }
    return .part(
      "verdict",
      [
        "expectation": .string(expectation.description), "judgement": word,
        "difference": difference?.json, "sentence": sentence.map(JSONValue.string),
      ])
  }
}

extension Difference {
  fileprivate var json: JSONValue {
    switch found {
    case .nothing: .object(["found": "nothing"])
    case .something: .object(["found": "something"])
    case .number(let value): .object(["found": .integer(value)])
    case .text(let value): .object(["found": .string(value)])
    case .quality(let isSo): .object(["found": .boolean(isSo)])
    case .names(let names): .object(["found": .strings(names)])
    case .matching(let count, let all):
      .object(["matching": .count(count), "of": .count(all)])
    case .inapplicable: .object(["found": "inapplicable"])
    }
  }
}

extension HelpTopic {
  var json: JSONValue {
    .part("help", ["parts": .array(HelpPage(self, in: .english).parts.map(\.json))])
  }
}

extension HelpPage.Part {
  fileprivate var json: JSONValue {
    switch self {
    case .heading(let text): .object(["heading": .string(text)])
    case .blank: .object(["paragraph": .string("")])
    case .paragraph(let text): .object(["paragraph": .string(text)])
    case .entry(let term, let meaning):
      .object(["term": .string(term), "meaning": .string(meaning)])
    case .example(let lines): .object(["example": .strings(lines)])
    }
  }
}
