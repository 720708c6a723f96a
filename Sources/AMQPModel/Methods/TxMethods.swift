// The tx class of AMQP 0-9-1 (class id 90), with RabbitMQ's extensions.

/// `tx.select`: makes the channel transactional.
public struct TxSelect: MethodArguments {
  public static let id = MethodID(classID: 90, methodID: 10)
  public static let name = "tx.select"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `tx.select-ok`: the channel is transactional.
public struct TxSelectOk: MethodArguments {
  public static let id = MethodID(classID: 90, methodID: 11)
  public static let name = "tx.select-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `tx.commit`: commits publishes and acknowledgements.
public struct TxCommit: MethodArguments {
  public static let id = MethodID(classID: 90, methodID: 20)
  public static let name = "tx.commit"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `tx.commit-ok`: they are done.
public struct TxCommitOk: MethodArguments {
  public static let id = MethodID(classID: 90, methodID: 21)
  public static let name = "tx.commit-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `tx.rollback`: abandons publishes and acknowledgements.
public struct TxRollback: MethodArguments {
  public static let id = MethodID(classID: 90, methodID: 30)
  public static let name = "tx.rollback"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}

/// `tx.rollback-ok`: they are abandoned.
public struct TxRollbackOk: MethodArguments {
  public static let id = MethodID(classID: 90, methodID: 31)
  public static let name = "tx.rollback-ok"

  public init() {}

  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {}
}
