internal import AMQPModel
public import TokkiClient

/// Something that holds for programs that use `AMQPConnection`, over whichever `Client`, be its
/// broker simulated or real.
public struct ClientClaim: Sendable, CustomStringConvertible {
  public var sentence: String
  private let body: @Sendable (Stage) async throws -> Void

  init(_ sentence: String, _ body: @escaping @Sendable (Stage) async throws -> Void) {
    self.sentence = sentence
    self.body = body
  }

  public var description: String { sentence }

  /// Throws what does not hold.
  ///
  /// - Parameter space: what the names on the broker begin with, for a broker that others use too.
  public func check(over client: any Client, space: String) async throws {
    let name = ClientName("\(space)-claimant")
    let connection = try await AMQPConnection.open(over: client, as: name)
    let publisher = try await connection.openChannel()
    try await publisher.confirmPublishes()
    let stage = Stage(
      client: client, connection: connection, channel: try await connection.openChannel(),
      publisher: publisher, space: space)
    do {
      try await body(stage)
    } catch {
      try? await stage.cleanUp()
      throw error
    }
    try await stage.cleanUp()
  }

  public static let all =
    topologyClaims + messageClaims + consumerClaims + confirmClaims + closeClaims
    + concurrencyClaims
}

/// What a claim works with.
struct Stage: Sendable {
  let client: any Client
  let connection: AMQPConnection
  let channel: AMQPChannel
  /// One with publisher confirms.
  let publisher: AMQPChannel
  let space: String

  /// A name of this run's own.
  func name(_ name: String) -> String { "\(space)-\(name)" }

  /// An empty queue that goes with the claim.
  func queue(_ name: String = "q") async throws -> String {
    let name = self.name(name)
    try await channel.declareQueue(name, autoDelete: false)
    try await channel.purgeQueue(name)
    return name
  }

  /// Publishes each text and waits until it has arrived: a real broker counts it not before.
  func put(_ texts: String..., exchange: String = "", key: String) async throws {
    for text in texts {
      let isThere = try await publisher.publishConfirmed(
        Content(text: text), to: exchange, routingKey: key)
      try claim(isThere, is: true)
    }
  }

  fileprivate func cleanUp() async throws {
    try await connection.close()
    let sweeper = try await AMQPConnection.open(over: client, as: connection.name)
    let channel = try await sweeper.openChannel()
    for name in ["q", "r", "s"] { try await channel.deleteQueue(self.name(name)) }
    for name in ["x", "y"] { try await channel.deleteExchange(self.name(name)) }
    try await sweeper.close()
  }
}

/// A claim that does not hold.
struct Unmet: Error, CustomStringConvertible {
  var description: String
}

func claim(
  _ isMet: Bool, _ sentence: @autoclosure () -> String, line: Int = #line, file: String = #fileID
) throws {
  if !isMet { throw Unmet(description: "\(sentence()) (\(file):\(line))") }
}

func claim<Value: Equatable>(
  _ found: Value, is expected: Value, line: Int = #line, file: String = #fileID
) throws {
  try claim(found == expected, "found \(found), expected \(expected)", line: line, file: file)
}

/// What the broker refuses.
func refusal(_ body: () async throws -> Void) async throws -> AMQPFailure {
  do {
    try await body()
  } catch let failure as AMQPFailure {
    return failure
  }
  throw Unmet(description: "nothing was refused")
}

extension AsyncSequence {
  /// The first elements; fewer if there are no more.
  func first(_ count: Int) async throws -> [Element] {
    var elements: [Element] = []
    if count == 0 { return [] }
    for try await element in self {
      elements.append(element)
      if elements.count == count { break }
    }
    return elements
  }
}
