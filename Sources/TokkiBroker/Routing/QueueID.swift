/// A queue as the inside of the broker refers to it: a number that the broker chose. Names are
/// compared once, where they come in.
package struct QueueID: Hashable, Sendable {
  package var index: Int32

  package init(index: Int32) { self.index = index }
}
