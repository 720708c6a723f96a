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
  case timeline
  case trace
  case sequence
  case watch
  case unwatch
  case list
  case explain
  case explainPublish = "explain publish"
  case explainError = "explain error"
  case status
  case code

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

  case setPolicy = "set policy"
  case clearPolicy = "clear policy"
  case setOperatorPolicy = "set operator policy"
  case clearOperatorPolicy = "clear operator policy"
  case addUser = "add user"
  case deleteUser = "delete user"
  case changePassword = "change password"
  case setUserTags = "set user tags"
  case setPermissions = "set permissions"
  case clearPermissions = "clear permissions"
  case setTopicPermissions = "set topic permissions"
  case clearTopicPermissions = "clear topic permissions"
  case setVirtualHostLimits = "set vhost limits"
  case clearVirtualHostLimits = "clear vhost limits"
  case setUserLimits = "set user limits"
  case clearUserLimits = "clear user limits"

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

  case concept
  case help
  case setLanguage = "set language"
  case exit
}
