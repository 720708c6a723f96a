public import AMQPModel

extension WireReader {
  /// The flags and values of a content header: a bit for each property that is there, from the
  /// highest down, then the values in the same order. The two lowest bits of the flags, which no
  /// property needs, are not looked at, as in RabbitMQ.
  public mutating func properties() throws(WireError) -> BasicProperties {
    let flags = try short()
    var properties = BasicProperties()
    var values = PropertyReader(reader: self, flags: flags)
    try properties.visit(&values)
    self = values.reader
    return properties
  }
}

extension WireWriter {
  public mutating func properties(_ properties: BasicProperties) {
    var values = PropertyWriter()
    var properties = properties
    properties.visit(&values)
    short(values.flags)
    append(values.writer.bytes)
  }
}

/// Reads the properties that the flags say are there.
private struct PropertyReader: PropertyVisitor {
  typealias Failure = WireError

  var reader: WireReader
  /// The bit of the next property stands highest.
  var flags: UInt16

  private mutating func isNextThere() -> Bool {
    defer { flags <<= 1 }
    return flags & 0x8000 != 0
  }

  mutating func octet(_ name: String, _ value: inout UInt8?) throws(WireError) {
    if isNextThere() { value = try reader.octet() }
  }

  mutating func shortString(_ name: String, _ value: inout String?) throws(WireError) {
    if isNextThere() { value = try reader.shortString() }
  }

  mutating func table(_ name: String, _ value: inout FieldTable?) throws(WireError) {
    if isNextThere() { value = try reader.table() }
  }

  mutating func timestamp(_ name: String, _ value: inout UInt64?) throws(WireError) {
    if isNextThere() { value = try reader.longLong() }
  }
}

/// Writes the properties that are there, and gathers their flags.
private struct PropertyWriter: PropertyVisitor {
  typealias Failure = Never

  var writer = WireWriter()
  var flags: UInt16 = 0
  private var next: UInt16 = 0x8000

  private mutating func note(isThere: Bool) {
    if isThere { flags |= next }
    next >>= 1
  }

  mutating func octet(_ name: String, _ value: inout UInt8?) {
    note(isThere: value != nil)
    if let value { writer.octet(value) }
  }

  mutating func shortString(_ name: String, _ value: inout String?) {
    note(isThere: value != nil)
    if let value { writer.shortString(value) }
  }

  mutating func table(_ name: String, _ value: inout FieldTable?) {
    note(isThere: value != nil)
    if let value { writer.table(value) }
  }

  mutating func timestamp(_ name: String, _ value: inout UInt64?) {
    note(isThere: value != nil)
    if let value { writer.longLong(value) }
  }
}
