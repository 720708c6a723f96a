internal import AMQPProtocol
internal import NIOCore

/// One socket to the broker with the protocol machine that speaks over it. It belongs to its
/// event loop, as the client that owns it does.
final class Link {
  var connection: ClientConnection
  let channel: any NIOCore.Channel
  var timer: Scheduled<Void>?
  /// Who waits until the socket takes more.
  var waitingForRoom: [CheckedContinuation<Void, Never>] = []

  init(_ connection: ClientConnection, over channel: any NIOCore.Channel) {
    self.connection = connection
    self.channel = channel
  }

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
final class SocketHandler: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer

  enum Fact: Sendable {
    case connected
    case bytes(ByteBuffer)
    /// For now there are no more bytes.
    case readingIsDone
    case writable
    /// Why the network gave up, if it did.
    case closed(reason: String?)
  }

  private let hear: @Sendable (Fact) -> Void

  init(_ hear: @escaping @Sendable (Fact) -> Void) { self.hear = hear }

  func channelActive(context: ChannelHandlerContext) { hear(.connected) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    hear(.bytes(unwrapInboundIn(data)))
  }

  func channelReadComplete(context: ChannelHandlerContext) { hear(.readingIsDone) }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { hear(.writable) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    hear(.closed(reason: Dialling.sentence(of: error)))
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { hear(.closed(reason: nil)) }
}
