import Foundation
import Testing

@Suite("What the program says of itself and of the machine") struct DoctorTests {
  /// Nobody listens there.
  private let nowhere = ["--broker", "amqp://guest:guest@127.0.0.1:1"]

  @Test("doctor names what it found and what is missing, and nothing of it is a failure")
  func doctor() throws {
    let run = try Program.run(["doctor"] + nowhere, environment: ["LC_ALL": "C.UTF-8"])
    #expect(run.status == 0)
    #expect(run.complaints == "")
    let lines = run.results.split(separator: "\n").map(String.init)
    for line in [
      "The terminal", "  ✓ text                  UTF-8 (C.UTF-8)",
      "  · line editing          standard input is no terminal: lines run as a script",
      "  · RabbitMQ              the broker cannot be reached: 127.0.0.1:1: connection refused",
    ] {
      #expect(lines.contains(line), "\(run.results)")
    }
  }

  @Test("a state folder that cannot be is wrong, in both languages")
  func wrong() throws {
    let environment = ["XDG_STATE_HOME": "/dev/null"]
    let english = try Program.run(["doctor"] + nowhere, environment: environment)
    #expect(english.status == 1)
    let cure = "                          make it yours, or set XDG_STATE_HOME\n"
    #expect(
      english.results.contains(
        "  ✗ history               /dev/null/tokki/history cannot be written\n" + cure))
    let korean = try Program.run(
      ["doctor", "--language", "ko"] + nowhere, environment: environment)
    #expect(korean.status == 1)
    #expect(korean.results.contains("/dev/null/tokki/history에 쓸 수 없습니다"))
    #expect(korean.results.contains("브로커에 연결할 수 없습니다"))
  }

  @Test("with --json each finding is a line of its own")
  func json() throws {
    let run = try Program.run(["doctor", "--json"] + nowhere)
    let findings = try run.results.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
    let names = findings.compactMap { $0["found"] as? String }
    #expect(names.starts(with: ["lineEditing", "colour", "text", "history", "progress", "broker"]))
    for finding in findings {
      let state = try #require(finding["state"] as? String)
      #expect(["found", "missing", "wrong"].contains(state))
      #expect((finding["detail"] as? String)?.isEmpty == false)
    }
  }

  @Test("the manual page has every subcommand and every command, and no stray request")
  func manual() throws {
    let page = try Program.run(["manual"])
    #expect(page.status == 0)
    let lines = page.results.split(separator: "\n").map(String.init)
    #expect(lines.first == #".TH TOKKI 1 "" "Tokki" "User commands""#)
    let requests = [".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi"]
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
    }
    for name in ["lesson", "run", "serve", "verify", "doctor", "manual"] {
      #expect(lines.contains(".SS \(name)"))
    }
    for command in ["publish", "declare queue", "kill", "hint"] {
      #expect(lines.contains(#"\fB\#(command)\fR"#))
    }
  }

  @Test("shells get completions", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let script = try Program.run(["--generate-completion-script", shell])
    #expect(script.status == 0)
    #expect(script.results.contains("no-color"))
    #expect(script.results.contains("doctor"))
  }
}
