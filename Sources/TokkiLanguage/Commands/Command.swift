/// One line of the shell, understood: what is to be done, without having done anything.
///
/// Its `description` is the canonical text: parsing it gives an equal command again, but for
/// passwords, which no text shows.
public enum Command: Hashable, Sendable {
  /// An AMQP method, or a few that belong together, sent by a client.
  case amqp(AMQPCommand, by: ClientChannel)
  /// Connections, channels and virtual hosts, none of which is a method on a channel.
  case connection(ConnectionCommand)
  /// Policies, users, permissions and limits, which are set from outside AMQP.
  case operate(OperatorCommand)
  /// A real broker comes, or goes.
  case broker(BrokerCommand)
  /// Time and failure: what only a simulator can do.
  case simulation(SimulationCommand)
  /// Looking costs nothing and changes nothing.
  case look(LookCommand)
  /// Looking again whenever it changed.
  case watch(WatchCommand)
  /// A check: holds, or names the first fact that differs.
  case expect(Expectation)
  case history(HistoryCommand)
  case lesson(LessonCommand)
  case help(HelpTopic)
  case set(Setting)
  case exit
}

/// Who does something: a client by its name in the shell, and one of its channels. Each named
/// client is a process of its own, with one connection; `you` is the person at the prompt.
public struct ClientChannel: Hashable, Sendable {
  /// The client of commands that name none.
  public static let defaultClient = "you"

  public var client: String
  /// From 1; it is opened when it is first used.
  public var channel: UInt16

  public init(client: String = ClientChannel.defaultClient, channel: UInt16 = 1) {
    self.client = client
    self.channel = channel
  }
}

/// A length of virtual time, in milliseconds; never negative when it comes from the parser.
public struct VirtualDuration: Hashable, Sendable, Comparable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func < (left: VirtualDuration, right: VirtualDuration) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

/// The languages of sentences, help and lessons. Commands are English in both.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case korean = "ko"
}

/// A text in every language.
public struct Localized: Hashable, Sendable {
  public var english: String
  public var korean: String

  public init(_ english: String, _ korean: String) {
    self.english = english
    self.korean = korean
  }

  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
