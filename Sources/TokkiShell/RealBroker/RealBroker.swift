import AMQPModel
import TokkiClient

/// What the shell keeps of a real broker while commands go to it.
struct RealBroker {
  /// The client that looks without disturbing anyone: a question about a queue that is not there
  /// closes its channel.
  static let lookout = ClientName("tokki.look")
  /// How many reports the history keeps; the oldest are forgotten first.
  static let longestHistory = 100_000

  let client: any RemoteBroker
  let management: (any Management)?
  let place: BrokerPlace
  /// The simulation's, for the way back.
  let waiting: Memory
  /// Rings when a client learned something.
  let bell: Bell
  /// Rings the bell.
  let follower: Task<Void, Never>
  var ledger = Ledger()
  /// What clients did and learned, of which expectations speak.
  private(set) var history: [ClientReport] = []
  private var forgottenCount = 0
  /// Learned, noted, and not told yet.
  var untold: [ClientReport] = []
  /// How many reports there were when the last command began.
  private(set) var lastCommand = 0

  init(_ reached: ReachedBroker, server: FieldTable, waiting: Memory, bell: Bell) async {
    client = reached.client
    management = reached.management
    place = BrokerPlace(
      reached.client.uri, server: server, hasManagement: reached.management != nil)
    self.waiting = waiting
    self.bell = bell
    let notices = await reached.client.notices(of: nil)
    follower = Task.detached { for await _ in notices { bell.ring() } }
  }

  /// How many reports there have been.
  var reportCount: Int { forgottenCount + history.count }

  /// Those after so many.
  func history(since count: Int) -> ArraySlice<ClientReport> {
    history[min(max(0, count - forgottenCount), history.count)...]
  }

  mutating func beginCommand() { lastCommand = reportCount }

  /// Takes note of what clients did and learned; without what only the shell's looking caused.
  mutating func note(_ reports: [ClientReport]) -> [ClientReport] {
    let own = reports.filter { $0.client != Self.lookout }
    for report in own { ledger.read(report) }
    history += own
    if history.count > 2 * Self.longestHistory {
      forgottenCount += history.count - Self.longestHistory
      history.removeFirst(history.count - Self.longestHistory)
    }
    return own
  }
}
