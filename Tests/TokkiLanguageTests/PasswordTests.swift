import Testing
import TokkiLanguage

@Suite("Passwords in lines are hidden")
struct PasswordTests {
  @Test("in URIs, behind the option, and where only a slip keeps them from being that")
  func hidden() {
    let table = [
      ("connect amqp://u:s3cret@host/", "connect amqp://u:***@host/"),
      ("connect amqp:/u:s3cret@host", "connect amqp:/u:***@host"),
      ("connect u:s3cret@host:5672", "connect u:***@host:5672"),
      ("open connection c --user u --password s3cret", "open connection c --user u --password ***"),
      ("open connection c --passwrd s3cret --user u", "open connection c --passwrd *** --user u"),
      ("open connection c --pass=s3cret", "open connection c --pass=***"),
      ("open connection c -password \"s3 cret\"", "open connection c -password ***"),
      ("open connection c --pw s3cret", "open connection c --pw ***"),
    ]
    for (line, hidden) in table { #expect(withoutPasswords(line) == hidden) }
  }

  @Test("Other lines stay as they are")
  func others() {
    let lines = [
      "declare queue --passive q", "publish \"\" q \"write to a:b@c\"", "call \"\" q a:b@c",
      "expect delivered body a:b@c", "publish \"\" q x --priority 3", "show - x",
    ]
    for line in lines { #expect(withoutPasswords(line) == line) }
  }
}
