internal import DequeModule

/// The publishes of a channel that are not both confirmed and claimed. That one was sent, that it
/// was confirmed, and that somebody wants to know, are learned in any order.
struct ConfirmationTable: Sendable {
  private struct Entry: Sendable {
    var number: UInt64
    var outcome: Result<Bool, AMQPFailure>?
    var isClaimed = false
    var confirmation: PublishConfirmation?
  }

  /// In the order of their numbers.
  private var entries: Deque<Entry> = []

  /// The place of that number, or where it would stand; most stand at the end.
  private func place(of number: UInt64) -> (index: Int, isThere: Bool) {
    var index = entries.endIndex
    while index > entries.startIndex, entries[index - 1].number >= number { index -= 1 }
    return (index, index < entries.endIndex && entries[index].number == number)
  }

  private mutating func entry(of number: UInt64) -> Int {
    let (index, isThere) = place(of: number)
    if !isThere { entries.insert(Entry(number: number), at: index) }
    return index
  }

  mutating func sent(_ number: UInt64) { _ = entry(of: number) }

  /// Somebody wants to know what becomes of it, or (nil) nobody will ask.
  mutating func claim(_ number: UInt64, by confirmation: PublishConfirmation?) {
    let index = entry(of: number)
    entries[index].isClaimed = true
    if let outcome = entries[index].outcome {
      confirmation?.resolve(outcome)
      entries.remove(at: index)
    } else {
      entries[index].confirmation = confirmation
    }
  }

  /// What the broker confirms: one publish, or (`multiple`) all up to that one. Returns their
  /// numbers.
  mutating func settle(
    _ number: UInt64, multiple: Bool, _ outcome: Result<Bool, AMQPFailure>
  ) -> [UInt64] {
    var settled: [UInt64] = []
    var index = entries.startIndex
    while index < entries.endIndex, entries[index].number <= number {
      guard entries[index].outcome == nil, multiple || entries[index].number == number else {
        index += 1
        continue
      }
      settled.append(entries[index].number)
      entries[index].outcome = outcome
      entries[index].confirmation?.resolve(outcome)
      entries[index].confirmation = nil
      if entries[index].isClaimed { entries.remove(at: index) } else { index += 1 }
    }
    return settled
  }
}
