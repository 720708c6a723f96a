import AMQPModel
import Foundation

/// The little of the management API that is needed.
struct Management: Sendable {
  var host: String
  var port: UInt16
  private var authorization: String

  /// The API's port is 10000 above the broker's.
  init(of broker: AMQPURI) {
    host = broker.host
    port = broker.port + 10_000
    let credentials = Data("\(broker.user):\(broker.password)".utf8)
    authorization = "Basic " + credentials.base64EncodedString()
  }

  func makeHost(_ name: String) throws { try ask("PUT", "/api/vhosts/\(name)") }

  func removeHost(_ name: String) throws { try ask("DELETE", "/api/vhosts/\(name)") }

  private func ask(_ method: String, _ path: String, _ body: String = "") throws {
    let socket = try Socket(host: host, port: port)
    let lines = [
      "\(method) \(path) HTTP/1.1", "Host: \(host)", "Authorization: \(authorization)",
      "Content-Type: application/json", "Content-Length: \(body.utf8.count)",
      "Connection: close", "", body,
    ]
    socket.write(Array(lines.joined(separator: "\r\n").utf8))
    var answer: [UInt8] = []
    while let bytes = socket.read() { answer += bytes }
    let status = String(decoding: answer.prefix(12), as: UTF8.self)
    guard status.hasPrefix("HTTP/1.1 2") else {
      throw Unreachable(description: "\(method) \(path): \(status)")
    }
  }
}
