import Testing
import TokkiLanguage
import TokkiShell

@Suite("Users are let in, and refused, with a word about what to do")
struct AccessTests {
  @Test("Who is unknown, or has no permissions, is told of the command that helps")
  func comingIn() async {
    let session = Session()
    let lines = [
      "open connection c --user alice", "add user alice wonderland",
      "open connection c --user alice", "set permissions alice .* .* .*",
      "open connection c --user alice --password wrong", "open connection c --user alice",
    ]
    let answers = await session.screen(lines).split(separator: "> ").map(String.init)
    #expect(answers[0].contains("\n✗ 403 ACCESS_REFUSED - Login was refused"))
    #expect(answers[0].contains("\n  Try: add user alice PASSWORD\n"))
    #expect(answers[1].contains("\n  It may do nothing yet. Try: set permissions alice .* .* .*\n"))
    #expect(
      answers[2].contains("\n✗ 530 NOT_ALLOWED - access to vhost '/' refused for user 'alice'\n"))
    #expect(answers[2].contains("\n  Try: set permissions alice .* .* .* --vhost /\n"))
    #expect(answers[4].contains("\n✗ 403 ACCESS_REFUSED - Login was refused"))
    #expect(
      answers[4].contains("\n  Try: open connection c --user alice --password PASSWORD\n"))
    #expect(answers[5].hasSuffix("\n✓ c connected as alice to virtual host /\n"))
  }

  @Test("Users, permissions and limits are listed")
  func listings() async {
    let session = Session()
    await session.run(
      "add user alice w --tags monitoring,policymaker", "set permissions alice ^a \"\" .*",
      "set topic permissions alice amq.topic ^a .*", "set vhost limits --max-queues 5",
      "set user limits alice --max-channels -1")
    #expect(
      await session.screen([
        "list users", "list permissions", "list topic permissions", "list limits",
      ]) == """
        > list users
        Name   Tags
        ─────  ───────────────────────
        guest  administrator
        alice  monitoring, policymaker
        > list permissions
        User   Configure  Write    Read
        ─────  ─────────  ───────  ────
        guest  .*         .*       .*
        alice  ^a         nothing  .*
        > list topic permissions
        User   Exchange   Write  Read
        ─────  ─────────  ─────  ────
        alice  amq.topic  ^a     .*
        > list limits
        Of     Name   Limit            Value
        ─────  ─────  ────────────  ────────
        vhost  /      max-queues           5
        user   alice  max-channels  no limit

        """)
  }

  @Test("A user who is there is not added, and one who is not there not changed")
  func refusals() async {
    let session = Session()
    await session.run("add user alice w")
    #expect(
      await session.screen([
        "add user alice v", "set permissions alic .* .* .*", "set permissions alice ( .* .*",
      ]) == """
        > add user alice v
        ✗ user alice is there already
          Try: change password alice PASSWORD
        > set permissions alic .* .* .*
        ✗ User alic does not exist
          There is no user alic.
          Did you mean alice?
          Try: add user alic PASSWORD
        > set permissions alice ( .* .*
        ✗ invalid_regexp: missing ) at 1 in (
          A pattern is a regular expression.
          Try: help set permissions

        """)
  }

  @Test("A user and its tags are one step")
  func undoing() async {
    let session = Session()
    await session.run("add user alice w --tags monitoring", "undo")
    #expect(await session.run("expect user alice absent") == "✓ holds: user alice absent")
    await session.run("redo")
    #expect(await session.run("expect user alice tag monitoring").hasPrefix("✓ holds"))
  }

  @Test("No password is in an outcome, as text or as JSON, nor in what undo says")
  func passwords() async {
    for isJSON in [false, true] {
      let session = Session(isJSON: isJSON)
      let screen = await session.screen([
        "add user alice h", "change password alice h", "open connection c --user alice",
      ])
      #expect(!screen.replacing("> add user alice h", with: "").contains("alice h\""))
      await session.run("change password alice hush-hush")
      let undone = await session.run("undo")
      #expect(undone.contains("change password alice ***"), "\(undone)")
      #expect(!undone.contains("hush"))
    }
  }

  @Test("In Korean")
  func korean() async {
    let session = Session(language: .korean)
    #expect(
      await session.screen(["add user alice w", "set permissions alice .* .* \"\""]) == """
        > add user alice w
        ✓ alice 사용자를 추가했습니다
          아직 아무 권한이 없습니다. 다음을 입력해 보세요: set permissions alice .* .* .*
        > set permissions alice .* .* ""
        ✓ alice 사용자의 권한을 설정했습니다 · configure .* · write .* · read 없음

        """)
  }
}
