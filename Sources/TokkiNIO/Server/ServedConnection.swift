internal import AMQPProtocol
internal import NIOCore
internal import TokkiBroker

/// One client's socket with its protocol machine. It belongs to the server's event loop.
final class ServedConnection {
  let number: Int
  let channel: any NIOCore.Channel
  /// Where the client is: `127.0.0.1:54321`.
  let address: String
  var machine: ServerConnection
  /// As the broker knows it, from when the client has proved who it is.
  var id: ConnectionID?
  /// What was read and is not handed over yet.
  private(set) var inputs: ArraySlice<ServerConnection.Input> = []
  /// Whether something of it is with the broker: the next is handed over, or read, when that is
  /// done.
  var isBusy = false
  /// How much of the server's account of unfinished messages is this connection's.
  var heldBytes = 0
  /// Whether the broker is short of memory and takes no more publishes.
  var isPaused = false
  /// Whether the effects at hand have something for it.
  var isTouched = false
  /// Whether the socket is about to be closed.
  var isClosing = false
  /// Whether the socket is closed.
  var isGone = false
  var timer: Scheduled<Void>?
  var timerDeadline = Int64.max
  var name: String { connectionName.map { "\(address) \($0)" } ?? address }
  private var connectionName: String?

  init(
    number: Int, channel: any NIOCore.Channel, address: String, machine: ServerConnection
  ) {
    self.number = number
    self.channel = channel
    self.address = address
    self.machine = machine
  }

  /// Takes what the machine has understood.
  func collect() {
    for input in machine.takeInputs() {
      if case .authenticated(_, let properties) = input {
        connectionName = properties["connection_name"]?.text
      }
      inputs.append(input)
    }
  }

  /// What the broker is to get next. A `basic.get` ends it: a few bytes can bring back many, and
  /// before the next one those are to go out.
  func takePiece() -> [ServerConnection.Input] {
    let get = inputs.firstIndex {
      if case .method(.basicGet, _, _) = $0 { true } else { false }
    }
    let end = get.map { inputs.index(after: $0) } ?? inputs.endIndex
    defer { inputs = end == inputs.endIndex ? [] : inputs[end...] }
    return Array(inputs[..<end])
  }

  /// Whether what was read may be handed over: not while the client does not read what it is
  /// sent, unless it is on its way out.
  var mayHandOver: Bool { channel.isWritable || isClosing || isGone }

  /// Whether more may be read: not while the broker is at work on it, nor while the client does
  /// not read what it is sent.
  var mayRead: Bool { !isBusy && !isPaused && !isClosing && channel.isWritable }
}
