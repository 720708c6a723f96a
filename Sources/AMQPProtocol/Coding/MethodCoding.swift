public import AMQPModel

extension WireReader {
  /// The payload of a method frame: class id, method id, arguments.
  public mutating func method() throws(WireError) -> Method {
    let (classID, methodID) = (try short(), try short())
    guard var method = Method(id: MethodID(classID: classID, methodID: methodID)) else {
      throw .unknownMethod(classID: classID, methodID: methodID)
    }
    var arguments = ArgumentReader(reader: self)
    try method.visit(&arguments)
    self = arguments.reader
    return method
  }
}

extension WireWriter {
  /// The payload of a method frame.
  public mutating func method(_ method: Method) {
    let id = method.id
    short(id.classID)
    short(id.methodID)
    var arguments = ArgumentWriter(writer: self)
    var method = method
    method.visit(&arguments)
    self = arguments.writer
  }
}

/// Reads the arguments of a method, one after the other.
private struct ArgumentReader: ArgumentVisitor {
  typealias Failure = WireError

  var reader: WireReader

  mutating func octet(_ name: String, _ value: inout UInt8) throws(WireError) {
    value = try reader.octet()
  }

  mutating func short(_ name: String, _ value: inout UInt16) throws(WireError) {
    value = try reader.short()
  }

  mutating func long(_ name: String, _ value: inout UInt32) throws(WireError) {
    value = try reader.long()
  }

  mutating func longLong(_ name: String, _ value: inout UInt64) throws(WireError) {
    value = try reader.longLong()
  }

  mutating func shortString(_ name: String, _ value: inout String) throws(WireError) {
    value = try reader.shortString()
  }

  mutating func longString(_ name: String, _ value: inout [UInt8]) throws(WireError) {
    value = try reader.longString()
  }

  mutating func bit(_ name: String, _ value: inout Bool) throws(WireError) {
    value = try reader.bit()
  }

  mutating func table(_ name: String, _ value: inout FieldTable) throws(WireError) {
    value = try reader.table()
  }

  mutating func reservedShort(_ name: String) throws(WireError) { _ = try reader.short() }
}

/// Writes the arguments of a method, one after the other.
private struct ArgumentWriter: ArgumentVisitor {
  typealias Failure = Never

  var writer: WireWriter

  mutating func octet(_ name: String, _ value: inout UInt8) { writer.octet(value) }
  mutating func short(_ name: String, _ value: inout UInt16) { writer.short(value) }
  mutating func long(_ name: String, _ value: inout UInt32) { writer.long(value) }
  mutating func longLong(_ name: String, _ value: inout UInt64) { writer.longLong(value) }
  mutating func shortString(_ name: String, _ value: inout String) { writer.shortString(value) }
  mutating func longString(_ name: String, _ value: inout [UInt8]) { writer.longString(value) }
  mutating func bit(_ name: String, _ value: inout Bool) { writer.bit(value) }
  mutating func table(_ name: String, _ value: inout FieldTable) { writer.table(value) }
  mutating func reservedShort(_ name: String) { writer.short(0) }
}

extension Method {
  /// Whether a content header, and the body that it announces, follow.
  public var carriesContent: Bool {
    switch self {
    case .basicPublish, .basicReturn, .basicDeliver, .basicGetOk: true
    default: false
    }
  }

  /// The names of short strings among the arguments, and of names in tables, that have more than
  /// 255 bytes: such a method cannot be sent.
  public var overlongArguments: [String] {
    var finder = OverlongFinder()
    var method = self
    method.visit(&finder)
    return finder.names
  }
}

extension BasicProperties {
  /// The names of properties, and of headers, that have more than 255 bytes: such a message cannot
  /// be sent.
  public var overlongProperties: [String] {
    var finder = OverlongPropertyFinder()
    var properties = self
    properties.visit(&finder)
    return finder.names
  }
}

extension FieldTable {
  /// Names in the table, and in tables inside it, that have more than 255 bytes.
  fileprivate var overlongNames: [String] {
    entries.flatMap { entry in
      (WireWriter.fits(entry.name) ? [] : [entry.name]) + entry.value.overlongNames
    }
  }
}

extension FieldValue {
  fileprivate var overlongNames: [String] {
    switch self {
    case .table(let table): table.overlongNames
    case .array(let values): values.flatMap(\.overlongNames)
    case .boolean, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .float, .double,
      .decimal, .longString, .byteArray, .timestamp, .void:
      []
    }
  }
}

private struct OverlongPropertyFinder: PropertyVisitor {
  typealias Failure = Never

  var names: [String] = []

  mutating func octet(_ name: String, _ value: inout UInt8?) {}

  mutating func shortString(_ name: String, _ value: inout String?) {
    if let value, !WireWriter.fits(value) { names.append(name) }
  }

  mutating func table(_ name: String, _ value: inout FieldTable?) {
    names += value?.overlongNames ?? []
  }

  mutating func timestamp(_ name: String, _ value: inout UInt64?) {}
}

private struct OverlongFinder: ArgumentVisitor {
  typealias Failure = Never

  var names: [String] = []

  mutating func octet(_ name: String, _ value: inout UInt8) {}
  mutating func short(_ name: String, _ value: inout UInt16) {}
  mutating func long(_ name: String, _ value: inout UInt32) {}
  mutating func longLong(_ name: String, _ value: inout UInt64) {}

  mutating func shortString(_ name: String, _ value: inout String) {
    if !WireWriter.fits(value) { names.append(name) }
  }

  mutating func longString(_ name: String, _ value: inout [UInt8]) {}
  mutating func bit(_ name: String, _ value: inout Bool) {}

  mutating func table(_ name: String, _ value: inout FieldTable) {
    names += value.overlongNames
  }

  mutating func reservedShort(_ name: String) {}
}
