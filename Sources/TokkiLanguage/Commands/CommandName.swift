/// Every command by its words.
public enum CommandName: String, Hashable, Sendable, CaseIterable {
  case declareQueue = "declare queue"
  case declareExchange = "declare exchange"
  case deleteQueue = "delete queue"
  case deleteExchange = "delete exchange"
  case bindQueue = "bind queue"
  case bindExchange = "bind exchange"
  case unbindQueue = "unbind queue"
  case unbindExchange = "unbind exchange"
  case purge

  case publish
  case call
  case confirmSelect = "confirm select"
  case txSelect = "tx select"
  case txCommit = "tx commit"
  case txRollback = "tx rollback"

  case consume
  case get
  case cancel
  case qos
  case flow

  case ack
  case nack
  case reject
  case recover

  case kill
  case advance
  case restart

  case show
  case list
  case explain
  case explainPublish = "explain publish"
  case explainError = "explain error"
  case status

  case expect

  case undo
  case redo
  case checkpoint
  case goto
  case reset

  case openConnection = "open connection"
  case closeConnection = "close connection"
  case openChannel = "open channel"
  case closeChannel = "close channel"
  case addVirtualHost = "add vhost"
  case deleteVirtualHost = "delete vhost"
  case useVirtualHost = "use vhost"

  case connect
  case disconnect
  case compare

  case lesson
  case lessonList = "lesson list"
  case lessonRestart = "lesson restart"
  case lessonReset = "lesson reset"
  case next
  case hint
  case solution
  case skip
  case goal
  case play
  case back
  case progress

  case help
  case set
  case exit
}
