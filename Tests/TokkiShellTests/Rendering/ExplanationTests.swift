import Testing
import TokkiShell

@Suite("Why a message went where it went")
struct ExplanationTests {
  @Test("Topic: what each wildcard took, and where a pattern failed")
  func topic() async {
    let session = Session()
    await session.run(
      "declare exchange t topic", "declare queue a", "declare queue b", "bind queue a t *.orange.*",
      "bind queue b t lazy.#", "bind queue b t quick.orange.rabbit.x", "bind queue b t quick",
      "publish t quick.orange.rabbit hi")
    #expect(
      await session.run("explain") == """
        exchange t (topic), key quick.orange.rabbit
          ✓ *.orange.* → a             * took quick, * took rabbit
          ✗ lazy.# → b                 quick is not lazy
          ✗ quick.orange.rabbit.x → b  the key ends before x
          ✗ quick → b                  the pattern ends, the key goes on with orange
        → reached: a
        """)
  }

  @Test("Headers: each pair")
  func headers() async {
    let session = Session()
    await session.run(
      "declare exchange h headers", "declare queue a",
      "bind queue a h --match all --header format=pdf --header pages=3")
    #expect(
      await session.run("explain publish h \"\" --header format=pdf --header pages=4") == """
        exchange h (headers), key ""
          ✗ format=pdf pages=3 → a  all: format = pdf, pages is 4, not 3
        ✗ no queue reached
        """)
  }

  @Test("Explaining a supposed publish changes nothing")
  func free() async {
    let session = Session()
    await session.run("declare queue q")
    let before = await session.simulation.snapshot()
    await session.run("explain publish \"\" q")
    #expect(await session.simulation.snapshot() == before)
  }
}
