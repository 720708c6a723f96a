/// Elements in numbered places. A number stays with its element until that is removed; then the
/// place is vacant, and may get another element.
///
/// The numbers are the broker's own, so there is always such a place; that nobody keeps the
/// number of a removed element is the business of whoever removes it.
struct Table<Element: Hashable & Sendable>: Hashable, Sendable {
  private var elements: [Element] = []
  private var vacancies: [Int32] = []
  /// What stands in a vacant place.
  private let vacant: Element

  init(vacant: Element) { self.vacant = vacant }

  /// The number that the next element inserted will get.
  var nextIndex: Int32 { vacancies.last ?? Int32(truncatingIfNeeded: elements.count) }

  mutating func insert(_ element: Element) -> Int32 {
    if let index = vacancies.popLast() {
      elements[Int(index)] = element
      return index
    }
    elements.append(element)
    return Int32(truncatingIfNeeded: elements.count &- 1)
  }

  mutating func remove(_ index: Int32) {
    elements[Int(index)] = vacant
    vacancies.append(index)
  }

  subscript(index: Int32) -> Element {
    _read { yield elements.span[Int(index)] }
    _modify { yield &elements[Int(index)] }
  }
}
