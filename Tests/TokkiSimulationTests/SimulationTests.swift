import AMQPModel
import SeededRandom
import Testing
import TokkiClient

@testable import TokkiSimulation

@Suite struct SimulationTests {
  @Test(arguments: UInt64(0)..<20)
  func undoThenRedoOverEveryOperationLeavesAnEqualWorld(seed: UInt64) async {
    let simulation = Simulation(seed: seed)
    var generator = SeededGenerator(seed: seed)
    var states = [await simulation.world]
    for number in 0..<60 {
      await simulation.mark("\(number)")
      await simulation.perform(.random(using: &generator))
      states.append(await simulation.world)
    }
    let log = await simulation.log()
    for number in (0..<60).reversed() {
      #expect(await simulation.undo() == "\(number)")
      #expect(await simulation.world == states[number], "seed \(seed), step \(number)")
    }
    #expect(await simulation.undo() == nil)
    for number in 0..<60 {
      #expect(await simulation.redo() == "\(number)")
      #expect(await simulation.world == states[number + 1], "seed \(seed), step \(number)")
    }
    #expect(await simulation.redo() == nil)
    #expect(await simulation.log() == log)
  }

  @Test func aCheckpointBringsStateAndHistoryBack() async {
    let simulation = Simulation(seed: 1)
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<10 { await simulation.perform(.random(using: &generator)) }
    await simulation.checkpoint("here")
    let (world, log) = (await simulation.world, await simulation.log())
    for _ in 0..<10 {
      await simulation.mark("play")
      await simulation.perform(.random(using: &generator))
    }
    #expect(await simulation.goTo(checkpoint: "here"))
    #expect(await simulation.world == world)
    #expect(await simulation.log() == log)
    #expect(await simulation.goTo(checkpoint: "nowhere") == false)
  }

  @Test func noticesTellWhatCallsReturnUntilTheSimulationEnds() async throws {
    var simulation: Simulation? = Simulation()
    let all = await simulation?.notices(of: nil)
    let own = await simulation?.notices(of: "a")
    var told: [ClientReport] = []
    for client in ["a", "b"] as [ClientName] {
      told +=
        try await simulation?.request(
          .queueDeclare(QueueDeclare()), content: nil, by: client, channel: 1, plan: nil
        ).reports ?? []
    }
    simulation = nil
    var heard: (all: [ClientReport], own: [ClientReport]) = ([], [])
    for await report in try #require(all) { heard.all.append(report) }
    for await report in try #require(own) { heard.own.append(report) }
    #expect(heard.all == told)
    #expect(heard.own == told.filter { $0.client == "a" })
  }
}

extension Simulation {
  fileprivate func perform(_ operation: Operation) {
    do throws(ClientError) {
      switch operation {
      case .request(let method, let content, let client, let channel, let plan):
        _ = try request(method, content: content, by: client, channel: channel, plan: plan)
      case .kill(let client): _ = try kill(client)
      case .close(let client): _ = try close(client)
      case .retire(let client): _ = try retire(client)
      case .advance(let milliseconds): _ = advance(byMilliseconds: milliseconds)
      case .restart: _ = restart()
      }
    } catch {
      // The client itself refused: nothing to do at the broker.
    }
  }
}
