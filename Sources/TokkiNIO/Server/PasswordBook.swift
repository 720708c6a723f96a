internal import AMQPModel
internal import Synchronization
internal import TokkiBroker

/// The passwords of the broker's users, where the event loop can look them up while the broker is
/// at work on something else.
final class PasswordBook: Sendable {
  private let passwords = Mutex<[String: Password]>([:])

  var current: [String: Password] { passwords.withLock { $0 } }

  func replace(by passwords: [String: Password]) {
    self.passwords.withLock { $0 = passwords }
  }
}

extension ServerConfiguration {
  /// What makes the users of a new broker those of the configuration.
  var operatorActions: [OperatorAction] {
    var actions: [OperatorAction] = []
    for (name, password) in passwords.sorted(by: { $0.key < $1.key }) {
      let password = Password(password)
      if name == "guest" {
        if password != Password("guest") {
          actions.append(.changePassword(user: name, password: password))
        }
      } else {
        actions.append(.addUser(name: name, password: password))
        actions.append(.setPermissions(.all, user: name, virtualHost: "/"))
      }
    }
    if passwords["guest"] == nil { actions.append(.deleteUser(name: "guest")) }
    return actions
  }
}
