extension Grammar {
  static let history: [CommandForm] = [
    CommandForm(
      name: .undo, group: .history,
      parameters: [ParameterForm("N", .number(1...1_000_000), .optional)],
      summary: Localized("take the last command back, or N", "마지막 명령 하나(또는 N개)를 되돌립니다"),
      example: ["declare queue hello", "undo"],
      build: { .history(.undo(Int(clamping: $0.number(0) ?? 1))) }),
    CommandForm(
      name: .redo, group: .history,
      parameters: [ParameterForm("N", .number(1...1_000_000), .optional)],
      summary: Localized(
        "do again what was undone", "되돌린 것을 다시 합니다"),
      example: ["declare queue hello", "undo", "redo"],
      build: { .history(.redo(Int(clamping: $0.number(0) ?? 1))) }),
    CommandForm(
      name: .checkpoint, group: .history, searchedAs: ["save", "snapshot", "bookmark"],
      parameters: [ParameterForm("NAME", .text)],
      summary: Localized(
        "give this moment a name to come back to", "이 순간에 이름을 붙여 둡니다"),
      example: ["checkpoint start"],
      build: { .history(.checkpoint($0.text(0) ?? "")) }),
    CommandForm(
      name: .goto, group: .history, searchedAs: ["load", "restore"],
      parameters: [ParameterForm("NAME", .checkpoint)],
      summary: Localized("go back to a checkpoint", "체크포인트로 돌아갑니다"),
      example: ["checkpoint start", "declare queue hello", "goto start"],
      build: { .history(.goto(checkpoint: $0.text(0) ?? "")) }),
    CommandForm(
      name: .reset, group: .history, searchedAs: ["clear"],
      summary: Localized(
        "a new, empty broker with the same seed", "같은 시드의 새로운 빈 브로커"),
      example: ["reset"], build: { _ in .history(.reset) }),
  ]
}
