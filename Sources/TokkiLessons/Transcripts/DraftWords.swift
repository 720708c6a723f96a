import AMQPModel
import TokkiLanguage
import TokkiShell

/// What is said in a lesson that is made of a transcript, in the transcript's language.
struct DraftWords {
  let language: Language

  private func say(_ english: String, _ korean: String) -> String {
    Localized(english, korean)[language]
  }

  /// A name or a text as code, on one line.
  func code(_ text: String) -> String {
    let visible = VisibleText.escaped(text).replacing("`", with: "'")
    let short = visible.count > 48 ? visible.prefix(47) + "…" : visible[...]
    return short.isEmpty ? "`\"\"`" : "`\(short)`"
  }

  private func message(_ body: String?) -> String {
    body.map(code) ?? say("a message", "이진 메시지")
  }

  private func exchangeName(_ name: String) -> String {
    name.isEmpty
      ? say("the default exchange", "기본 익스체인지") : say(code(name), "\(code(name)) 익스체인지")
  }

  // MARK: Labels

  func queue(_ method: QueueDeclare) -> String {
    let type = method.arguments["x-queue-type"]?.text
    let words = [
      method.durable ? "durable" : nil, method.exclusive ? "exclusive" : nil,
      method.autoDelete ? "auto-delete" : nil, type,
    ].compactMap(\.self).map { $0 + " " }.joined()
    let article = words.first.map("aeiou".contains) == true ? "an" : "a"
    return say(
      "there is \(article) \(words)queue \(code(method.queue))",
      "\(words)\(code(method.queue)) 큐가 있다")
  }

  func exchange(_ name: String, type: String) -> String {
    say(
      "there is a \(code(type)) exchange \(code(name))", "\(code(type)) 타입의 \(code(name)) 익스체인지가 있다"
    )
  }

  func bound(_ source: String, _ destination: String, _ key: String, isQueue: Bool) -> String {
    say(
      "\(code(destination)) is bound to \(code(source)) with the key \(code(key))",
      "\(code(destination)) \(isQueue ? "큐" : "익스체인지")가 "
        + "\(code(key)) 키로 \(code(source)) 익스체인지에 바인딩되어 있다")
  }

  func unbound(_ source: String, _ destination: String) -> String {
    say(
      "\(code(destination)) is not bound to \(code(source)) any more",
      "\(code(source)) 익스체인지와 \(code(destination)) 사이에 그 바인딩이 없다")
  }

  func queueGone(_ name: String) -> String {
    say("the queue \(code(name)) is gone", "\(code(name)) 큐가 없다")
  }

  func exchangeGone(_ name: String) -> String {
    say("the exchange \(code(name)) is gone", "\(code(name)) 익스체인지가 없다")
  }

  func consumerGone(_ name: String) -> String {
    say("the consumer \(code(name)) is gone", "\(code(name)) 컨슈머가 없다")
  }

  func connectionGone(_ client: String) -> String {
    say("the connection of \(code(client)) is gone", "\(code(client)) 클라이언트의 연결이 없다")
  }

  func connected(_ client: String) -> String {
    say("\(code(client)) is connected", "\(code(client)) 클라이언트가 연결되어 있다")
  }

  func gone(_ name: String) -> String { say("\(code(name)) is gone", "\(code(name)): 없다") }

  func virtualHost(_ name: String) -> String {
    say("there is a virtual host \(code(name))", "\(code(name)) 가상 호스트가 있다")
  }

  func policy(_ name: String) -> String {
    say("there is a policy \(code(name))", "\(code(name)) 정책이 있다")
  }

  func user(_ name: String) -> String {
    say("there is a user \(code(name))", "\(code(name)) 사용자가 있다")
  }

  func permissions(_ user: String) -> String {
    say("\(code(user)) has permissions", "\(code(user)) 사용자에게 권한이 있다")
  }

  func refused(_ code: UInt16) -> String {
    say("the broker refused it with \(code)", "브로커가 \(code)(으)로 거절했다")
  }

  func purged(_ queue: String) -> String {
    say("\(code(queue)) was purged", "\(code(queue)) 큐를 비웠다")
  }

  func published(_ body: String?, _ exchange: String, _ key: String, isUnroutable: Bool) -> String {
    let lost = say(
      isUnroutable ? ", and no queue took it" : "", isUnroutable ? " (받은 큐는 없다)" : "")
    return say(
      "\(message(body)) was published to \(exchangeName(exchange)) with the key \(code(key))",
      "\(message(body)) 메시지가 \(code(key)) 키로 \(exchangeName(exchange))에 발행되었다") + lost
  }

  func got(_ client: String, _ body: String?, _ queue: String?) -> String {
    let from = queue.map { say(" from \(code($0))", " \(code($0)) 큐에서") } ?? ""
    return say(
      "\(code(client)) got \(message(body))\(from)",
      "\(code(client)) 클라이언트가\(from) \(message(body)) 메시지를 받았다")
  }

  func consumes(_ name: String, _ queue: String) -> String {
    say(
      "\(code(name)) consumes" + (queue.isEmpty ? "" : " from \(code(queue))"),
      "\(code(name)) 컨슈머가 " + (queue.isEmpty ? "" : "\(code(queue)) ") + "큐를 구독한다")
  }

  func acked(_ client: String) -> String {
    say("\(code(client)) acknowledged", "\(code(client)) 클라이언트가 ack했다")
  }

  func rejected(_ client: String, isRequeued: Bool) -> String {
    say(
      "\(code(client)) rejected a delivery, "
        + (isRequeued ? "which went back to its queue" : "which was discarded"),
      "\(code(client)) 클라이언트가 메시지를 거절했다 " + (isRequeued ? "(큐로 되돌림)" : "(버림)"))
  }

  func done(_ client: String, _ body: String?) -> String {
    say(
      "\(code(client)) is done with \(message(body))",
      "\(code(client)) 클라이언트가 \(message(body)) 작업을 마쳤다")
  }

  func returned(_ client: String) -> String {
    say("a message came back to \(code(client))", "메시지가 \(code(client)) 클라이언트에게 돌아왔다")
  }

  func confirmed(_ client: String, _ isAcknowledged: Bool) -> String {
    say(
      "the broker \(isAcknowledged ? "confirmed" : "refused") a publish of \(code(client))",
      "브로커가 \(code(client)) 클라이언트의 발행을 \(isAcknowledged ? "확인했다" : "거절했다")")
  }

  func requeued(_ queue: String) -> String {
    say("a message went back to \(code(queue))", "메시지가 \(code(queue)) 큐로 되돌아갔다")
  }

  func removed(_ queue: String, _ reason: String) -> String {
    say(
      "a message left \(code(queue)): \(code(reason))",
      "\(code(queue)) 큐에서 메시지가 없어졌다: \(code(reason))")
  }

  func deadLettered(_ queue: String, _ exchange: String, _ reason: String) -> String {
    say(
      "a message of \(code(queue)) was dead-lettered to \(exchangeName(exchange)): \(code(reason))",
      "\(code(queue)) 큐의 메시지가 \(exchangeName(exchange))에 데드 레터로 갔다: \(code(reason))")
  }

  func holds(_ queue: String, ready: Int, unacked: Int) -> String {
    say(
      "in the end \(code(queue)) holds \(ready) ready and \(unacked) unacked messages",
      "끝에 \(code(queue)) 큐에는 ready 메시지 \(ready)개, unacked 메시지 \(unacked)개가 있다")
  }

  func claimed(_ expectation: Expectation) -> String {
    say("\(code("\(expectation)")) holds", "\(code("\(expectation)")): 그렇다")
  }
}
