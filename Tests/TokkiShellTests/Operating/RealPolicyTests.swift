import Testing
import TokkiShell

@Suite("On a real broker operators act by the management API")
struct RealPolicyTests {
  @Test("Policies are set, listed, refused and expected")
  func policies() async {
    let session = await RealSession(hasManagement: true)
    await session.run("declare queue orders")
    expectText(
      await session.run("set policy short ^orders --max-length 2"),
      """
      ✓ policy short set · ^orders · max-length=2
        in force for orders
      """)
    expectText(
      await session.run("list policies"),
      """
      Name   Kind  Pattern  Apply to  Priority  Definition
      ─────  ────  ───────  ────────  ────────  ────────────
      short  user  ^orders  all              0  max-length=2
      """)
    expectText(
      await session.run("expect queue orders policy short"),
      "✓ holds: queue orders policy short")
    expectText(
      await session.run("expect policy short priority 0"), "✓ holds: policy short priority 0")
    expectText(
      await session.run("set policy p ^q --arg max-lenght=5"),
      """
      ✗ Validation failed
        [{<<"max-lenght">>,5}] are not recognised policy settings
        A policy sets keys that the broker knows, and is refused as a whole \
      for one that it does not.
        Did you mean max-length?
        Try: help set policy
      """)
  }

  @Test("Without the management API a sentence says so")
  func withoutManagement() async {
    let session = await RealSession()
    let sentence = """
      ✗ that takes the broker's management API, which does not answer, or does not allow it
      """
    for line in ["set policy p ^q --max-length 2", "add user alice w", "list users"] {
      expectText(await session.run(line), sentence)
    }
  }
}
