/// Where files stand.
enum LayoutRules {
  /// A module of more than 15 files has folders: this many files stand in one folder.
  static func crowdedFolders(_ paths: [String]) -> [Violation] {
    var folders: [String] = []
    var counts: [String: Int] = [:]
    for path in paths {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      if counts[folder] == nil { folders.append(folder) }
      counts[folder, default: 0] += 1
    }
    return folders.compactMap { folder in
      let count = counts[folder, default: 0]
      return count > 15 ? Violation(place: folder, rule: "\(count) files without folders") : nil
    }
  }

  /// The top level holds what its reader expects there. SwiftPM writes Package.resolved, which git
  /// ignores.
  static func strangers(_ names: [String]) -> [Violation] {
    let known = [
      "LICENSE", "Package.resolved", "Package.swift", "README.md", "Sources", "Tests", "lessons",
      "transcripts",
    ]
    return names.filter { !$0.hasPrefix(".") && !known.contains($0) }.map {
      Violation(place: $0, rule: "nothing that the top level holds")
    }
  }
}
