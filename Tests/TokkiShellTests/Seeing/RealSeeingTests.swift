import Testing
import TokkiLanguage
import TokkiShell

@Suite("Looking at a run on a real broker")
struct RealSeeingTests {
  @Test("A message's way is not told; what can be seen instead is named")
  func trace() async {
    let session = await RealSession()
    expectText(
      await session.run("trace"),
      """
      ✗ only the simulated broker can do that; this is a real one
        A real broker does not tell a message's way. `timeline` shows what this run's clients got, \
      `sequence` the methods that they exchanged with it.
      """)
    #expect(await session.run("list messages") == (await session.run("trace 1")))
  }

  @Test("The timeline holds what this run's clients got, and says that it is no more")
  func timeline() async {
    let session = await RealSession()
    await session.run(
      "declare queue q", "publish \"\" q one", "publish \"\" q two", "get q", "ack", "get q",
      "nack")
    let text = await session.run("timeline")
    #expect(text.contains("\"one\"✓") || text.contains("one"), "\(text)")
    #expect(text.contains("↺ you gave \"two\" back to q"), "\(text)")
    #expect(text.contains("(what this run's clients saw:"), "\(text)")
  }

  @Test("The sequence is as on the simulation")
  func sequence() async {
    let session = await RealSession()
    await session.run("declare queue q", "publish \"\" q one")
    let text = await session.run("sequence")
    #expect(text.contains("queue.declare queue=q"), "\(text)")
    #expect(text.contains("basic.publish routing-key=q \"one\""), "\(text)")
    #expect(!text.contains("channel.flow"), "\(text)")
  }
}
