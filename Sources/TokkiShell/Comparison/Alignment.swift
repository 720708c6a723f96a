/// Two lists laid side by side so that as much as possible stands beside its like.
struct Alignment {
  /// What has no like on the other side; what stands in the same place on both is one pair.
  private(set) var differences: [(simulated: Account.Entry?, real: Account.Entry?)] = []

  init(_ simulated: [Account.Entry], _ real: [Account.Entry]) {
    guard !simulated.elementsEqual(real, by: { $0.isLike($1) }) else { return }
    let changes = real.difference(from: simulated) { $0.isLike($1) }
    let removed = Set(changes.removals.map(\.place))
    let inserted = Set(changes.insertions.map(\.place))
    var (left, right) = (0, 0)
    while left < simulated.count || right < real.count {
      var (ours, theirs): ([Account.Entry], [Account.Entry]) = ([], [])
      while removed.contains(left) {
        ours.append(simulated[left])
        left += 1
      }
      while inserted.contains(right) {
        theirs.append(real[right])
        right += 1
      }
      for place in 0..<max(ours.count, theirs.count) {
        differences.append(
          (
            place < ours.count ? ours[place] : nil,
            place < theirs.count ? theirs[place] : nil
          ))
      }
      left += 1
      right += 1
    }
  }
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
