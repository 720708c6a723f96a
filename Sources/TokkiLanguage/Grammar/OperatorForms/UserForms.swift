import AMQPModel

extension OptionForm {
  /// RabbitMQ's own tags; others mean nothing to it.
  static let knownTags = [
    "administrator", "monitoring", "policymaker", "management", "impersonator",
  ]
}

extension Grammar {
  static let access: [CommandForm] = users + permissions + limits

  private static let users: [CommandForm] = [
    CommandForm(
      name: .addUser, group: .access, aliases: ["add_user"],
      searchedAs: ["create", "user", "adduser", "useradd"],
      parameters: [ParameterForm("NAME", .text), ParameterForm("PASSWORD", .password)],
      options: [
        OptionForm(
          .tags, "TAG,…", .text, "what the user is: administrator, monitoring …",
          "사용자의 역할: administrator, monitoring …")
      ],
      summary: Localized(
        "make a user, who may do nothing until permissions are set",
        "사용자를 만듭니다; 권한을 줄 때까지는 아무것도 할 수 없습니다"),
      note: Localized(
        "The password is not shown again, and not kept in the history.",
        "비밀번호는 다시 보이지 않고 입력 기록에도 남지 않습니다."),
      example: ["add user alice wonderland"],
      build: {
        .operate(
          .addUser(
            $0.text(0) ?? "", password: Password($0.text(1) ?? ""),
            tags: tags($0.text(.tags) ?? "")))
      }),
    CommandForm(
      name: .deleteUser, group: .access, aliases: ["delete_user"],
      searchedAs: ["remove", "userdel", "deluser"],
      parameters: [ParameterForm("NAME", .user)],
      summary: Localized(
        "delete a user; its connections are closed",
        "사용자를 삭제합니다; 그 사용자의 연결도 닫힙니다"),
      example: ["add user alice wonderland", "delete user alice"],
      build: { .operate(.deleteUser($0.text(0) ?? "")) }),
    CommandForm(
      name: .changePassword, group: .access, aliases: ["change_password"],
      searchedAs: ["password", "passwd"],
      parameters: [ParameterForm("USER", .user), ParameterForm("PASSWORD", .password)],
      summary: Localized("give a user another password", "사용자의 비밀번호를 바꿉니다"),
      example: ["add user alice wonderland", "change password alice looking-glass"],
      build: {
        .operate(
          .changePassword(user: $0.text(0) ?? "", password: Password($0.text(1) ?? "")))
      }),
    CommandForm(
      name: .setUserTags, group: .access, aliases: ["set_user_tags"], searchedAs: ["tags"],
      parameters: [
        ParameterForm("USER", .user),
        ParameterForm("TAG", .choice(OptionForm.knownTags, isOpen: true), .rest),
      ],
      summary: Localized(
        "say what a user is, instead of the tags that it had; none takes them all",
        "사용자의 태그를 새로 정합니다; 아무것도 쓰지 않으면 모두 없어집니다"),
      example: ["add user alice wonderland", "set user tags alice monitoring"],
      build: {
        .operate(
          .setUserTags(
            user: $0.text(0) ?? "", tags: $0.rest.flatMap { tags($0.text) }))
      }),
  ]

  /// `a,b` is two.
  private static func tags(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == " " }.map(String.init)
  }
}
