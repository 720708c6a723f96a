/// Why bytes are not what they should be.
public enum WireError: Error, Hashable, Sendable {
  /// The bytes end before the value does.
  case truncated
  /// More bytes than the value has.
  case trailingBytes(Int)
  /// A field value of a type that RabbitMQ does not know.
  case unknownFieldType(UInt8)
  /// A table or an array whose values do not fill it, or a floating number that is none.
  case malformedTable
  /// A short string that is not UTF-8. AMQP demands it; RabbitMQ looks at most of them.
  case notUTF8
  /// The same in a field table, where RabbitMQ does not look; here names are texts.
  case fieldNameNotUTF8
  /// Tables and arrays inside one another, more than `WireReader.deepestNesting` of them.
  case nestedTooDeeply
  /// No method has these numbers.
  case unknownMethod(classID: UInt16, methodID: UInt16)
}
