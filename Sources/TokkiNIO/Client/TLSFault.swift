internal import NIOSSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is wrong with TLS, in a sentence.
enum TLSFault {
  /// Whether the peer's certificate did not convince.
  static func isRefusedCertificate(_ error: any Error) -> Bool {
    "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
  }

  /// Whether one side's certificate did not convince the other.
  static func isDistrust(_ error: any Error) -> Bool {
    let text = "\(error)"
    return isRefusedCertificate(error) || isWrongHost(error)
      || [
        "CERTIFICATE_REQUIRED", "BAD_CERTIFICATE", "UNKNOWN_CA", "CERTIFICATE_EXPIRED",
        "ALERT_HANDSHAKE_FAILURE",
      ].contains(where: text.contains)
  }

  private static func isWrongHost(_ error: any Error) -> Bool {
    (error as? NIOSSLExtraError) == .failedToValidateHostname
  }

  /// Why such files cannot be used.
  static func sentence(ofUnusable files: NetworkConfiguration.TLSFiles) -> String {
    let named = [files.authorities, files.certificate, files.key].compactMap { $0 }
    if let unreadable = named.first(where: { access($0, R_OK) != 0 }) {
      return "the file \(unreadable) cannot be read"
    }
    return "a file of certificates or keys is no PEM: \(named.joined(separator: ", "))"
  }

  static func sentence(of error: any Error) -> String {
    let text = "\(error)"
    if isWrongHost(error) {
      return "the broker's certificate is for another host"
    }
    if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
      return "the peer does not speak TLS; is that a port for amqps?"
    }
    if text.contains("EOF during handshake") {
      return "the peer hung up during the TLS handshake; is that a port for amqps?"
    }
    if isRefusedCertificate(error) { return "the broker's certificate is not trusted" }
    if text.contains("CERTIFICATE_REQUIRED") {
      return "the broker wants a client certificate (certfile, keyfile)"
    }
    if text.contains("ALERT_HANDSHAKE_FAILURE") {
      return "the broker refused TLS with this client; it may want a client certificate "
        + "(certfile, keyfile)"
    }
    if ["ALERT_UNKNOWN_CA", "ALERT_BAD_CERTIFICATE", "ALERT_CERTIFICATE_EXPIRED"]
      .contains(where: text.contains)
    {
      return "the broker does not trust the client's certificate"
    }
    if case NIOSSLError.uncleanShutdown = error { return "the broker closed the socket" }
    return Dialling.sentence(of: error)
  }

  /// What speaks against a chain of certificates, the broker's own first; nil: nothing that can
  /// be seen, so that whoever signed it is unknown.
  static func sentence(of chain: [NIOSSLCertificate]) -> String? {
    let now = time(nil)
    for (place, certificate) in chain.enumerated() {
      let owner = place == 0 ? "the broker's certificate" : "a certificate of the broker's chain"
      if certificate.notValidAfter < now {
        return "\(owner) expired on \(day(certificate.notValidAfter))"
      }
      if certificate.notValidBefore > now {
        return "\(owner) is valid only from \(day(certificate.notValidBefore)) on"
      }
    }
    return "the broker's certificate is signed by nobody who is trusted here (cacertfile names "
      + "who is)"
  }

  private static func day(_ moment: time_t) -> String {
    var (moment, parts) = (moment, tm())
    gmtime_r(&moment, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(1900 + Int(parts.tm_year))-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }
}
