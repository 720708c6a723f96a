import Foundation
import NIOSSL
import Testing

@testable import TokkiNIO

/// Certificates of an authority that only these tests know, made anew for each run.
final class Certificates: Sendable {
  /// nil where there is no openssl that makes them.
  static let made = Certificates()

  private let folder: String

  /// `ca` and `other-ca` are authorities; `server`, `expired`, `early` and `wrong-host` are for
  /// brokers, `client` and `stranger` for clients; `alone` is signed by itself.
  func certificate(_ name: String) -> String { "\(folder)/\(name).pem" }
  func key(_ name: String) -> String { "\(folder)/\(name).key" }

  private init?() {
    folder = NSTemporaryDirectory() + "tokki-certificates-\(UUID().uuidString)"
    let maker = Process()
    maker.executableURL = URL(fileURLWithPath: "/bin/sh")
    maker.arguments = ["-euc", Self.recipe, "sh", folder]
    maker.standardOutput = FileHandle.nullDevice
    maker.standardError = FileHandle.nullDevice
    guard (try? maker.run()) != nil else { return nil }
    maker.waitUntilExit()
    if maker.terminationStatus != 0 { return nil }
    atexit {
      guard let made = Certificates.made else { return }
      try? FileManager.default.removeItem(atPath: made.folder)
    }
  }

  /// openssl's x509 command cannot choose when a certificate begins and ends; ca can.
  private static let recipe = """
    mkdir -p "$1"; cd "$1"
    key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"; }
    authority() {
      key "$1"
      openssl req -x509 -new -key "$1.key" -days 30 -subj "/CN=$1" -out "$1.pem" \
        -addext "$2" -addext "subjectAltName=DNS:localhost,IP:127.0.0.1"
    }
    sign() {
      key "$2"
      openssl req -new -key "$2.key" -subj "/CN=$3" -out "$2.request"
      : > index
      printf '%s\\n' "[authority]" "database=index" "new_certs_dir=." "certificate=$1.pem" \
        "private_key=$1.key" "default_md=sha256" "rand_serial=yes" "policy=policy" \
        "x509_extensions=extensions" "[policy]" "commonName=supplied" "[extensions]" \
        "basicConstraints=critical,CA:false" "subjectAltName=$4" > settings
      openssl ca -batch -notext -config settings -name authority -startdate "$5" -enddate "$6" \
        -in "$2.request" -out "$2.pem"
    }
    authority ca "keyUsage=critical,keyCertSign"
    authority other-ca "keyUsage=critical,keyCertSign"
    authority alone "extendedKeyUsage=serverAuth"
    here="DNS:localhost,IP:127.0.0.1"
    sign ca server localhost "$here" 20200101000000Z 20490101000000Z
    sign ca expired localhost "$here" 20200101000000Z 20210203040506Z
    sign ca early localhost "$here" 20480506000000Z 20490101000000Z
    sign ca wrong-host elsewhere "DNS:elsewhere.example" 20200101000000Z 20490101000000Z
    sign ca client guest "DNS:guest" 20200101000000Z 20490101000000Z
    sign other-ca stranger guest "DNS:guest" 20200101000000Z 20490101000000Z
    """
}

extension Certificates {
  /// What a server presents, and whether it wants the client's certificate, too.
  func serverContext(
    _ name: String, wantsCertificate: Bool = false, newest: TLSVersion? = nil
  ) throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(certificate(name))
        .map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: key(name), format: .pem)))
    configuration.maximumTLSVersion = newest
    if wantsCertificate {
      configuration.certificateVerification = .noHostnameVerification
      configuration.trustRoots = .file(certificate("ca"))
    }
    return try NIOSSLContext(configuration: configuration)
  }
}
