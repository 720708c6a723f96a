import TokkiLanguage

/// What no program does by AMQP, in a comment.
extension ProgramPlanner {
  mutating func note(_ command: Command) {
    switch command {
    case .operate(let operation): byOperator(Self.controlLine(operation))
    case .connection(.addVirtualHost(let name)):
      byOperator("rabbitmqctl add_vhost \(ShellQuoting.word(name))")
    case .connection(.deleteVirtualHost(let name)):
      byOperator("rabbitmqctl delete_vhost \(ShellQuoting.word(name))")
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

  /// As `rabbitmqctl` is told it.
  private static func controlLine(_ operation: OperatorCommand) -> String {
    let line = Command.operate(operation).description
    let names = CommandName.allCases.map(\.rawValue).filter {
      line.hasPrefix($0 + " ") || line == $0
    }
    guard let name = names.max(by: { $0.utf8.count < $1.utf8.count }) else { return line }
    let word = name.split(separator: " ").joined(separator: "_")
    return "rabbitmqctl \(word)\(line.dropFirst(name.count))"
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
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      }
    if isPlain { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}
