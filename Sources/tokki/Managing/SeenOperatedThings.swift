import AMQPModel
import TokkiBroker
import TokkiShell

// What the API answers about policies, users, permissions and limits. Source: RabbitMQ Management
// HTTP API.

struct SeenPolicy: Decodable {
  var name: String
  var pattern: String
  var definition: SeenTable
  var priority: Int64?
  var applyTo: String?

  enum CodingKeys: String, CodingKey {
    case name, pattern, definition, priority
    case applyTo = "apply-to"
  }

  func policy(_ kind: Policy.Kind) -> Policy {
    Policy(
      name: name, kind: kind, pattern: pattern, definition: definition.table,
      priority: priority ?? 0, scope: Policy.Scope(applyTo ?? "all"))
  }
}

struct SeenUser: Decodable {
  var name: String
  var passwordHash: String?
  var hashingAlgorithm: String?
  var tags: SeenTags

  var tagList: String { tags.tags.joined(separator: ",") }

  var listed: ListedUser { ListedUser(name: name, tags: tags.tags) }
}

/// A list, or before 3.9 one text.
struct SeenTags: Decodable {
  var tags: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let list = try? container.decode([String].self)
    tags = try list ?? container.decode(String.self).split(separator: ",").map(String.init)
  }
}

struct SeenPermissions: Decodable {
  var user: String
  var configure: String
  var write: String
  var read: String

  var listed: ListedPermissions {
    ListedPermissions(
      user: user, permissions: Permissions(configure: configure, write: write, read: read))
  }
}

struct SeenTopicPermissions: Decodable {
  var user: String
  var exchange: String
  var write: String
  var read: String

  var listed: ListedTopicPermissions {
    ListedTopicPermissions(
      user: user, permissions: TopicPermissions(exchange: exchange, write: write, read: read))
  }
}

/// Those of a virtual host, or of a user.
struct SeenLimits: Decodable {
  var vhost: String?
  var user: String?
  var value: [String: Int64]

  enum CodingKeys: CodingKey { case vhost, user, value }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    vhost = try container.decodeIfPresent(String.self, forKey: .vhost)
    user = try container.decodeIfPresent(String.self, forKey: .user)
    // Where there are none, it is an empty list.
    value = (try? container.decode([String: Int64].self, forKey: .value)) ?? [:]
  }

  var listed: [ListedLimit] {
    let holder: ListedLimit.Holder = vhost.map { .virtualHost($0) } ?? .user(user ?? "")
    return value.sorted { $0.key < $1.key }.map {
      ListedLimit(holder: holder, limit: Limit(name: $0.key, value: $0.value))
    }
  }
}
