import AMQPModel
import TokkiBroker
import TokkiLanguage

/// A queue's name given where an exchange's belongs, and the command that was meant.
public struct QueueForExchange: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    case binding, publish, elsewhere
  }

  /// The queue's.
  public var name: String
  public var place: Place
  /// A command to try next.
  public var suggestion: String

  /// nil where the exception is about something else.
  init?(_ exception: ExceptionAnswer, to method: Method, in host: VirtualHostSnapshot) {
    guard exception.rule == .noExchange, let name = exception.object,
      host.queue(name) != nil
    else { return nil }
    self.name = name
    switch method {
    case .queueBind(let bind) where host.exchange(bind.queue) != nil:
      place = .binding
      suggestion = Self.line(["bind queue"], name, bind.queue, bind.routingKey)
    case .exchangeBind(let bind) where bind.destination == name:
      place = .elsewhere
      suggestion = Self.line(["bind queue"], name, bind.source, bind.routingKey)
    case .basicPublish:
      place = .publish
      suggestion = Self.line(["publish", "\"\""], name) + " BODY"
    default:
      place = .elsewhere
      suggestion = "list exchanges"
    }
  }

  /// Words, and after them names as a line has them; an empty key is left out.
  private static func line(_ words: [String], _ names: String...) -> String {
    (words + names.filter { !$0.isEmpty }.map(Quoting.word)).joined(separator: " ")
  }
}
