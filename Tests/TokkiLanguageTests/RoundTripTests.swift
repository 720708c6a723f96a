import AMQPModel
import Testing
import TokkiLanguage

@Suite("A command's canonical text is read back as the same command")
struct RoundTripTests {
  static let lines = [
    "declare queue", "declare queue q", "declare queue \"two words\"", "declare queue 주문",
    "declare queue as w1 --exclusive --auto-delete",
    "declare queue q --durable --type quorum --message-ttl 1m30s --expires 500ms --max-length 5",
    "declare queue q --max-length-bytes 1024 --overflow reject-publish --max-priority 10",
    "declare queue q --overflow \"drop-tail\" --dead-letter-exchange \"\"",
    "declare queue q --dead-letter-exchange dlx --dead-letter-routing-key k --delivery-limit 3",
    "declare queue q --single-active-consumer --dead-letter-strategy at-least-once",
    "declare queue q --arg x-a=1 --arg x-b=1.5 --arg x-c=\"1\" --arg x-d=true --arg x-e=null",
    "declare queue q --arg x-message-ttl=abc --arg x-message-ttl2=-5 --arg \"a b\"=\"c d\"",
    "declare queue q --passive --channel 3", "declare queue \"--durable\"", "declare queue \"as\"",
    "declare exchange logs fanout --durable --internal --auto-delete --alternate-exchange ae",
    "declare exchange x \"x-random\" --arg a=b", "declare exchange x direct --passive",
    "delete queue q --if-unused --if-empty", "delete exchange x --if-unused", "purge q",
    "bind queue q logs", "bind queue q logs \"#\"", "bind queue q logs a.*.# as w1",
    "bind queue q h --match any --header format=pdf --header n=5 --header t=\"5\"",
    "bind exchange a b \"k k\"", "unbind queue q logs k", "unbind exchange a b --match all",
    "publish \"\" q \"Hello World!\"", "publish logs \"\" \"a\\nb\\t\\\"c\\\" \\\\ \\u{7}\"",
    "publish x k \"\" --persistent --mandatory --immediate --repeat 9 as p --channel 2",
    "publish x k b --header a=1 --header s=\"true\" --cc k1 --cc k2 --bcc k3 --priority 9",
    "publish x k b --expiration 5s --correlation-id \"\" --reply-to r --message-id \"# m\"",
    "publish x k b --expiration \"abc\" --delivery-mode 1 --type t --user-id guest --app-id a",
    "publish x k b --content-type application/json --content-encoding gzip --timestamp 5",
    "call \"\" rpc 30 --reply-to answers --correlation-id c",
    "get q", "get q --auto-ack as w1", "consume q", "consume q as w1 --prefetch 0 --work dots",
    "consume q --work 2s --reply echo --auto-ack --tag t --exclusive --no-local --priority -3",
    "consume q --arg x-a=1", "cancel", "cancel w1", "cancel t as w1", "qos 5 --global --size 9",
    "ack", "ack w1", "ack 4", "ack w1 4 --multiple --channel 2", "nack w1 --discard --multiple",
    "nack", "reject 5 --discard", "reject w1", "recover", "recover --no-requeue",
    "flow on", "flow off", "confirm select as p", "tx select", "tx commit", "tx rollback",
    "open connection w1 --vhost staging --user alice", "close connection w1", "open channel 2",
    "open channel as w1", "close channel 3 as w1", "add vhost v", "delete vhost v", "use vhost /",
    "connect amqp://localhost",
    "connect \"amqps://guest@[::1]/a%2Fb?heartbeat=5&verify=verify_none\"",
    "connect amqp://localhost?cacertfile=/a%20b.pem", "disconnect", "compare",
    "compare amqp://localhost/staging",
    "kill w1", "advance 1.5s", "advance 0s", "restart", "show", "explain", "explain last",
    "explain error", "explain error 406", "explain error no queue", "explain error \"it's 'a'\"",
    "explain publish logs \"\"", "explain publish h k body --header a=1 --cc x --persistent",
    "list queues", "list exchanges", "list bindings", "list consumers", "list connections",
    "list channels", "show --mermaid", "show --dot", "timeline", "timeline tasks w1 \"a b\"",
    "timeline --from 1s --to 1m", "timeline tasks --to 5s", "trace", "trace 3", "trace #3",
    "trace \"3\"", "trace \"#3\"", "trace \"disk full\"", "sequence", "sequence w1 you --last 5",
    "sequence --mermaid", "watch", "watch show", "watch show --dot", "watch list messages q",
    "watch off", "watch off show", "unwatch", "unwatch timeline w1", "list messages",
    "list messages \"a q\"", "list vhosts", "list checkpoints", "status",
    "undo", "undo 3", "redo", "redo 2", "checkpoint before", "goto \"my point\"", "reset",
    "lesson", "lesson 1", "lesson \"list\"", "lesson list", "next", "hint", "solution",
    "solution --yes", "skip", "goal", "play", "back", "lesson restart", "lesson reset",
    "lesson reset 2", "progress", "help", "help publish", "help declare", "help topology",
    "help lesson", "set language ko", "exit",
  ]

  @Test("For every command", arguments: lines + operatorLines)
  func roundTrip(line: String) throws {
    let parsed = try #require(command(line), "\(Command.parse(line))")
    #expect(command(parsed.description) == parsed, "\(parsed.description)")
  }

  @Test("The canonical text of a canonical text is itself", arguments: lines + operatorLines)
  func canonical(line: String) throws {
    let text = try #require(command(line)).description
    #expect(command(text)?.description == text)
  }

  @Test("Passwords are in no text")
  func passwords() throws {
    let table = [
      (
        "connect amqp://alice:hush@h/v?heartbeat=5", "connect \"amqp://alice@h:5672/v?heartbeat=5\""
      ),
      ("compare amqps://alice:hush@h", "compare amqps://alice@h:5671/"),
      ("open connection w1 --user alice --password hush", "open connection w1 --user alice"),
    ]
    for (line, text) in table {
      let parsed = try #require(command(line), "\(Command.parse(line))")
      #expect(parsed.description == text)
    }
    let added = try #require(command("add user alice hush"))
    #expect(!String(reflecting: added).contains("hush"))
    let parsed = try #require(command("open connection w1 --password hush"))
    #expect(!String(reflecting: parsed).contains("hush"))
    guard case .connection(.openConnection(_, _, _, let password?)) = parsed else {
      Issue.record("no password")
      return
    }
    #expect(password.secret == "hush")
  }

  @Test("rabbitmqctl's lines are lines of the language", arguments: otherSpellings)
  func otherSpelling(line: String, meant: String) {
    #expect(command(line)?.description == meant, "\(Command.parse(line))")
  }

  @Test("It is the short and usual way to say it")
  func texts() {
    let table = [
      ("queue.declare q --type=quorum --durable", "declare queue q --durable --type quorum"),
      ("publish '' q hi", "publish \"\" q \"hi\""),
      ("publish x k b --delivery-mode 2", "publish x k \"b\" --persistent"),
      ("publish x k b --expiration 5000", "publish x k \"b\" --expiration 5s"),
      ("ack --as w2", "ack w2"),
      ("nack --requeue as w2 7", "nack w2 7"),
      ("get q --no-ack", "get q --auto-ack"),
      ("advance 90000ms", "advance 1m30s"),
      ("declare queue q --message-ttl 60000", "declare queue q --message-ttl 1m"),
      ("declare exchange logs --type topic", "declare exchange logs topic"),
      ("quit", "exit"),
    ]
    for (line, text) in table { #expect(command(line)?.description == text, "\(line)") }
  }
}
