internal import AMQPModel

/// A connection of one client to a broker, real or simulated, as a program uses it.
///
/// ```swift
/// let connection = try await AMQPConnection.open(over: client, as: "worker")
/// let channel = try await connection.openChannel()
/// try await channel.declareQueue("tasks", durable: true)
/// try await channel.limitPrefetch(to: 1)
/// for try await message in try await channel.consume("tasks") {
///   work(on: message.content)
///   try await message.acknowledge()
/// }
/// try await connection.close()
/// ```
///
/// Any number of tasks may use a connection and its channels at once; each gets the answers to its
/// own requests. Publishes of several tasks on one channel reach the broker in some order.
///
/// Where the client recovers from lost connections, the connection and its channels live on:
/// requests wait until all is declared and consumed again, sequences of deliveries go on, and
/// `recoveries()` tells of it. What was delivered before the loss cannot be settled any more
/// (`ClientError.staleDelivery`); it comes again.
///
/// To end in good order, call `stopConsuming`, let the loops over deliveries run out, then `close`.
public struct AMQPConnection: Sendable {
  let client: any Client
  public let name: ClientName
  let router: NoticeRouter

  /// Connects. No two connections should share a client's name at one time.
  ///
  /// - Parameter identity: as whom, and into which virtual host; nil: as the URI says by which a
  ///   real broker is reached, in the simulator as `guest` into `/`.
  /// - Throws: `refused(.unreachable)` where there is no broker, `connectionClosed` where it does
  ///   not let the client in (403 for a wrong password, 530 for a virtual host that is not there).
  public static func open(
    over client: any Client, as name: ClientName, identity: ClientIdentity? = nil
  ) async throws(AMQPFailure) -> AMQPConnection {
    let uri = (client as? any RemoteBroker)?.uri
    let identity =
      identity
      ?? ClientIdentity(user: uri?.user ?? "guest", virtualHost: uri?.virtualHost ?? "/")
    let router = NoticeRouter(await client.notices(of: name))
    do {
      _ = try await client.connect(name, as: identity)
    } catch .refused(let code, let text) {
      throw .connectionClosed(
        CloseReason(code: code, text: text, during: ConnectionOpen.id))
    } catch {
      throw .refused(error)
    }
    let isConnected = await client.clients().contains { $0.name == name && $0.isConnected }
    if !isConnected {
      for await failure in router.closings() { throw failure }
      throw .closed
    }
    return AMQPConnection(client: client, name: name, router: router)
  }

  /// Opens a channel of the smallest number that is free.
  ///
  /// - Throws: `connectionClosed` with 530 (NOT_ALLOWED) where the broker allows no further one.
  public func openChannel() async throws(AMQPFailure) -> AMQPChannel {
    let books = try router.addChannel()
    let channel = AMQPChannel(connection: self, router: books)
    do {
      _ = try await channel.perform(.channelOpen(ChannelOpen()))
    } catch {
      router.removeChannel(books)
      throw error
    }
    return channel
  }

  /// Whether the connection is over, and is not made again.
  public var isClosed: Bool { router.end != nil }

  /// Cancels every consumer: their sequences end behind what has arrived. The first step of an end
  /// in good order.
  public func stopConsuming() async throws(AMQPFailure) {
    for books in router.channels {
      let channel = AMQPChannel(connection: self, router: books)
      for tag in books.consumerTags { try await channel.cancel(tag) }
    }
  }

  /// Closes all channels and the connection; what is not acknowledged goes back to its queues.
  /// Nothing happens where it is closed already.
  public func close() async throws(AMQPFailure) {
    if router.end != nil { return }
    do {
      _ = try await client.close(name)
    } catch .noSuchClient {
      return
    } catch {
      throw .refused(error)
    }
    // What waits on the connection ends before this returns.
    for await _ in router.closings() {}
  }

  // MARK: Notices

  /// Why the connection is over, once, when it is over for good; nothing if this program itself
  /// closed it. The stream ends with the connection.
  public func closings() -> AsyncStream<AMQPFailure> { router.closings() }

  /// Whenever the broker blocks the connection or takes publishes again.
  public func blockings() -> AsyncStream<Blocking> { router.blockings() }

  /// What becomes of a lost connection whose client recovers.
  public func recoveries() -> AsyncStream<RecoveryNotice> { router.recoveries() }
}
