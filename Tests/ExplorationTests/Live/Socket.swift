#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a broker cannot be spoken to.
struct Unreachable: Error, CustomStringConvertible {
  var description: String
}

/// A TCP socket that is waited for.
final class Socket {
  private let descriptor: Int32

  init(host: String, port: UInt16) throws(Unreachable) {
    var hints = addrinfo()
    hints.ai_family = AF_INET
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found?.pointee else {
      throw Unreachable(description: "\(host) has no address")
    }
    defer { freeaddrinfo(found) }
    descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
    var on: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    guard descriptor >= 0, connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 else {
      throw Unreachable(description: "\(host):\(port): \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(descriptor) }

  /// What a closed socket does not take is lost, as it is for every client.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// What has come; nil at the end. Waits where nothing has.
  func read() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// Waits until one of the sockets has something to read, so many milliseconds at most. Which
  /// ones have.
  static func waitForAny(of sockets: [Socket], milliseconds: Int32) -> [Bool] {
    var polled = sockets.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    poll(&polled, nfds_t(polled.count), milliseconds)
    return polled.map { $0.revents != 0 }
  }
}

/// A clock for patience.
enum Clock {
  /// In milliseconds, from wherever it counts.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
