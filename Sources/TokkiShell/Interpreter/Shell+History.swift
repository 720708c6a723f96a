import TokkiLanguage
import TokkiSimulation

/// Going back and forth, which only the simulation can.
extension Shell {
  func go(_ command: HistoryCommand) async throws(Stop) -> Answer {
    let simulator = try needSimulator(for: .history)
    try await refuseWhileServing()
    switch command {
    case .undo(let count):
      var labels: [String] = []
      while labels.count < count, let label = await simulator.undo() {
        memory = memories.undo(memory)
        labels.append(label)
      }
      if labels.isEmpty { throw .refused(.nothingToUndo) }
      return .undone(labels)
    case .redo(let count):
      var labels: [String] = []
      while labels.count < count, let label = await simulator.redo() {
        memory = memories.redo(memory)
        labels.append(label)
      }
      if labels.isEmpty { throw .refused(.nothingToRedo) }
      return .redone(labels)
    case .checkpoint(let name):
      await simulator.checkpoint(name)
      memories.name(name, memory)
      return .checkpointSet(name)
    case .goto(let name):
      guard await simulator.goTo(checkpoint: name) else {
        throw .refused(.noSuchCheckpoint(name, known: await simulator.checkpoints()))
      }
      memories.mark(memory)
      memory = memories.memory(named: name) ?? memory
      return .wentTo(checkpoint: name)
    case .reset:
      await simulator.reset()
      memories.mark(memory)
      memory = Memory()
      return .reset
    }
  }
}
