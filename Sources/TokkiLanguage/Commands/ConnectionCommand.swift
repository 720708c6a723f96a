public import AMQPModel

/// Connections, channels and virtual hosts.
public enum ConnectionCommand: Hashable, Sendable {
  /// Opens the connection of that client; nil are the current virtual host and the usual user:
  /// `guest`, on a real broker the one of its URI. The simulator asks
  /// for no password, and refuses a wrong one.
  case openConnection(
    client: String, virtualHost: String?, user: String?, password: Password? = nil)
  /// Closes it in order, with `connection.close`.
  case closeConnection(client: String)
  case openChannel(ClientChannel)
  case closeChannel(ClientChannel)
  case addVirtualHost(String)
  case deleteVirtualHost(String)
  /// Connections opened from now on go to that virtual host; `you` connects anew.
  case useVirtualHost(String)
}
