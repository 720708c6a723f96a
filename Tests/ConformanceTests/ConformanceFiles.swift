import Foundation
import MethodJSON

/// The files next to these sources.
enum ConformanceFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func read(_ path: String) throws -> JSON {
    try JSONReader.read(Array(Data(contentsOf: folder.appending(path: path))))
  }

  /// The names of the scenario files, without `.json`, in alphabetical order.
  static func concepts() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Scenarios").path(percentEncoded: false)
    )
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }
}
