import Foundation
import Testing
import TokkiShell

@Suite("The files in transcripts/")
struct TranscriptFileTests {
  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("transcripts")
  }

  private static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
  }

  @Test("Each says what the broker answers today")
  func verify() async throws {
    let names = try Self.names()
    #expect(names.count >= 15)
    for name in names {
      let file = Self.folder.appendingPathComponent(name)
      let text = try String(contentsOf: file, encoding: .utf8)
      do throws(TranscriptError) {
        let result = try await TranscriptVerifier.verify(text: text, fileName: name)
        #expect(result.isPassed, "\(result.diff)")
        #expect(result.commandCount > 0)
      } catch {
        Issue.record("\(error.text(in: .english))")
      }
    }
  }
}
