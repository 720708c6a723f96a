internal import NIOSSL

extension NetworkConfiguration {
  /// Files of certificates and keys, in PEM.
  public struct TLSFiles: Hashable, Sendable {
    /// Who vouches for the broker; nil: whom the system trusts.
    public var authorities: String?
    /// With which certificate and key the client says who it is.
    public var certificate: String?
    public var key: String?
    /// Whether the broker's certificate is checked, its host name included. Without it, anyone
    /// could pretend to be the broker.
    public var verifiesPeer = true

    public init() {}

    func context() throws -> NIOSSLContext {
      var configuration = TLSConfiguration.makeClientConfiguration()
      if !verifiesPeer { configuration.certificateVerification = .none }
      if let authorities { configuration.trustRoots = .file(authorities) }
      if let certificate {
        configuration.certificateChain = try NIOSSLCertificate.fromPEMFile(certificate)
          .map { .certificate($0) }
      }
      if let key {
        configuration.privateKey = .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
      }
      return try NIOSSLContext(configuration: configuration)
    }
  }
}
