/// Lines that use every command at least once.
enum Rehearsal {
  static let lines = [
    "declare queue tasks --durable --max-length 5", "declare exchange logs topic",
    "declare exchange dlx fanout", "declare queue dead", "bind queue dead dlx",
    "declare queue work --dead-letter-exchange dlx --message-ttl 10s",
    "bind queue tasks logs a.*", "bind exchange dlx logs \"#\"", "bind queue work logs \"b.#\"",
    "publish logs a.b one --persistent --header n=1", "publish logs c two --mandatory",
    "publish \"\" work three --repeat 3", "show", "list exchanges", "list bindings",
    "consume tasks as w1 --prefetch 1 --work dots", "publish \"\" tasks four..", "get work",
    "ack you", "get work", "nack you", "get work", "reject you --discard", "advance 1s",
    "consume work as w2", "list consumers", "list channels", "list connections", "recover as w2",
    "cancel as w2", "qos 4 as w3", "flow on as w3", "confirm select as p",
    "publish \"\" work five as p", "tx select as t", "publish \"\" work six as t", "tx commit as t",
    "publish \"\" work seven as t", "tx rollback as t", "declare queue rpc",
    "consume rpc as server --reply fib", "call \"\" rpc 10 as caller", "explain",
    "explain publish logs a.z", "status", "declare queue as s --exclusive", "kill w1",
    "unbind queue tasks logs a.*", "unbind exchange dlx logs \"#\"", "purge work", "advance 12s",
    "list messages dead", "delete queue dead", "delete exchange dlx", "get nothing",
    "add vhost other", "use vhost other", "declare queue q", "list vhosts", "use vhost /",
    "delete vhost other", "open connection c --vhost /", "open channel 3 as c",
    "close channel 3 as c", "close connection c", "checkpoint here", "restart", "list queues",
    "list checkpoints", "goto here", "undo", "redo", "expect queue tasks durable",
    "expect queue tasks ready 99", "help", "help publish", "set language ko", "show",
    "set language en", "reset", "undo", "frobnicate", "# nothing", "",
  ]
}
