public import AMQPModel
internal import FoundationEssentials
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// RabbitMQ's management API over HTTP: what its management plugin answers, on the AMQP port's
/// number plus 10000, as 15672 and, over TLS, 15671 are. Source: RabbitMQ Management HTTP API.
public struct ManagementAPI: Sendable {
  private let host: String
  private let port: Int
  private let user: String
  private let password: String
  /// nil: without TLS.
  private let tls: NetworkConfiguration.TLSFiles?

  /// The API of the broker that the URI is about. Where that says `amqps`, the API is spoken to
  /// over TLS, too: the password goes nowhere in the clear.
  public init(
    of uri: AMQPURI, tls: NetworkConfiguration.TLSFiles = NetworkConfiguration.TLSFiles()
  ) {
    host = uri.host
    port = Int(uri.port) + 10_000
    self.tls = uri.scheme == .amqps ? tls : nil
    user = uri.user
    password = uri.password
  }

  /// Why the API does not do what it was asked.
  public enum Failure: Error, Hashable, Sendable {
    /// Nobody answers there.
    case unreachable(reason: String)
    /// An HTTP status that is no success, such as 401, and the API's own reason; empty where it
    /// gives none.
    case refused(status: Int, reason: String)
    /// The answer is not what this API answers.
    case notUnderstood
  }

  /// What is at that path, such as `queues` and a virtual host; the parts are encoded here.
  /// `snake_case` in the answer is `camelCase` in the type.
  ///
  /// - Parameters:
  ///   - query: what follows the path, such as `disable_stats=true`, encoded already.
  ///   - seconds: how long the answer may take.
  public func get<Answer: Decodable>(
    _ path: [String], query: String = "", as type: Answer.Type = Answer.self,
    within seconds: Int64 = 10
  ) async throws(Failure) -> Answer {
    let body = try await send(.GET, path, query: query, within: seconds)
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(type, from: Data(body))
    } catch {
      throw .notUnderstood
    }
  }

  /// - Parameter body: JSON.
  public func put(_ path: [String], _ body: String = "{}") async throws(Failure) {
    _ = try await send(.PUT, path, body)
  }

  public func delete(_ path: [String]) async throws(Failure) { _ = try await send(.DELETE, path) }

  private func send(
    _ method: HTTPMethod, _ path: [String], query: String = "", _ body: String? = nil,
    within seconds: Int64 = 10
  ) async throws(Failure) -> [UInt8] {
    let credentials = Data("\(user):\(password)".utf8).base64EncodedString()
    let answer: HTTPExchange.Answer
    do {
      let exchange = HTTPExchange(
        host: host, port: port, method: method,
        path: (["", "api"] + path.map(AMQPURI.encoded)).joined(separator: "/")
          + (query.isEmpty ? "" : "?" + query),
        authorization: "Basic \(credentials)", body: body, tls: try tls?.context(),
        timeout: .seconds(seconds))
      answer = try await exchange.answer(on: MultiThreadedEventLoopGroup.singleton.next())
    } catch {
      throw .unreachable(
        reason: (error as? HTTPExchange.Failure)?.reason ?? Dialling.sentence(of: error))
    }
    guard (200..<300).contains(answer.status) else {
      throw .refused(
        status: answer.status, reason: RefusalReason.text(answer.body, status: answer.status))
    }
    return answer.body
  }
}
