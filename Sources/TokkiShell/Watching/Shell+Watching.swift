import TokkiLanguage

/// Watches belong to whoever looks: undo, which goes back in the broker's life, leaves them be.
extension Shell {
  /// - Returns: what the command itself shows.
  func carryOut(_ command: WatchCommand) async throws(Stop) -> [Outcome.Part] {
    switch command {
    case .list: return [.watch(.list(watches.map(\.look)))]
    case .start(let look):
      let part = try await first(look)
      watches.removeAll { $0.look == look }
      watches.append(Watch(look: look, shown: Self.text(of: part)))
      if case .refusal = part { return [.watch(.started(look)), .watch(.seen(look, part))] }
      return [.watch(.started(look)), part]
    case .stop(let look?):
      guard watches.contains(where: { $0.look == look }) else {
        throw .refused(.notSeen(.notWatched(look, known: watches.map(\.look))))
      }
      watches.removeAll { $0.look == look }
      return [.watch(.ended([look]))]
    case .stop(nil):
      defer { watches = [] }
      return [.watch(.ended(watches.map(\.look)))]
    }
  }

  /// Looks again; what changed since it was shown last.
  func changes() async -> [Outcome.Part] {
    var changes: [Outcome.Part] = []
    for index in watches.indices {
      let part = await seen(watches[index].look)
      let text = Self.text(of: part)
      guard watches.indices.contains(index), text != watches[index].shown else { continue }
      watches[index].shown = text
      changes.append(.watch(.seen(watches[index].look, part)))
    }
    return changes
  }

  /// What there is before anything was published is that: it is waited for.
  private func first(_ look: LookCommand) async throws(Stop) -> Outcome.Part {
    do throws(Stop) {
      return try await self.look(look)
    } catch {
      guard case .refused(let refusal) = error, refusal.isNothingYet else { throw error }
      return .refusal(refusal)
    }
  }

  private func seen(_ look: LookCommand) async -> Outcome.Part {
    do throws(Stop) {
      return try await self.look(look)
    } catch {
      guard case .refused(let refusal) = error else { return .refusal(.givenUp) }
      return .refusal(refusal)
    }
  }

  /// Wide enough that nothing is cut: what differs is seen.
  private static func text(of part: Outcome.Part) -> String {
    let renderer = Renderer(style: Style(width: 2000))
    return renderer.text(renderer.lines(Outcome(line: "", at: 0, parts: [part])))
  }
}

extension Refusal {
  /// Whether there is nothing to see because nothing has happened yet.
  var isNothingYet: Bool {
    switch self {
    case .nothingPublished, .noErrorYet: true
    case .notSeen(.elsewhere(let messages)): messages.name == nil
    case .notSeen(.noSuchMessage(_, let known)): known.isEmpty
    default: false
    }
  }
}

extension Command {
  /// Whether a watched look may show something else afterwards.
  var mayBeSeen: Bool {
    switch self {
    case .amqp, .connection, .operate, .broker, .simulation, .history: true
    case .look, .watch, .expect, .lesson, .help, .set, .exit: false
    }
  }
}
