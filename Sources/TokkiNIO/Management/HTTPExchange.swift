internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

/// One request over HTTP and its answer, on a connection of its own.
struct HTTPExchange: Sendable {
  var host: String
  var port: Int
  var method: HTTPMethod
  var path: String
  var authorization: String
  var body: String?
  /// nil: without TLS.
  var tls: NIOSSLContext?
  /// For all of it.
  var timeout: TimeAmount = .seconds(10)

  struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
  }

  /// Why there is no answer.
  struct Failure: Error { let reason: String }

  func answer(on loop: any EventLoop) async throws -> Answer {
    let promise = loop.makePromise(of: Answer.self)
    let request = self
    let connected = ClientBootstrap(group: loop)
      .connectTimeout(timeout)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if let tls {
            try pipeline.addHandler(
              NIOSSLClientHandler(context: tls, serverHostname: Dialling.serverName(host)))
          }
          try pipeline.addHTTPClientHandlers()
          try pipeline.addHandler(HTTPExchangeHandler(request, promise))
        }
      }
      .connect(host: host, port: port)
    connected.whenFailure {
      promise.fail(Failure(reason: Dialling.sentence(of: $0)))
    }
    let timer = loop.scheduleTask(in: timeout) { promise.fail(Failure(reason: "no answer")) }
    defer {
      timer.cancel()
      connected.whenSuccess { $0.close(promise: nil) }
    }
    return try await promise.futureResult.get()
  }
}

private final class HTTPExchangeHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  /// No broker has more to say than this.
  private static let longestBody = 67_108_864

  private let request: HTTPExchange
  private let promise: EventLoopPromise<HTTPExchange.Answer>
  private var answer = HTTPExchange.Answer(status: 0, body: [])

  init(_ request: HTTPExchange, _ promise: EventLoopPromise<HTTPExchange.Answer>) {
    self.request = request
    self.promise = promise
  }

  func channelActive(context: ChannelHandlerContext) {
    var head = HTTPRequestHead(version: .http1_1, method: request.method, uri: request.path)
    head.headers.add(name: "Host", value: "\(request.host):\(request.port)")
    head.headers.add(name: "Authorization", value: request.authorization)
    head.headers.add(name: "Connection", value: "close")
    let body = request.body.map { context.channel.allocator.buffer(string: $0) }
    if let body {
      head.headers.add(name: "Content-Type", value: "application/json")
      head.headers.add(name: "Content-Length", value: String(body.readableBytes))
    }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if let body { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): answer.status = Int(head.status.code)
    case .body(let part):
      answer.body.append(contentsOf: part.readableBytesView)
      if answer.body.count > Self.longestBody { context.close(promise: nil) }
    case .end: promise.succeed(answer)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    let reason =
      error is HTTPParserError ? "the peer does not speak HTTP" : Dialling.sentence(of: error)
    promise.fail(HTTPExchange.Failure(reason: reason))
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    promise.fail(HTTPExchange.Failure(reason: "the peer hung up"))
  }
}
