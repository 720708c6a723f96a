import TokkiNIO
import TokkiShell

/// Writes each method that passes the server on a line of its own: when, who, which way, on which
/// channel, what.
///
/// ```
///  1.204s 127.0.0.1:54321 → 1 queue.declare queue=tasks durable
///  1.204s 127.0.0.1:54321 ← 1 queue.declare-ok queue=tasks
/// ```
struct PassageWriter {
  let isJSON: Bool

  func line(_ observed: ObservedMethod) -> String {
    let passage = observed.passage
    let isReceived = passage.direction == .received
    if isJSON { return json(observed, isReceived) }
    let seconds = String(observed.at / 1000)
    let milliseconds = String(1000 + observed.at % 1000).dropFirst()
    let parts = [
      String(repeating: " ", count: max(0, 3 - seconds.count)) + "\(seconds).\(milliseconds)s",
      VisibleText.escaped(observed.peer), isReceived ? "→" : "←", String(passage.channel),
      MethodText.of(passage.method), passage.content.map { MethodText.of($0) } ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func json(_ observed: ObservedMethod, _ isReceived: Bool) -> String {
    let passage = observed.passage
    return JSONValue.object([
      .init("at", .integer(observed.at)),
      .init("client", .string(observed.peer)),
      .init("direction", .string(isReceived ? "received" : "sent")),
      .init("channel", .integer(Int64(passage.channel))),
      .init("method", .string(passage.method.name)),
      .init("text", .string(MethodText.of(passage.method))),
      .init("content", passage.content.map { .string(MethodText.of($0)) } ?? .null),
    ]).text
  }
}
