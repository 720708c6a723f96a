import TokkiLanguage

/// Answers about policies, users, permissions and limits.
enum OperatorPhrase: String, Phrase {
  case policySet, policyReplaced, operatorPolicySet, operatorPolicyReplaced
  case policyCleared, operatorPolicyCleared, governs, governsNothing, withPolicy
  case policyNamed, operatorPolicyNamed, withOperatorPolicy, released, governedBy
  case userAdded, userAddedTryNext, userDeleted, passwordChanged, tagsSet, tagsCleared
  case permissionsSet, permissionsCleared, topicPermissionsSet, topicPermissionsCleared
  case topicPermissionsClearedForAll
  case limitsSet, userLimitsSet, limitsCleared, userLimitsCleared, userLimitCleared
  case priority, inVirtualHost, appliesTo, noPolicies, nobody, noTopicPermissions, noLimits
  case nothing, noLimit, userExists

  var words: Localized {
    switch self {
    case .policySet: Localized("policy {name} set", "{name} 정책을 설정했습니다")
    case .policyReplaced: Localized("policy {name} replaced", "{name} 정책을 바꾸었습니다")
    case .operatorPolicySet:
      Localized("operator policy {name} set", "{name} 운영자 정책을 설정했습니다")
    case .operatorPolicyReplaced:
      Localized("operator policy {name} replaced", "{name} 운영자 정책을 바꾸었습니다")
    case .policyCleared: Localized("policy {name} cleared", "{name} 정책을 없앴습니다")
    case .operatorPolicyCleared:
      Localized("operator policy {name} cleared", "{name} 운영자 정책을 없앴습니다")
    case .governs: Localized("in force for {names}", "적용됨: {names}")
    case .governsNothing:
      Localized(
        "in force for nothing yet; it will be for what is declared and matches",
        "아직 적용된 것이 없습니다. 앞으로 선언되어 이름이 맞는 것에 적용됩니다")
    case .policyNamed: Localized("policy {name}", "정책 {name}")
    case .operatorPolicyNamed: Localized("operator policy {name}", "운영자 정책 {name}")
    case .withPolicy:
      Localized("together with policy {name}", "{name} 정책과 함께")
    case .withOperatorPolicy:
      Localized("together with operator policy {name}", "{name} 운영자 정책과 함께")
    case .released: Localized("no policy for {names} any longer", "이제 정책 없음: {names}")
    case .governedBy:
      Localized("policy {name} is in force for {names} now", "이제 {name} 정책이 적용됨: {names}")
    case .userAdded: Localized("user {name} added", "{name} 사용자를 추가했습니다")
    case .userAddedTryNext:
      Localized(
        "It may do nothing yet. Try: {command}",
        "아직 아무 권한이 없습니다. 다음을 입력해 보세요: {command}")
    case .userDeleted: Localized("user {name} deleted", "{name} 사용자를 삭제했습니다")
    case .passwordChanged:
      Localized("password of {name} changed", "{name} 사용자의 비밀번호를 바꾸었습니다")
    case .tagsSet: Localized("tags of {name}: {tags}", "{name} 사용자의 태그: {tags}")
    case .tagsCleared: Localized("{name} has no tags now", "{name} 사용자의 태그를 모두 없앴습니다")
    case .permissionsSet:
      Localized("permissions of {name} set", "{name} 사용자의 권한을 설정했습니다")
    case .permissionsCleared:
      Localized(
        "permissions of {name} cleared: it may not come in any longer",
        "{name} 사용자의 권한을 없앴습니다. 이제 들어올 수 없습니다")
    case .topicPermissionsSet:
      Localized(
        "topic permissions of {name} for {exchange} set",
        "{name} 사용자의 {exchange} 토픽 권한을 설정했습니다")
    case .topicPermissionsCleared:
      Localized(
        "topic permissions of {name} for {exchange} cleared",
        "{name} 사용자의 {exchange} 토픽 권한을 없앴습니다")
    case .topicPermissionsClearedForAll:
      Localized("topic permissions of {name} cleared", "{name} 사용자의 토픽 권한을 없앴습니다")
    case .limitsSet:
      Localized("limits of virtual host {name} set", "{name} 가상 호스트의 제한을 설정했습니다")
    case .userLimitsSet: Localized("limits of {name} set", "{name} 사용자의 제한을 설정했습니다")
    case .limitsCleared:
      Localized("limits of virtual host {name} cleared", "{name} 가상 호스트의 제한을 없앴습니다")
    case .userLimitsCleared:
      Localized("limits of {name} cleared", "{name} 사용자의 제한을 없앴습니다")
    case .userLimitCleared:
      Localized("limit {limit} of {name} cleared", "{name} 사용자의 {limit} 제한을 없앴습니다")
    case .priority: Localized("priority {number}", "우선순위 {number}")
    case .inVirtualHost: Localized("virtual host {vhost}", "가상 호스트 {vhost}")
    case .appliesTo: Localized("for {scope}", "{scope} 대상")
    case .noPolicies: Localized("no policies", "정책 없음")
    case .nobody:
      Localized(
        "nobody has permissions in this virtual host",
        "이 가상 호스트에 권한을 가진 사용자가 없습니다")
    case .noTopicPermissions: Localized("no topic permissions", "토픽 권한 없음")
    case .noLimits: Localized("no limits", "제한 없음")
    case .nothing: Localized("nothing", "없음")
    case .noLimit: Localized("no limit", "제한 없음")
    case .userExists: Localized("user {name} is there already", "{name} 사용자는 이미 있습니다")
    }
  }
}

extension OperatorComplaint.Rule: Phrase {
  var words: Localized {
    switch self {
    case .noVirtualHost: Localized("There is no virtual host {name}.", "{name} 가상 호스트가 없습니다.")
    case .noPolicy: Localized("There is no policy {name}.", "{name} 정책이 없습니다.")
    case .noUser: Localized("There is no user {name}.", "{name} 사용자가 없습니다.")
    case .unknownKey:
      Localized(
        "A policy sets keys that the broker knows, and is refused as a whole for one that it does "
          + "not.",
        "정책에는 브로커가 아는 키만 쓸 수 있고, 모르는 키가 하나라도 있으면 전체가 거절됩니다.")
    case .invalidPolicy:
      Localized(
        "The broker checks a policy's values and its scope, and takes all of it or nothing.",
        "브로커는 정책의 값과 적용 대상을 검사하고, 하나라도 틀리면 전체를 거절합니다.")
    case .invalidPattern:
      Localized("A pattern is a regular expression.", "패턴은 정규식이어야 합니다.")
    case .invalidLimit:
      Localized(
        "A virtual host has max-connections and max-queues, a user max-connections and "
          + "max-channels; each is a whole number.",
        "가상 호스트에는 max-connections와 max-queues, 사용자에는 max-connections와 max-channels를 "
          + "정수로 정합니다.")
    }
  }
}
