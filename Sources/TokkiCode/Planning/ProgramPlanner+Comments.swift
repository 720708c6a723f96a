import TokkiLanguage

/// What no program does by AMQP, in a comment.
extension ProgramPlanner {
  mutating func note(_ command: Command) {
    switch command {
    case .operate(let operation): byOperator(ControlLine(operation, current: virtualHost).text)
    case .connection(.addVirtualHost(let name)):
      byOperator("rabbitmqctl add_vhost \(ShellQuoting.word(name))")
    case .connection(.deleteVirtualHost(let name)):
      byOperator("rabbitmqctl delete_vhost \(ShellQuoting.word(name))")
    case .connection(.useVirtualHost(let name)): virtualHost = name
    case .simulation(.restart):
      append(
        .comment(
          Localized(
            "The broker is restarted here: rabbitmqctl stop_app, then rabbitmqctl start_app.",
            "여기서 브로커를 다시 시작합니다: rabbitmqctl stop_app, 그다음 rabbitmqctl start_app.")))
    case .amqp, .connection, .broker, .simulation, .look, .watch, .expect, .history, .lesson, .help,
      .set,
      .exit:
      break
    }
  }

  private mutating func byOperator(_ line: String) {
    append(
      .comment(
        Localized(
          "AMQP has no method for this. An operator does it: \(line)",
          "AMQP에는 이런 메서드가 없습니다. 운영자가 합니다: \(line)")))
  }
}

/// What an operator types, as `rabbitmqctl` takes it.
struct ControlLine {
  let text: String

  /// - Parameter current: the virtual host of commands that name none.
  init(_ operation: OperatorCommand, current: String) {
    func line(_ command: String, in host: String?? = .none, _ words: [String]) -> String {
      let place: [String] = host.map { ["-p", $0 ?? current] } ?? []
      let quoted = (place + words).map(ShellQuoting.word)
      return (["rabbitmqctl", command] + quoted).joined(separator: " ")
    }
    let password = "PASSWORD"
    text =
      switch operation {
      case .setPolicy(let terms, let host):
        line(
          terms.isOperator ? "set_operator_policy" : "set_policy", in: .some(host),
          [
            "--priority", "\(terms.priority)", "--apply-to", terms.scope, terms.name,
            terms.pattern, terms.definition.jsonText,
          ])
      case .clearPolicy(let name, let isOperator, let host):
        line(isOperator ? "clear_operator_policy" : "clear_policy", in: .some(host), [name])
      case .addUser(let name, _, let tags):
        line("add_user", [name, password])
          + (tags.isEmpty ? "" : "; " + line("set_user_tags", [name] + tags))
      case .deleteUser(let name): line("delete_user", [name])
      case .changePassword(let user, _): line("change_password", [user, password])
      case .setUserTags(let user, let tags): line("set_user_tags", [user] + tags)
      case .setPermissions(let terms, let user, let host):
        line(
          "set_permissions", in: .some(host),
          [user, terms.configure, terms.write, terms.read])
      case .clearPermissions(let user, let host):
        line("clear_permissions", in: .some(host), [user])
      case .setTopicPermissions(let terms, let user, let host):
        line(
          "set_topic_permissions", in: .some(host),
          [user, terms.exchange, terms.write, terms.read])
      case .clearTopicPermissions(let user, let exchange, let host):
        line("clear_topic_permissions", in: .some(host), [user] + (exchange.map { [$0] } ?? []))
      case .setVirtualHostLimits(let table, let host):
        line("set_vhost_limits", in: .some(host), [table.jsonText])
      case .clearVirtualHostLimits(let host): line("clear_vhost_limits", in: .some(host), [])
      case .setUserLimits(let table, let user): line("set_user_limits", [user, table.jsonText])
      case .clearUserLimits(let name, let user): line("clear_user_limits", [user, name])
      }
  }
}

enum ShellQuoting {
  /// A word for a shell, in single quotes where it needs them.
  static func word(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
      }
    if isPlain { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}
