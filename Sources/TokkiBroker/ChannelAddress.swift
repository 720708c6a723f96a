/// A connection of the broker, numbered from 1 in the order of connecting.
public struct ConnectionID: Hashable, Sendable, Comparable {
  public var number: Int

  public init(number: Int) { self.number = number }

  public static func < (left: ConnectionID, right: ConnectionID) -> Bool {
    left.number < right.number
  }
}

/// A channel of a connection. Channel 0 is the connection itself.
public struct ChannelAddress: Hashable, Sendable, Comparable {
  public var connection: ConnectionID
  public var channel: UInt16

  public init(connection: ConnectionID, channel: UInt16) {
    self.connection = connection
    self.channel = channel
  }

  public static func < (left: ChannelAddress, right: ChannelAddress) -> Bool {
    (left.connection.number, left.channel) < (right.connection.number, right.channel)
  }
}
