import Testing
import TokkiBroker
import TokkiShell

@Suite("Determinism and undo")
struct DeterminismTests {
  @Test("Every line of the rehearsal is understood and does something")
  func understood() async {
    let session = Session()
    for line in Rehearsal.lines {
      let outcome = await session.shell.run(line)
      let isMeant = line == "frobnicate" || line.hasPrefix("get nothing") || line.contains("99")
      let text = await session.shell.render(outcome)
      #expect(outcome.isFailure == isMeant, "\(line): \(text)")
    }
  }

  @Test("The same lines and seed print the same bytes, a hundred times")
  func same() async {
    let first = await Session(seed: 7).screen(Rehearsal.lines)
    for _ in 0..<100 {
      #expect(await Session(seed: 7).screen(Rehearsal.lines) == first)
    }
  }

  @Test("Undo returns to an equal broker, and redo to an equal one again")
  func undo() async {
    let session = Session(seed: 3)
    for line in Rehearsal.lines where !line.hasPrefix("undo") && !line.hasPrefix("redo") {
      let before = await session.simulation.world
      let outcome = await session.shell.run(line)
      let after = await session.simulation.world
      guard before != after || outcome.status == .exception else { continue }
      await session.run("undo")
      #expect(await session.simulation.world == before, "\(line)")
      await session.run("redo")
      #expect(await session.simulation.world == after, "\(line)")
    }
  }

  @Test("What only looks, or was refused, is no step")
  func noStep() async {
    let session = Session()
    await session.run("declare queue q", "show", "list queues", "expect queue q", "help", "ack")
    #expect(await session.run("undo") == "✓ undone: declare queue q")
    #expect(await session.run("undo") == "✗ there is nothing to undo")
  }

  @Test("The virtual host in use goes back with undo")
  func virtualHost() async {
    let session = Session()
    await session.run("add vhost other", "use vhost other")
    #expect(await session.shell.overview().virtualHost == "other")
    await session.run("undo")
    #expect(await session.shell.overview().virtualHost == "/")
    await session.run("redo")
    #expect(await session.shell.overview().virtualHost == "other")
  }
}
