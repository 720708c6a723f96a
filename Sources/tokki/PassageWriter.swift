import AMQPModel
import TokkiNIO
import TokkiShell

/// Writes each method that passes the server on a line of its own: when, who, which way, on which
/// channel, what.
///
/// ```
///   1.204s 127.0.0.1:54321 → 1 queue.declare queue=tasks durable
///   1.204s 127.0.0.1:54321 ← 1 queue.declare-ok queue=tasks
/// ```
struct PassageWriter {
  let isJSON: Bool

  func line(_ observed: ObservedMethod) -> String {
    let passage = observed.passage
    if isJSON { return json(observed) }
    let seconds = String(observed.at / 1000)
    let milliseconds = String(1000 + observed.at % 1000).dropFirst()
    let time = String(repeating: " ", count: max(0, 3 - seconds.count)) + seconds
    let parts = [
      "\(time).\(milliseconds)s", VisibleText.escaped(observed.peer),
      passage.direction == .received ? "→" : "←", String(passage.channel),
      MethodText.of(passage.method), passage.content.map { MethodText.of($0) } ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func json(_ observed: ObservedMethod) -> String {
    let passage = observed.passage
    var members: [JSONValue.Member] = [
      .init("at", .integer(observed.at)), .init("client", .string(observed.peer)),
      .init("direction", .string(passage.direction == .received ? "received" : "sent")),
      .init("channel", .integer(Int64(passage.channel))),
      .init("method", .string(passage.method.name)),
      .init("arguments", passage.method.argumentsJSON),
    ]
    if let content = passage.content { members.append(.init("message", content.messageJSON)) }
    return JSONValue.object(members).text
  }
}
