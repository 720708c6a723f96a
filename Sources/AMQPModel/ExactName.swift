/// A name as RabbitMQ compares names: byte for byte. Swift's own `String` takes the composed and
/// the decomposed form of 한 for one and the same; to the broker they are two queues.
public struct ExactName: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }

  public static func == (left: ExactName, right: ExactName) -> Bool {
    let (left, right) = (left.text.utf8, right.text.utf8)
    if left.count != right.count { return false }
    // Byte by byte in plain memory is much faster than through the view.
    let areEqual = left.withContiguousStorageIfAvailable { left in
      right.withContiguousStorageIfAvailable { right in left.elementsEqual(right) }
    }
    return areEqual.flatMap { $0 } ?? left.elementsEqual(right)
  }

  public static func < (left: ExactName, right: ExactName) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    let hashed: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
    if hashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
