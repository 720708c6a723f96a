import AMQPModel
import AMQPProtocol
import NIOCore
import NIOPosix
import NIOSSL

/// Somebody on a port of this machine who is no broker, or one that falls silent.
struct FakePeer: Sendable {
  enum Manner: Sendable {
    case silent
    case hangsUp
    /// Answers the first bytes that come with those, and hangs up.
    case answers([UInt8])
    /// Speaks first, and hangs up.
    case speaks([UInt8])
    /// Opens what it is asked to open, answers every sign of life with a heartbeat, and never says
    /// anything again once three messages were published to it.
    case fallsSilent
  }

  let port: Int

  static func run(
    _ manner: Manner, tls: NIOSSLContext? = nil, _ body: (FakePeer) async throws -> Void
  ) async throws {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
          try pipeline.addHandler(FakePeerHandler(manner))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      try await body(FakePeer(port: listener.localAddress?.port ?? 0))
    } catch {
      try await listener.close()
      throw error
    }
    try await listener.close()
  }
}

private final class FakePeerHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let manner: FakePeer.Manner
  private var machine = ServerConnection(
    configuration: ServerConnection.Configuration(), isLoopback: true, at: 0)

  private var isOpen = false
  private var publishCount = 0

  init(_ manner: FakePeer.Manner) { self.manner = manner }

  func channelActive(context: ChannelHandlerContext) {
    switch manner {
    case .hangsUp: context.close(promise: nil)
    case .speaks(let bytes): sayLast(bytes, context)
    case .silent, .answers, .fallsSilent: break
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch manner {
    case .answers(let bytes): sayLast(bytes, context)
    case .fallsSilent: shakeHands(unwrapInboundIn(data), context)
    case .silent, .hangsUp, .speaks: break
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func sayLast(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
    let buffer = context.channel.allocator.buffer(bytes: bytes)
    context.writeAndFlush(NIOAny(buffer)).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }

  private func shakeHands(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    machine.receive(bytes.readableBytesView, at: 0)
    for input in machine.takeInputs() {
      switch input {
      case .method(.connectionOpen, _, _):
        machine.send(.connectionOpenOk(ConnectionOpenOk()), nil, channel: 0)
        isOpen = true
      case .method(.channelOpen, _, let channel):
        machine.send(.channelOpenOk(ChannelOpenOk()), nil, channel: channel)
      case .method(.confirmSelect, _, let channel):
        machine.send(.confirmSelectOk(ConfirmSelectOk()), nil, channel: channel)
      case .method(.basicPublish, _, _): publishCount += 1
      case .method, .authenticated, .oversized, .failed: break
      }
    }
    let heartbeat: [UInt8] = [8, 0, 0, 0, 0, 0, 0, 0xCE]
    let output = machine.takeOutput() + (isOpen && publishCount < 3 ? heartbeat : [])
    if !output.isEmpty {
      context.writeAndFlush(
        NIOAny(context.channel.allocator.buffer(bytes: output)), promise: nil)
    }
  }
}
