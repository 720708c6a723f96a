/// What help was asked about.
public enum HelpTopic: Hashable, Sendable {
  case overview
  case group(HelpGroup)
  /// Usually one; several where a word begins more than one command, as `declare` does.
  case commands([CommandName])
}

/// How `help` orders the commands.
public enum HelpGroup: String, Hashable, Sendable, CaseIterable {
  case topology
  case publishing
  case consuming
  case acknowledging
  case time
  case looking
  case checking
  case history
  case connections
  case policies
  case access
  case broker
  case lessons
  case shell
}
