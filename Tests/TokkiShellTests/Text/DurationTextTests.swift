import Testing
import TokkiShell

@Suite("Times as people write them")
struct DurationTextTests {
  @Test(
    "Whole units, no zeros behind a point",
    arguments: [
      (0, "0s"), (1, "1ms"), (999, "999ms"), (1000, "1s"), (1500, "1.5s"), (1050, "1.05s"),
      (60_000, "1m"), (61_001, "1m 1.001s"), (3_600_000, "1h"), (3_661_000, "1h 1m 1s"),
      (-5, "-5ms"), (Int64.max, "2562047788015h 12m 55.807s"),
    ])
  func text(milliseconds: Int64, text: String) {
    #expect(DurationText.of(milliseconds: milliseconds) == text)
  }
}
