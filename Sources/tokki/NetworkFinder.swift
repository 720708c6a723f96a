import AMQPModel
import TokkiClient
import TokkiLanguage
import TokkiNIO
import TokkiShell

/// Finds real brokers by TCP or TLS, and their management API by HTTP.
struct NetworkFinder: BrokerFinder {
  /// Whether workers are told the time instead of running on the clock.
  var isStepped = false

  var stepped: any BrokerFinder { NetworkFinder(isStepped: true) }

  func reach(_ uri: AMQPURI) async throws(ClientError) -> ReachedBroker {
    let client = NetworkClient(try configuration(uri))
    let you = ClientName(TokkiLanguage.ClientChannel.defaultClient)
    let identity = ClientIdentity(user: uri.user, virtualHost: uri.virtualHost)
    for report in try await client.connect(you, as: identity) {
      if case .connectionClosed(let code, let text, _) = report.fact {
        throw .refused(code: code, text: text)
      }
    }
    let management = ManagedBroker(uri)
    return ReachedBroker(
      client: client, management: await management.answers() ? management : nil)
  }

  private func configuration(_ uri: AMQPURI) throws(ClientError) -> NetworkConfiguration {
    do throws(NetworkConfiguration.UnusableURI) {
      var configuration = try NetworkConfiguration([uri])
      configuration.isStepped = isStepped
      return configuration
    } catch {
      switch error {
      case .none: throw .unreachable(reason: "no URI")
      case .parameter(let parameter):
        throw .unreachable(
          reason: "the URI's parameter \(parameter.name)=\(parameter.value) means nothing here")
      }
    }
  }
}
