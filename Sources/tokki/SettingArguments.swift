public import ArgumentParser
import FoundationEssentials
import TokkiBroker
public import TokkiLanguage
import TokkiREPL

/// What can be set for every subcommand, before or after its name.
struct SettingArguments: ParsableArguments {
  @Option(help: "What names made by the broker, and all else at random, come from.")
  var seed: UInt64?

  @Option(help: "The RabbitMQ that is simulated: 4.0 or 3.10.")
  var profile: ProfileName?

  @Flag(help: "One line of JSON for each outcome.")
  var json = false

  @Flag(name: .customLong("no-color"), help: "No colour, as with NO_COLOR in the environment.")
  var noColour = false

  @Option(help: "The language of answers and lessons: en or ko.")
  var language: Language?

  @Option(
    help: ArgumentHelp(
      "A real RabbitMQ instead of the simulation: amqp://user:password@host:port/vhost.",
      valueName: "uri"))
  var broker: BrokerArgument?

  /// These, and what they leave open from those before the subcommand's name.
  func over(_ outer: SettingArguments) -> SettingArguments {
    var merged = self
    merged.seed = seed ?? outer.seed
    merged.profile = profile ?? outer.profile
    merged.json = json || outer.json
    merged.noColour = noColour || outer.noColour
    merged.language = language ?? outer.language
    merged.broker = broker ?? outer.broker
    return merged
  }

  /// For what only the simulation can do.
  func refuseBroker(_ reason: String) throws {
    guard broker == nil else { throw ValidationError(reason) }
  }

  func session() throws -> ProgramSession {
    let environment = ProcessInfo.processInfo.environment
    let console = Console(environment: environment)
    let language = language ?? Language(environment: environment)
    return ProgramSession(
      settings: ProgramSession.Settings(
        seed: seed ?? 0, profile: profile?.profile ?? .rabbitMQ40, isJSON: json,
        hasColour: console.showsColour && !noColour, language: language,
        broker: try broker?.uri(in: language)),
      console: console, environment: environment)
  }
}

/// A profile as the command line names it.
enum ProfileName: String, ExpressibleByArgument, CaseIterable {
  case rabbitMQ40 = "4.0"
  case rabbitMQ310 = "3.10"

  var profile: Profile {
    switch self {
    case .rabbitMQ40: .rabbitMQ40
    case .rabbitMQ310: .rabbitMQ310
    }
  }
}

extension Language: ExpressibleByArgument {
  /// The user's, as the locale names it: Korean or, for everyone else, English.
  init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    let name = names.first { !$0.isEmpty } ?? ""
    self = name.hasPrefix("ko") ? .korean : .english
  }
}
