/// Numbered places: a number stays with its element until the element is removed, and is used
/// again after that.
struct Slots<Element: Sendable>: Sendable {
  private(set) var elements: [Element?] = []
  private var free: [Int32] = []

  var count: Int { elements.count - free.count }

  /// Puts the element in a free place and returns the place's number.
  mutating func insert(_ element: Element) -> Int32 {
    if let index = free.popLast() {
      elements[Int(index)] = element
      return index
    }
    elements.append(element)
    return Int32(truncatingIfNeeded: elements.count &- 1)
  }

  @discardableResult
  mutating func remove(_ index: Int32) -> Element? {
    guard elements.indices.contains(Int(index)), let element = elements[Int(index)] else {
      return nil
    }
    elements[Int(index)] = nil
    free.append(index)
    return element
  }

  /// nil where there is none; setting an empty or absent place does nothing.
  subscript(index: Int32) -> Element? {
    _read {
      if elements.indices.contains(Int(index)) {
        yield elements.span[Int(index)]
      } else {
        yield nil
      }
    }
    _modify {
      if elements.indices.contains(Int(index)) {
        yield &elements[Int(index)]
      } else {
        var absent: Element? = nil
        yield &absent
      }
    }
  }

  /// The numbers of the places taken, in the order that the elements' own numbers give.
  func inOrder(by number: (Element) -> UInt64) -> [Int32] {
    elements.indices
      .compactMap { index in elements[index].map { (number($0), index) } }
      .sorted { $0.0 < $1.0 }
      .map { Int32(truncatingIfNeeded: $0.1) }
  }
}
