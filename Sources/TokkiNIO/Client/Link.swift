internal import AMQPProtocol
internal import NIOCore

/// One socket to the broker with the protocol machine that speaks over it. It belongs to its
/// event loop, as the client that owns it does.
final class Link {
  var connection: ClientConnection
  let channel: any NIOCore.Channel
  var timer: Scheduled<Void>?
  var timerDeadline = Int64.max
  /// Who waits until the socket takes more.
  var waitingForRoom: [CheckedContinuation<Void, Never>] = []

  init(_ connection: ClientConnection, over channel: any NIOCore.Channel) {
    self.connection = connection
    self.channel = channel
  }

  /// A client that nobody refers to any more holds no socket.
  deinit { channel.close(promise: nil) }

  /// Sends what there is, and closes the socket where that was the last of it.
  func flush() {
    let bytes = connection.takeOutput()
    if !bytes.isEmpty {
      channel.writeAndFlush(channel.allocator.buffer(bytes: bytes), promise: nil)
    }
    if connection.isOver { close() }
  }

  func close() {
    timer?.cancel()
    channel.close(promise: nil)
    makeRoom()
  }

  func makeRoom() {
    let waiting = waitingForRoom
    waitingForRoom.removeAll()
    for continuation in waiting { continuation.resume() }
  }
}

/// Hands what a socket brings to whoever owns it, on the event loop.
final class SocketHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  enum Fact: Sendable {
    case connected
    case bytes(ByteBuffer)
    /// For now there are no more bytes.
    case readingIsDone
    case writable
    /// The socket is gone; what the network said, if it gave up. May be told twice.
    case closed((any Error)?)
  }

  private var listener: ((Fact) -> Void)?
  /// What came before somebody listened.
  private var untold: [Fact] = []

  /// From now on; what came before is told at once.
  func listen(_ listener: @escaping (Fact) -> Void) {
    self.listener = listener
    let untold = untold
    self.untold = []
    for fact in untold { listener(fact) }
  }

  private func tell(_ fact: Fact) {
    if let listener { listener(fact) } else { untold.append(fact) }
  }

  func channelActive(context: ChannelHandlerContext) { tell(.connected) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    tell(.bytes(unwrapInboundIn(data)))
  }

  func channelReadComplete(context: ChannelHandlerContext) { tell(.readingIsDone) }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { tell(.writable) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    tell(.closed(error))
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { tell(.closed(nil)) }
}
