import ArgumentParser
import TokkiLanguage
import TokkiREPL
import TokkiShell
import TokkiSimulation

struct VerifySubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run transcripts again and compare their answers.",
    discussion: """
      Each transcript names the seed and the profile that it is run with; --seed and --profile \
      stand above that. With --broker its commands are run on that broker as well, and what it \
      does is held against the simulator: see `tokki help compare`.
      """)

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  @Flag(help: "Rewrite the answers that differ.")
  var accept = false

  @Argument(help: "Transcripts, or folders of them (*.md).")
  var paths: [String]

  func run() throws {
    let settings = settings.over(parent.settings)
    let session = try settings.session()
    let language = session.settings.language
    var status = ExitStatus.success
    var scripts: [ComparedScript] = []
    for path in paths {
      do throws(TextFile.Unreadable) {
        let place = TextFile(path: path, language: language)
        let files = try place.files(ending: ".md")
        if files.isEmpty {
          throw place.unreadable("no transcript in it", "트랜스크립트가 없습니다")
        }
        for file in files {
          let own = try verify(file, settings, language)
          status = status.worse(own)
          guard settings.broker != nil, own != .notUnderstood else { continue }
          scripts += (try? ComparedScript.transcript(file)).map { [$0] } ?? []
        }
      } catch {
        TextOutput.complaints.write(error.complaint)
        status = status.worse(.notUnderstood)
      }
    }
    if let broker = session.settings.broker, !scripts.isEmpty {
      let comparison = BrokerComparison(
        with: broker, finder: NetworkFinder(isStepped: true), profile: settings.profile?.profile,
        seed: session.settings.seed)
      status = status.worse(ScriptComparison(with: comparison, session).run(scripts))
    }
    throw ExitCode(status.rawValue)
  }

  private func verify(
    _ file: TextFile, _ settings: SettingArguments, _ language: Language
  ) throws(TextFile.Unreadable) -> ExitStatus {
    let text = try file.text()
    let result = wait { await Self.verification(of: text, fileName: file.path, settings) }
    switch result {
    case .success(let verification):
      report(verification, isJSON: settings.json, language)
      if !verification.isPassed, accept { try file.write(verification.accepted) }
      return verification.isPassed || accept ? .success : .checkFailed
    case .failure(let error):
      TextOutput.complaints.write(error.text(in: language) + "\n")
      return .notUnderstood
    case nil: return .internalFault
    }
  }

  private static func verification(
    of text: String, fileName: String, _ settings: SettingArguments
  ) async -> Result<Verification, TranscriptError> {
    do throws(TranscriptError) {
      var transcript = try Transcript(text, fileName: fileName)
      transcript.seed = settings.seed ?? transcript.seed
      transcript.profile = settings.profile?.profile ?? transcript.profile
      let shell = Shell(
        simulator: Simulation(profile: transcript.profile, seed: transcript.seed),
        configuration: Shell.Configuration(
          language: settings.language ?? transcript.language, profile: transcript.profile,
          seed: transcript.seed))
      return .success(
        try await TranscriptVerifier.verify(transcript, text: text, fileName: fileName, on: shell))
    } catch {
      return .failure(error)
    }
  }

  private func report(_ verification: Verification, isJSON: Bool, _ language: Language) {
    let differing = verification.differingLines
    if isJSON {
      let members: [JSONValue.Member] = [
        .init("tokki", .integer(1)), .init("transcript", .string(verification.fileName)),
        .init("commands", .integer(Int64(verification.commandCount))),
        .init("differing", .array(differing.map { .integer(Int64($0)) })),
      ]
      TextOutput.results.write(JSONValue.object(members).text + "\n")
    } else {
      TextOutput.results.write(verification.text(in: language, isAccepted: accept))
    }
  }
}
