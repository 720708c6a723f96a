import Testing
import TokkiShell
import TokkiSimulation

@Suite("What no client does")
struct CommentTests {
  /// The comments of the last step.
  private func comments(_ lines: String...) async -> [String] {
    let shell = Shell(simulator: Simulation(seed: 1))
    for line in lines { _ = await shell.run(line) }
    let text = await shell.render(await shell.run("code python"))
    let number = lines.filter { !$0.hasPrefix("expect") }.count
    let step = text.split(separator: "# \(number). ").last ?? ""
    return step.split(separator: "\n").dropFirst().map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
  }

  @Test(
    "What an operator does is a line for rabbitmqctl",
    arguments: [
      ("add vhost my-host", "rabbitmqctl add_vhost my-host"),
      (
        #"set policy ttl ^q '{"message-ttl": 1000}' --apply-to queues"#,
        #"rabbitmqctl set_policy -p / --priority 0 --apply-to queues ttl '^q' "#
          + #"'{"message-ttl":1000}'"#
      ),
      (
        "add user alice secret --tags monitoring",
        "rabbitmqctl add_user alice PASSWORD; rabbitmqctl set_user_tags alice monitoring"
      ),
      (
        #"set permissions guest "it's" "" ".*""#,
        #"rabbitmqctl set_permissions -p / guest 'it'\''s' '' '.*'"#
      ),
    ])
  func operated(line: String, control: String) async {
    #expect(
      await comments(line) == ["AMQP has no method for this. An operator does it: \(control)"])
  }

  @Test("A policy is set in the virtual host that is used")
  func virtualHost() async {
    let comments = await comments(
      "add vhost test", "use vhost test", "set vhost limits --max-queues 3")
    #expect(
      comments == [
        "AMQP has no method for this. An operator does it: "
          + #"rabbitmqctl set_vhost_limits -p test '{"max-queues":3}'"#
      ])
  }

  @Test("A restart is told, and the connections that it takes are closed")
  func restart() async {
    let comments = await comments("declare queue q", "restart")
    #expect(
      comments == [
        "The broker is restarted here: rabbitmqctl stop_app, then rabbitmqctl start_app.",
        "The broker closed the connection of you: 320 CONNECTION_FORCED - broker forced "
          + "connection closure with reason 'shutdown'",
      ])
  }

  @Test("What somebody wrote cannot end a comment, nor turn the writing direction")
  func unsafe() async {
    let shell = Shell(simulator: Simulation(seed: 1))
    _ = await shell.run("declare queue q")
    _ = await shell.run("publish \"\" q \"a\u{202e}b\nimport os\"")
    let text = await shell.render(await shell.run("code python"))
    #expect(text.contains("# 2. publish \"\" q \"a<U+202e>b\n    # import os\"\n"))
  }
}
