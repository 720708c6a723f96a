import ArgumentParser
import TokkiLanguage
import TokkiREPL
import TokkiShell

/// A transcript that the user named, made ready to be shown.
struct DemoFile {
  let demo: Demo
  let path: String

  /// Runs the transcript; Ctrl-C gives that up.
  ///
  /// - Throws: the exit status where it cannot be shown, which is told on standard error.
  init(path: String, _ settings: SettingArguments, language: Language) throws {
    let text: String
    do throws(TextFile.Unreadable) {
      text = try TextFile(path: path, language: language).text()
    } catch {
      TextOutput.complaints.write(error.complaint)
      throw ExitCode(ExitStatus.notUnderstood.rawValue)
    }
    let (seed, profile) = (settings.seed, settings.profile?.profile)
    let wanted = settings.language
    let (result, signal) = CancellableWork.run { () async -> Result<Demo, TranscriptError> in
      do throws(TranscriptError) {
        var transcript = try Transcript(text, fileName: path)
        transcript.seed = seed ?? transcript.seed
        transcript.profile = profile ?? transcript.profile
        return .success(try await Demo(transcript, fileName: path, language: wanted))
      } catch {
        return .failure(error)
      }
    }
    if let signal { throw ExitCode(signal.rawValue) }
    switch result {
    case .success(let demo): (self.demo, self.path) = (demo, path)
    case .failure(let error):
      TextOutput.complaints.write(error.text(in: language) + "\n")
      throw ExitCode(ExitStatus.notUnderstood.rawValue)
    case nil: throw ExitCode(ExitStatus.internalFault.rawValue)
    }
  }
}
