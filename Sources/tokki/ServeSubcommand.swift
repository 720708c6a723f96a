import ArgumentParser
import TokkiNIO
import TokkiREPL
import TokkiShell

struct ServeSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the simulated broker on TCP, for any AMQP 0-9-1 client.",
    discussion: """
      At a terminal, a prompt stands beside it that can look at, explain and interfere with what \
      the clients do. Time is real, and what clients have seen cannot be undone.
      """)

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  @Option(help: "The address to listen at; 0.0.0.0 lets clients of other machines in.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen at; 0 takes a free one.")
  var port: UInt16 = 5672

  @Option(
    help: ArgumentHelp(
      "A user besides guest, who may only come from this machine.", valueName: "name:password"))
  var user: [String] = []

  @Flag(help: "Show each AMQP method as it passes.")
  var log = false

  @Option(help: "How many MiB messages may take before publishers are blocked.")
  var memory = 256

  func validate() throws {
    guard (1...1_048_576).contains(memory) else {
      throw ValidationError("--memory takes 1 to 1048576 MiB.")
    }
    for user in user where user.split(separator: ":", maxSplits: 1).count != 2 {
      throw ValidationError("--user is a name and a password: --user alice:secret")
    }
  }

  func run() throws {
    let settings = settings.over(parent.settings)
    try settings.refuseBroker("It is the simulated broker that is served; leave --broker out.")
    let session = try settings.session()
    var configuration = ServerConfiguration()
    configuration.host = host
    configuration.port = Int(port)
    configuration.profile = session.settings.profile
    configuration.seed = session.settings.seed
    configuration.memoryLimit = memory * 1_048_576
    for user in user {
      let parts = user.split(separator: ":", maxSplits: 1).map(String.init)
      configuration.passwords[parts[0]] = parts[1]
    }
    let service = ServiceSession(session: session, configuration: configuration, shows: log)
    throw ExitCode(service.run().rawValue)
  }
}
