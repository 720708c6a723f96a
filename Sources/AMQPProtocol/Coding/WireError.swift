/// Why bytes are not what they should be.
public enum WireError: Error, Hashable, Sendable {
  /// The bytes end before the value does.
  case truncated
  /// More bytes than the value has.
  case trailingBytes(Int)
  /// A field value of a type that RabbitMQ does not know.
  case unknownFieldType(UInt8)
  /// A short string that is not UTF-8. AMQP demands it, RabbitMQ does not look; here names are
  /// texts.
  case notUTF8
  /// Tables and arrays inside one another, more than `WireReader.deepestNesting` of them.
  case nestedTooDeeply
  /// No method has these numbers.
  case unknownMethod(classID: UInt16, methodID: UInt16)
  /// Property flags that no property of the class stands for.
  case unknownProperties
}
