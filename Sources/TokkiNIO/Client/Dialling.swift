internal import AMQPModel
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import NIOTLS

/// Makes sockets to a broker, with TLS where the URI says so.
struct Dialling: Sendable {
  let timeout: TimeAmount
  let tls: NetworkConfiguration.TLSFiles
  let loop: any EventLoop

  /// A socket to that broker with a `SocketHandler`. It fails with a `DialFailure`.
  func dial(_ uri: AMQPURI) -> EventLoopFuture<any NIOCore.Channel> {
    let context: NIOSSLContext?
    do {
      context = uri.scheme == .amqps ? try tls.context() : nil
    } catch {
      return loop.makeFailedFuture(DialFailure(TLSFault.sentence(ofUnusable: tls)))
    }
    let host = uri.host
    let secured = loop.makePromise(of: Void.self)
    if context == nil { secured.succeed() }
    let dialled = ClientBootstrap(group: loop)
      .connectTimeout(timeout)
      .channelOption(ChannelOptions.socketOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if let context {
            try pipeline.addHandler(
              NIOSSLClientHandler(context: context, serverHostname: Self.serverName(host)))
            try pipeline.addHandler(TLSWatch(secured: secured))
          }
          try pipeline.addHandler(SocketHandler())
        }
      }
      .connect(host: uri.host, port: Int(uri.port))
    dialled.whenFailure { secured.fail($0) }
    let timer = loop.scheduleTask(in: timeout) { secured.fail(DialFailure("no answer to TLS")) }
    return dialled.and(secured.futureResult).map(\.0)
      .always { _ in timer.cancel() }
      .flatMapError { error in
        dialled.whenSuccess { $0.close(promise: nil) }
        return explain(error, uri).flatMap { sentence in
          loop.makeFailedFuture(
            sentence.map { DialFailure($0, .untrusted) } ?? Self.failure(of: error))
        }
      }
  }

  /// An address is no server name: TLS's extension for that takes names alone. Where the peer is
  /// verified, its certificate is then compared with the address.
  static func serverName(_ host: String) -> String? {
    (try? SocketAddress(ipAddress: host, port: 0)) == nil ? host : nil
  }

  /// A second look at a certificate that was refused: TLS itself does not say what is wrong
  /// with it.
  private func explain(_ error: any Error, _ uri: AMQPURI) -> EventLoopFuture<String?> {
    guard TLSFault.isRefusedCertificate(error) else { return loop.makeSucceededFuture(nil) }
    let seen = loop.makePromise(of: String?.self)
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateVerification = .noHostnameVerification
    guard let context = try? NIOSSLContext(configuration: configuration) else {
      seen.succeed(nil)
      return seen.futureResult
    }
    let look = ClientBootstrap(group: loop)
      .connectTimeout(timeout)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = try NIOSSLClientHandler(
            context: context, serverHostname: Self.serverName(uri.host),
            customVerificationCallback: { chain, verdict in
              seen.succeed(TLSFault.sentence(of: chain))
              verdict.succeed(.failed)
            })
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
      .connect(host: uri.host, port: Int(uri.port))
    look.whenFailure { _ in seen.succeed(nil) }
    let timer = loop.scheduleTask(in: timeout) { seen.succeed(nil) }
    return seen.futureResult.always { _ in
      timer.cancel()
      look.whenSuccess { $0.close(promise: nil) }
    }
  }

  /// What went wrong with a socket, at whatever time.
  static func failure(of error: any Error) -> DialFailure {
    if let failure = error as? DialFailure { return failure }
    return DialFailure(
      TLSFault.sentence(of: error),
      TLSFault.isDistrust(error) ? .untrusted : .unreachable)
  }

  static func sentence(of error: any Error) -> String {
    switch error {
    case let failure as DialFailure: failure.sentence
    case let error as NIOConnectionError:
      error.connectionErrors.first.map { sentence(of: $0.error) }
        ?? error.dnsAError.map { _ in "no such host: \(error.host)" }
        ?? "no such host: \(error.host)"
    case let error as IOError: sentence(ofErrno: error.errnoCode)
    case ChannelError.connectTimeout: "no answer"
    default: "\(error)"
    }
  }

  private static func sentence(ofErrno number: CInt) -> String {
    switch number {
    case ECONNREFUSED: "connection refused"
    case EHOSTUNREACH: "no route to host"
    case ENETUNREACH: "network is unreachable"
    case ETIMEDOUT: "no answer"
    case ECONNRESET: "connection reset"
    case EADDRINUSE: "address already in use"
    case EADDRNOTAVAIL: "no address of this machine"
    case EACCES: "permission denied"
    default: String(cString: strerror(number))
    }
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why there is no connection, for a user.
struct DialFailure: Error {
  enum Kind {
    case unreachable
    /// One side's certificate did not convince the other.
    case untrusted
    /// Somebody answers who is no AMQP 0-9-1 broker.
    case otherProtocol
  }

  var sentence: String
  var kind: Kind

  init(_ sentence: String, _ kind: Kind = .unreachable) {
    self.sentence = sentence
    self.kind = kind
  }
}

/// Tells when TLS is there, or why it is not.
private final class TLSWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let secured: EventLoopPromise<Void>

  init(secured: EventLoopPromise<Void>) { self.secured = secured }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case TLSUserEvent.handshakeCompleted = event { secured.succeed() }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    secured.fail(error)
    context.fireErrorCaught(error)
  }

  func channelInactive(context: ChannelHandlerContext) {
    secured.fail(DialFailure("the peer hung up on TLS; is that a port for amqps?"))
    context.fireChannelInactive()
  }
}
