import AMQPModel
import TokkiClient
import TokkiNIO

/// Why a client cannot connect; nil if it can.
func failure(
  of configuration: NetworkConfiguration, as identity: ClientIdentity = ClientIdentity()
) async -> ClientError? {
  let client = NetworkClient(configuration)
  var failure: ClientError?
  do throws(ClientError) {
    _ = try await client.connect("c", as: identity)
    _ = try await client.kill("c")
  } catch {
    failure = error
  }
  _ = await client.shutdown()
  return failure
}
