/// A field table: names with typed values, in the order in which they travel. Names are compared
/// byte for byte, as RabbitMQ does.
public struct FieldTable: Hashable, Sendable {
  /// One name with its value.
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var value: FieldValue

    public init(name: String, value: FieldValue) {
      self.name = name
      self.value = value
    }

    public static func == (left: Entry, right: Entry) -> Bool {
      ExactName(left.name) == ExactName(right.name) && left.value == right.value
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(ExactName(name))
      hasher.combine(value)
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry] = []) { self.entries = entries }

  public var isEmpty: Bool { entries.isEmpty }

  /// The first value of that name. Setting replaces it in its place or appends; nil removes it.
  public subscript(name: String) -> FieldValue? {
    get { index(of: name).map { entries[$0].value } }
    set {
      switch (index(of: name), newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  private func index(of name: String) -> Int? {
    entries.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
  }
}

extension FieldTable: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, FieldValue)...) {
    self.init(elements.map { Entry(name: $0.0, value: $0.1) })
  }
}
