import TokkiNIO
import TokkiREPL
import TokkiShell

/// The simulated broker on a port, with a prompt beside it where there is a terminal.
struct ServiceSession {
  let session: ProgramSession
  let configuration: ServerConfiguration
  /// Whether each method is shown as it passes.
  let shows: Bool

  func run() -> ExitStatus {
    let announcements = Announcements()
    let log = LineLog()
    var configuration = configuration
    if shows {
      let writer = PassageWriter(isJSON: session.settings.isJSON)
      let hasUser = session.console.hasUser
      configuration.observer = { passage in
        let line = writer.line(passage)
        if hasUser { announcements.announce(line) } else { log.write(line) }
      }
    }
    let server = BrokerServer(configuration)
    let listening = wait { () async -> Result<Int, BrokerServer.ListenFailure> in
      do throws(BrokerServer.ListenFailure) {
        return .success(try await server.listen())
      } catch {
        return .failure(error)
      }
    }
    switch listening {
    case .success(let port): TextOutput.results.write(greeting(port: port))
    case .failure(let failure):
      let place = VisibleText.escaped("\(configuration.host):\(configuration.port)")
      TextOutput.complaints.write("\(place): \(failure.reason)\n")
      return .unreachable
    case nil: return .internalFault
    }
    let status = converse(with: server, announcements)
    wait { await server.shutDown() }
    log.finish()
    return status
  }

  private func converse(with server: BrokerServer, _ announcements: Announcements) -> ExitStatus {
    guard session.console.hasUser else { return Termination.wait() }
    return session.converse(
      evaluator: session.evaluator(on: server.simulation), announcements: announcements)
  }

  private func greeting(port: Int) -> String {
    let name = configuration.profile.name
    let address = "amqp://guest:guest@\(reachableHost):\(port)"
    if session.settings.isJSON {
      return JSONValue.object([.init("serving", .string(address))]).text + "\n"
    }
    return switch session.settings.language {
    case .english: "Tokki serves a simulated RabbitMQ \(name) at \(address)\n"
    case .korean: "Tokki가 RabbitMQ \(name) 시뮬레이션을 \(address)에서 제공합니다.\n"
    }
  }

  /// As a client on this machine writes it.
  private var reachableHost: String {
    let host = configuration.host
    if ["0.0.0.0", "::"].contains(host) { return "localhost" }
    return host.contains(":") ? "[\(host)]" : host
  }
}
