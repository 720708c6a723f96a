import AMQPModel
import TokkiBroker
import TokkiLanguage

extension Shell {
  func trace(_ chosen: ChosenMessage) async throws(Stop) -> MessageLife {
    let reader = try await lives()
    let found: LifeReader.Published?
    let known = reader.published.suffix(6).map(reader.named)
    switch chosen {
    case .last:
      guard let last = reader.published.last else {
        throw await elsewhere(nil) { _ in true } ?? .refused(.nothingPublished)
      }
      found = last
    case .number(let number):
      found = reader.published.first { $0.id.number == number }
      if found == nil {
        let name = "#\(number)"
        throw await elsewhere(name) { $0.number == number }
          ?? .refused(.notSeen(.noSuchMessage(name, known: known)))
      }
    case .text(let text):
      let isMeant = { (id: MessageID) in
        guard let content = reader.content(of: id) else { return false }
        return content.body == Array(text.utf8) || content.properties.messageID == text
      }
      let meant = reader.published.filter { isMeant($0.id) }
      if meant.isEmpty {
        throw await elsewhere(text, isMeant)
          ?? .refused(.notSeen(.noSuchMessage(text, known: known)))
      }
      if meant.count > 1 {
        throw .refused(.notSeen(.severalMessages(text, meant.map(reader.named))))
      }
      found = meant.first
    }
    guard let found else { throw .refused(.nothingPublished) }
    return reader.life(of: found)
  }

  func everyMessage() async throws(Stop) -> Listing {
    let messages = try await lives().listed()
    return .allMessages(
      messages, elsewhere: messages.isEmpty ? await messagesElsewhere(nil) { _ in true } : nil)
  }

  private func elsewhere(_ name: String?, _ isMeant: (MessageID) -> Bool) async -> Stop? {
    await messagesElsewhere(name, isMeant).map { .refused(.notSeen(.elsewhere($0))) }
  }

  /// Whether clients published it in other virtual hosts, which are there still.
  private func messagesElsewhere(
    _ name: String?, _ isMeant: (MessageID) -> Bool
  ) async -> ElsewhereMessages? {
    guard let simulator else { return nil }
    let snapshot = await simulator.snapshot()
    let here = ExactName(memory.virtualHost)
    var places: [String] = []
    for entry in await simulator.log().trace {
      guard case .published(let id, .some, _, _) = entry.fact,
        ExactName(entry.virtualHost) != here, !places.contains(entry.virtualHost),
        snapshot.virtualHost(named: entry.virtualHost) != nil, isMeant(id)
      else { continue }
      places.append(entry.virtualHost)
    }
    return places.isEmpty
      ? nil
      : ElsewhereMessages(virtualHost: memory.virtualHost, name: name, places: places)
  }

  func lives() async throws(Stop) -> LifeReader {
    let simulator = try needSimulator(for: .trace)
    return LifeReader(
      await simulator.log(), snapshot: await simulator.snapshot(),
      virtualHost: memory.virtualHost)
  }

  /// The names by which messages can be asked for: the latest first.
  func messageNames() async -> [String] {
    guard let simulator else { return [] }
    let log = await simulator.log()
    let host = ExactName(memory.virtualHost)
    let numbers = log.trace.reversed().lazy.compactMap { entry -> String? in
      guard case .published(let id, .some, _, _) = entry.fact,
        ExactName(entry.virtualHost) == host
      else { return nil }
      return String(id.number)
    }
    let names = log.reports.reversed().lazy.compactMap { report -> String? in
      guard case .sent(.basicPublish, let content?) = report.fact else { return nil }
      return content.properties.messageID
    }
    return Array(numbers.prefix(30)) + Array(names.prefix(30))
  }
}
