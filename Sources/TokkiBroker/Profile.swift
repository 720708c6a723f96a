/// Which RabbitMQ is simulated. Each way in which the versions differ is one named property.
public struct Profile: Hashable, Sendable {
  /// As the command line names it: `4.0` or `3.10`.
  public var name: String

  /// RabbitMQ 4.0, the default.
  public static let rabbitMQ40 = Profile(name: "4.0")

  /// RabbitMQ 3.10.
  public static let rabbitMQ310 = Profile(name: "3.10")

  /// Every profile, the default first.
  public static let all = [rabbitMQ40, rabbitMQ310]

  /// The profile of that name, if there is one.
  public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }
}
