import TokkiShell

/// Six tasks, the odd ones heavy and the even ones light, for two workers.
enum SixTasks {
  static func lines(prefetch: Int?) -> [String] {
    let limit = prefetch.map { " --prefetch \($0)" } ?? ""
    return ["declare queue tasks", "consume tasks as w1 --work dots\(limit)"]
      + ["consume tasks as w2 --work dots\(limit)"]
      + (0..<3).flatMap { _ in ["publish \"\" tasks heavy...", "publish \"\" tasks light."] }
  }
}
