import Testing
import TokkiLanguage
import TokkiShell

@Suite("A policy tells what it is in force for, and what has become of it")
struct PolicyTests {
  private static let queues = [
    "declare queue orders.new", "declare queue orders.old", "declare queue bills",
    "declare exchange orders fanout",
  ]

  @Test("Set, replaced and cleared")
  func telling() async {
    let session = Session()
    await session.run(Self.queues)
    #expect(
      await session.screen([
        "set policy short ^orders --max-length 2 --apply-to queues",
        "set policy short ^orders\\. --max-length 3 --priority 1",
        "set policy other ^nothing --max-length 3", "clear policy short", "clear policy shrt",
      ]) == """
        > set policy short ^orders --max-length 2 --apply-to queues
        ✓ policy short set · ^orders · max-length=2 · for queues
          in force for orders.new, orders.old
        > set policy short ^orders\\. --max-length 3 --priority 1
        ✓ policy short replaced · ^orders\\. · max-length=3 · priority 1
          in force for orders.new, orders.old
        > set policy other ^nothing --max-length 3
        ✓ policy other set · ^nothing · max-length=3
          in force for nothing yet; it will be for what is declared and matches
        > clear policy short
        ✓ policy short cleared
          no policy for orders.new, orders.old any longer
        > clear policy shrt
        ✗ Not Found
          There is no policy shrt.
          Try: list policies

        """)
  }

  @Test("What no longer fits is dropped, and told")
  func dropping() async {
    let session = Session()
    await session.run(Self.queues)
    await session.run("publish \"\" orders.new a", "publish \"\" orders.new b")
    let text = await session.run("set policy short new$ --max-length 1")
    #expect(
      text == """
        ✓ policy short set · new$ · max-length=1
          in force for orders.new
          ✗ orders.new: "a" pushed out of the full queue, lost
        """)
  }

  @Test("Of two the one with the higher priority counts, and an operator's beside it")
  func several() async {
    let session = Session()
    await session.run(Self.queues)
    await session.run("set policy low ^orders\\. --max-length 5")
    #expect(
      await session.screen([
        "set policy high ^orders\\.new --max-length 9 --priority 1",
        "set operator policy cap ^orders\\. --max-length 7", "clear policy high",
        "list policies", "list queues",
      ]) == """
        > set policy high ^orders\\.new --max-length 9 --priority 1
        ✓ policy high set · ^orders\\.new · max-length=9 · priority 1
          in force for orders.new
        > set operator policy cap ^orders\\. --max-length 7
        ✓ operator policy cap set · ^orders\\. · max-length=7
          in force for orders.new · together with policy high · max-length=7
          in force for orders.old · together with policy low · max-length=5
        > clear policy high
        ✓ policy high cleared
          policy low is in force for orders.new now
        > list policies
        Name  Kind      Pattern    Apply to  Priority  Definition
        ────  ────────  ─────────  ────────  ────────  ────────────
        low   user      ^orders\\.  all              0  max-length=5
        cap   operator  ^orders\\.  all              0  max-length=7
        > list queues
        Name        Type     Featur…  Policy  Op. pol…  Ready  Unacked  Total  Consumers
        ──────────  ───────  ───────  ──────  ────────  ─────  ───────  ─────  ─────────
        orders.new  classic           low     cap           0        0      0          0
        orders.old  classic           low     cap           0        0      0          0
        bills       classic                                 0        0      0          0

        """)
  }

  @Test("A refusal has the broker's own words, the rule and a way on")
  func refusals() async {
    let session = Session()
    #expect(
      await session.screen([
        "set policy p ^q --arg max-lenght=5", "set policy p ^q --arg max-length=abc",
        "set policy p \"(q\" --max-length 5", "clear policy p --vhost stagin",
      ]) == """
        > set policy p ^q --arg max-lenght=5
        ✗ Validation failed
          [{<<"max-lenght">>,5}] are not recognised policy settings
          A policy sets keys that the broker knows, and is refused as a whole \
        for one that it does not.
          Did you mean max-length?
          Try: help set policy
        > set policy p ^q --arg max-length=abc
        ✗ Validation failed
          <<"abc">> is not a valid maximum length
          The broker checks a policy's values and its scope, and takes all of it or nothing.
          Try: help set policy
        > set policy p "(q" --max-length 5
        ✗ Validation failed
          pattern should be regular expression but is invalid: {"missing )",2}
          A pattern is a regular expression.
          Try: help set policy
        > clear policy p --vhost stagin
        ✗ vhost_not_found
          There is no virtual host stagin.
          Try: add vhost stagin

        """)
    #expect(await session.run("list policies") == "no policies")
  }

  @Test("Undo takes it back with what it dropped, redo does it again")
  func undoing() async {
    let session = Session()
    await session.run(Self.queues)
    await session.run("publish \"\" bills a", "set policy none bills --max-length 0")
    #expect(await session.run("expect queue bills ready 0 policy none").hasPrefix("✓ holds"))
    await session.run("undo")
    #expect(await session.run("expect queue bills ready 1 policy \"\"").hasPrefix("✓ holds"))
    #expect(await session.run("redo") == "✓ done again: set policy none bills --max-length 0")
    #expect(
      await session.run("expect queue bills ready 0 definition max-length=0").hasPrefix("✓ holds"))
  }

  @Test("Expectations of policies")
  func expectations() async {
    let session = Session()
    await session.run(Self.queues)
    await session.run(
      "set policy low ^orders --max-length 5 --priority 3",
      "set operator policy cap ^orders --max-length 4")
    let claims = [
      "queue orders.new policy low operator-policy cap definition max-length=4",
      "exchange orders policy low", "queue bills policy \"\"", "queue bills not policy low",
      "policy low pattern ^orders priority 3 apply-to all definition max-length=5",
      "operator-policy cap exists", "policy cap absent",
    ]
    for claim in claims {
      #expect(await session.run("expect \(claim)").hasPrefix("✓ holds"), "\(claim)")
    }
    #expect(
      await session.run("expect queue bills policy low")
        == "✗ does not hold: queue bills policy low\n  → policy: \"\"")
  }

  @Test("In Korean")
  func korean() async {
    let session = Session(language: .korean)
    await session.run(Self.queues)
    #expect(
      await session.run("set policy short ^bills --max-length 2") == """
        ✓ short 정책을 설정했습니다 · ^bills · max-length=2
          적용됨: bills
        """)
  }

  @Test("As JSON")
  func json() async {
    let session = Session(isJSON: true)
    await session.run("declare queue q")
    let text = await session.run("set policy p ^q --max-length 2")
    #expect(
      text.hasSuffix(
        """
        {"part":"policySet","policy":{"name":"p","kind":"user","pattern":"^q","applyTo":"all",\
        "priority":0,"definition":{"max-length":2}},"virtualHost":"/","wasThere":false,\
        "governed":[{"kind":"queue","name":"q","before":{},"after":{"policy":"p"},\
        "definition":{"max-length":2}}]}]}
        """))
  }

  @Test("Tab knows the policies that there are")
  func names() async {
    let session = Session()
    await session.run("set policy short ^q --max-length 2")
    await session.run("set operator policy cap ^q --max-length 2")
    let names = await session.shell.names()
    #expect(names.names(for: .policy) == ["short"])
    #expect(names.names(for: .operatorPolicy) == ["cap"])
  }
}
