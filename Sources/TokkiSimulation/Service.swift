public import AMQPModel
public import TokkiBroker

/// What makes a simulation serve clients elsewhere, beyond sockets, next to its own. Its time is
/// then real, and it runs for days: it keeps no timeline, and only the recent past.
public struct Service: Sendable {
  /// Milliseconds of real time since any moment, as a clock that never goes back tells them. The
  /// simulation asks before everything that it does. Virtual time is that much, and what `advance`
  /// has added.
  public var clock: @Sendable () -> Int64
  /// Is handed what is to be done for connections that came by `accept`: inside the operation that
  /// caused it and in order, so that what goes to one connection keeps the broker's order. It
  /// must not call back and wait. There may be nothing to be done: then something may fall due
  /// earlier than `catchUp` said.
  public var remote: @Sendable ([Effect]) -> Void
  /// Is handed every user's password whenever an operator has done something, before the operator
  /// hears of it. It must not call back and wait.
  public var passwords: @Sendable ([String: Password]) -> Void = { _ in }
  /// About how many things that happened are remembered, of clients and of the broker each.
  public var historyLimit = 10_000
  /// How many bytes messages may take before remote publishers are paused (`heldBytes`); nil for
  /// as many as there are. They go on when four fifths of it are left.
  public var memoryLimit: Int?
  /// Whether the broker tells how it routed each message, and all else that `explain` and
  /// expectations live on. Without it, it is faster.
  public var isTracing = true

  public init(
    clock: @escaping @Sendable () -> Int64, remote: @escaping @Sendable ([Effect]) -> Void
  ) {
    self.clock = clock
    self.remote = remote
  }
}
