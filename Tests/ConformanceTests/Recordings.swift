import Foundation
import TokkiBroker

/// The files that real brokers answered into, beside this one.
enum Recordings {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// A recording of that RabbitMQ, such as `topic-matching`.
  static func named(_ name: String, of profile: Profile) throws -> JSONValue {
    try read("Recordings/\(profile.name)/\(name).json")
  }

  private static func read(_ path: String) throws -> JSONValue {
    try JSONValue(parsing: Array(Data(contentsOf: folder.appendingPathComponent(path))))
  }
}
