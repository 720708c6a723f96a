/// Outcomes as JSON, one line each.
public enum OutcomeJSON {
  public static func text(_ outcome: Outcome) -> String {
    JSONValue.object([.init("tokki", 1), .init("line", .string(outcome.line))]).text
  }
}
