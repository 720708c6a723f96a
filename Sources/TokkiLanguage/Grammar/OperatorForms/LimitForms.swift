import AMQPModel

extension OptionForm {
  private static let most = Slot.number(-1...Int64.max)

  static let maxConnections = OptionForm(
    .maxConnections, "N", most, "at most so many connections; -1 is no limit",
    "연결의 최대 개수; -1은 제한 없음")

  static let virtualHostLimits = [
    maxConnections,
    OptionForm(
      .maxQueues, "N", most, "at most so many queues; -1 is no limit",
      "큐의 최대 개수; -1은 제한 없음"),
  ]

  static let userLimits = [
    maxConnections,
    OptionForm(
      .maxChannels, "N", most, "at most so many channels; -1 is no limit",
      "채널의 최대 개수; -1은 제한 없음"),
  ]
}

extension Grammar {
  static let limits: [CommandForm] = [
    CommandForm(
      name: .setVirtualHostLimits, group: .access, aliases: ["set_vhost_limits"],
      searchedAs: ["limits"],
      parameters: [ParameterForm("DEFINITION", .definition, .optional)],
      options: OptionForm.virtualHostLimits + [OptionForm.ofVirtualHost],
      summary: Localized(
        "how many connections and queues a virtual host may have",
        "가상 호스트의 연결과 큐 개수를 제한합니다"),
      note: Localized(
        "DEFINITION is JSON, '{\"max-queues\": 10}', or left out for options. It replaces the "
          + "limits that the virtual host had.",
        "DEFINITION은 JSON '{\"max-queues\": 10}'으로 쓰거나, 빼고 옵션으로 씁니다. 전에 정한 제한을 "
          + "대신합니다."),
      example: ["set vhost limits --max-queues 10"],
      build: { (line) throws(ParseError) in try OperatorBuilder.setVirtualHostLimits(line) }),
    CommandForm(
      name: .clearVirtualHostLimits, group: .access, aliases: ["clear_vhost_limits"],
      options: [OptionForm.ofVirtualHost],
      summary: Localized("take a virtual host's limits away", "가상 호스트의 제한을 없앱니다"),
      example: ["set vhost limits --max-queues 10", "clear vhost limits"],
      build: { .operate(.clearVirtualHostLimits(virtualHost: $0.text(.virtualHost))) }),
    CommandForm(
      name: .setUserLimits, group: .access, aliases: ["set_user_limits"],
      parameters: [
        ParameterForm("USER", .user), ParameterForm("DEFINITION", .definition, .optional),
      ],
      options: OptionForm.userLimits,
      summary: Localized(
        "how many connections and channels a user may have",
        "사용자의 연결과 채널 개수를 제한합니다"),
      note: Localized(
        "DEFINITION is JSON, '{\"max-channels\": 10}', or left out for options.",
        "DEFINITION은 JSON '{\"max-channels\": 10}'으로 쓰거나, 빼고 옵션으로 씁니다."),
      example: ["set user limits guest --max-connections 10"],
      build: { (line) throws(ParseError) in try OperatorBuilder.setUserLimits(line) }),
    CommandForm(
      name: .clearUserLimits, group: .access, aliases: ["clear_user_limits"],
      parameters: [
        ParameterForm("USER", .user),
        ParameterForm(
          "LIMIT", .choice(["max-connections", "max-channels", "all"], isOpen: true), .optional),
      ],
      summary: Localized(
        "take a user's limit away, or all of them", "사용자의 제한을 하나 또는 모두 없앱니다"),
      example: ["set user limits guest --max-connections 10", "clear user limits guest"],
      build: { .operate(.clearUserLimits($0.text(1) ?? "all", user: $0.text(0) ?? "")) }),
  ]
}
