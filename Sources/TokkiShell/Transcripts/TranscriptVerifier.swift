import TokkiSimulation

/// What came of running a transcript again.
public struct Verification: Hashable, Sendable {
  public var fileName: String
  /// How many typed commands were run.
  public var commandCount: Int
  /// The lines (from 1) of the commands whose answers differ.
  public var differingLines: [Int]
  /// The file with the answers that differ rewritten; wildcards that still match are kept. The
  /// very text of the file where nothing differs.
  public var accepted: String
  /// From the file to what it would have to be, in the unified format; empty where nothing differs.
  public var diff: String

  public var isPassed: Bool { differingLines.isEmpty }
}

/// Runs transcripts again and compares.
public enum TranscriptVerifier {
  /// Runs a transcript on a new simulated broker with the seed and profile of its header.
  ///
  /// - Throws: `TranscriptError` where the file cannot be understood or run.
  public static func verify(
    text: String, fileName: String
  ) async throws(TranscriptError) -> Verification {
    let transcript = try Transcript(text, fileName: fileName)
    let shell = Shell(
      simulator: Simulation(profile: transcript.profile, seed: transcript.seed),
      configuration: Shell.Configuration(
        language: transcript.language, profile: transcript.profile, seed: transcript.seed))
    return try await verify(transcript, text: text, fileName: fileName, on: shell)
  }

  /// Runs a transcript on that shell, which may be one on a real broker.
  public static func verify(
    _ transcript: Transcript, text: String, fileName: String, on shell: Shell
  ) async throws(TranscriptError) -> Verification {
    var run = TranscriptRun(fileName: fileName, shell: shell)
    for step in transcript.steps { try await run.perform(step) }
    guard !run.replacements.isEmpty else {
      return Verification(
        fileName: fileName, commandCount: run.commandCount, differingLines: [], accepted: text,
        diff: "")
    }
    var lines = transcript.lines
    for replacement in run.replacements.reversed() {
      lines.replaceSubrange(replacement.range, with: replacement.lines)
    }
    let accepted = lines.joined(separator: text.contains("\r\n") ? "\r\n" : "\n")
    return Verification(
      fileName: fileName, commandCount: run.commandCount,
      differingLines: run.replacements.map(\.command), accepted: accepted,
      diff: UnifiedDiff.of(
        text, accepted, oldName: fileName, newName: "\(fileName) (as it is now)"))
  }
}
