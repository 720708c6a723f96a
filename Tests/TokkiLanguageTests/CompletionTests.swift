import Testing
import TokkiLanguage

@Suite("Tab offers what can stand at the cursor")
struct CompletionTests {
  private struct Names: LiveNames {
    func names(for slot: Slot) -> [String] {
      switch slot {
      case .queue: ["task_queue", "telemetry", "주문", "two words"]
      case .exchange: ["", "amq.direct", "amq.topic", "logs"]
      case .destination: ["task_queue", "logs"]
      case .key: ["kern.*", "#"]
      case .client: ["you", "w1", "w2"]
      case .consumer: ["w1", "ctag-1"]
      case .worker: ["task_queue", "w1", "w2"]
      case .message: ["2", "1", "cat"]
      case .virtualHost: ["/", "staging"]
      case .checkpoint: ["before"]
      case .lesson: ["01-hello-world", "02-work-queues"]
      case .error: ["noQueue", "noExchange"]
      case .policy: ["short", "long"]
      case .operatorPolicy: ["cap"]
      case .user: ["guest", "alice"]
      case .concept: ["prefetch", "dead-letter exchange"]
      case .password, .pattern, .definition, .newFile: []
      case .text, .number, .duration, .expiration, .assignment, .choice, .work, .uri, .words: []
      }
    }
  }

  private func complete(_ line: String) -> Completion {
    Completion.complete(line, cursor: line.utf8.count, names: Names())
  }

  private func texts(_ line: String) -> [String] { complete(line).candidates.map(\.text) }

  @Test("Words of commands, of options, of live names")
  func table() {
    let table: [(String, [String])] = [
      ("pu", ["purge", "publish"]),
      ("basic.p", ["basic.publish"]),
      ("declare ", ["queue", "exchange"]),
      ("declare e", ["exchange"]),
      ("declare exchange logs ", ["direct", "fanout", "topic", "headers"]),
      ("declare queue q --dur", ["--durable"]),
      ("declare queue q --durable --dur", []),
      ("declare queue q --type ", ["classic", "quorum", "stream"]),
      ("declare queue q --type=q", ["--type=quorum"]),
      ("declare queue q --dead-letter-exchange l", ["logs"]),
      ("explain e", ["error"]),
      ("explain error 40", ["402", "403", "404", "405", "406"]),
      (
        "explain error NO",
        ["NO_ROUTE", "NO_CONSUMERS", "NOT_FOUND", "NOT_ALLOWED", "NOT_IMPLEMENTED"]
      ),
      ("explain error noQ", ["noQueue"]),
      ("explain error 404 ", []),
      ("get te", ["telemetry"]),
      ("get t", ["task_queue", "telemetry", "\"two words\""]),
      ("get \"t", ["task_queue", "telemetry", "\"two words\""]),
      ("get 주", ["주문"]),
      ("get two", ["\"two words\""]),
      ("get task_queue ", ["--auto-ack", "--no-ack", "--as", "--channel", "as"]),
      ("get task_queue as w", ["w1", "w2"]),
      ("get task_queue as w1 ", ["--auto-ack", "--no-ack", "--channel"]),
      ("publish ", ["\"\"", "logs"]),
      ("publish amq.t", ["amq.topic"]),
      ("publish \"\" te", ["telemetry"]),
      ("publish logs ", ["kern.*", "\"#\""]),
      ("publish logs k ", []),
      ("publish logs k b --persi", ["--persistent"]),
      ("bind queue task_queue l", ["logs"]),
      ("consume task_queue --work ", ["dots"]),
      ("consume task_queue --reply ", ["fib", "echo", "upper"]),
      ("consume task_queue --prefetch ", []),
      ("cancel ", ["w1", "ctag-1", "--as", "--channel", "as"]),
      ("kill w", ["w1", "w2"]),
      ("goto ", ["before"]),
      ("use vhost ", ["/", "staging"]),
      ("lesson 0", ["01-hello-world", "02-work-queues"]),
      ("lesson r", ["restart", "reset"]),
      ("list m", ["messages"]),
      ("help publ", ["publish", "publishing"]),
      ("help declare q", ["queue"]),
      ("set language ", ["en", "ko"]),
      ("expect qu", ["queue"]),
      ("expect not queue te", ["telemetry"]),
      ("expect queue task_queue dura", ["durable"]),
      ("expect queue task_queue ready 0 un", ["unacked"]),
      ("expect queue task_queue type ", ["classic", "quorum", "stream"]),
      ("expect message ", ["in"]),
      ("expect message in te", ["telemetry"]),
      ("expect routed ", ["to"]),
      ("expect routed to task_queue te", ["telemetry"]),
      ("expect delivered to ", ["you", "w1", "w2"]),
      ("expect nonsense ", []),
      ("xyzzy ", []),
      ("show # comm", []),
      ("publish \"\\q", []),
    ]
    for (line, expected) in table + Self.operatorLines {
      #expect(texts(line) == expected, "\(line)")
    }
  }

  @Test("What can be looked at, and looked at again")
  func looks() {
    let table: [(String, [String])] = [
      ("timeline t", ["task_queue"]), ("timeline w1 w", ["w1", "w2"]),
      ("timeline w1 --", ["--from", "--to"]), ("timeline --from 1s w", ["w1", "w2"]),
      ("trace ", ["2", "1", "cat"]), ("trace c", ["cat"]), ("sequence w", ["w1", "w2"]),
      ("sequence --m", ["--mermaid"]), ("show --d", ["--dot"]),
      ("watch ", ["show", "list", "explain", "status", "timeline", "trace", "sequence", "off"]),
      ("watch li", ["list"]), ("watch list q", ["queues"]),
      ("watch list messages te", ["telemetry"]),
      ("watch timeline w", ["w1", "w2"]), ("watch publish ", []), ("unwatch sh", ["show"]),
    ]
    for (line, expected) in table { #expect(texts(line) == expected, "\(line)") }
  }

  @Test("The whole word before the cursor is replaced, quotation mark included")
  func ranges() {
    #expect(complete("get ta").range == 4..<6)
    #expect(complete("get \"two w").range == 4..<10)
    #expect(complete("get 주").range == 4..<7)
    #expect(complete("get ").range == 4..<4)
    let within = Completion.complete("get ta --auto-ack", cursor: 6, names: Names())
    #expect(within.candidates.map(\.text) == ["task_queue"])
  }

  @Test("Candidates carry their kind and, where the grammar has it, a meaning")
  func kinds() {
    #expect(complete("get ta").candidates.first?.kind == .name(.queue))
    #expect(complete("purg").candidates.first?.kind == .command)
    let option = complete("get q --a").candidates.first
    #expect(option?.kind == .option)
    #expect(option?.meaning?.korean.isEmpty == false)
  }

  @Test("A cursor outside of the line or within a character is no trap")
  func cursors() {
    for cursor in [-5, 0, 1, 5, 6, 7, 8, 500] {
      let completion = Completion.complete("get 주문", cursor: cursor, names: Names())
      #expect(completion.range.upperBound <= 10)
    }
  }
}
