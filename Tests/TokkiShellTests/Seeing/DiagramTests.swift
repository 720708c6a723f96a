import Testing
import TokkiLanguage
import TokkiShell

@Suite("The topology for programs that draw")
struct DiagramTests {
  private static let lines = [
    "declare exchange dlx fanout", "declare exchange rest fanout",
    "declare exchange logs topic --alternate-exchange rest", "declare queue 주문",
    "declare queue tasks --dead-letter-exchange dlx --dead-letter-routing-key k",
    "bind queue 주문 logs \"*.error\"", "bind queue tasks logs a_b.c", "bind exchange logs dlx",
    "declare queue alone", "declare exchange h headers",
    "bind queue alone h --match all --arg a=1", "consume tasks as w1 --prefetch 3",
    "consume tasks as w2 --auto-ack", "publish logs x.error hello",
  ]

  @Test("As a flowchart of Mermaid's")
  func mermaid() async {
    #expect(
      await Session().run(Self.lines + ["show --mermaid"]) == """
        flowchart LR
          x0{{"dlx<br/>fanout"}}
          x1{{"rest<br/>fanout"}}
          x2{{"logs<br/>topic"}}
          x3{{"h<br/>headers"}}
          q0[("주문<br/>1 ready#44; 0 unacked")]
          q1[("tasks<br/>0 ready#44; 0 unacked")]
          q2[("alone<br/>0 ready#44; 0 unacked")]
          c7(["w1<br/>prefetch 3"])
          c8(["w2<br/>auto ack"])
          x2 -->|"#42;#46;error"| q0
          x2 -->|"a_b.c"| q1
          x0 --> x2
          x3 -->|"a=1 x-match=all"| q2
          x2 -.->|"unroutable"| x1
          q1 --> c7
          q1 --> c8
          q1 -.->|"dead letters k"| x0
        """)
  }

  @Test("As a graph of Graphviz's")
  func dot() async {
    #expect(
      await Session().run(Self.lines + ["show --dot"]) == """
        digraph topology {
          rankdir=LR;
          node [fontname="sans-serif"];
          edge [fontname="sans-serif"];
          x0 [shape=hexagon, label="dlx\\nfanout"];
          x1 [shape=hexagon, label="rest\\nfanout"];
          x2 [shape=hexagon, label="logs\\ntopic"];
          x3 [shape=hexagon, label="h\\nheaders"];
          q0 [shape=cylinder, label="주문\\n1 ready, 0 unacked"];
          q1 [shape=cylinder, label="tasks\\n0 ready, 0 unacked"];
          q2 [shape=cylinder, label="alone\\n0 ready, 0 unacked"];
          c7 [shape=box, style=rounded, label="w1\\nprefetch 3"];
          c8 [shape=box, style=rounded, label="w2\\nauto ack"];
          x2 -> q0 [label="*.error"];
          x2 -> q1 [label="a_b.c"];
          x0 -> x2 [label=""];
          x3 -> q2 [label="a=1 x-match=all"];
          x2 -> x1 [style=dashed, label="unroutable"];
          q1 -> c7 [label=""];
          q1 -> c8 [label=""];
          q1 -> x0 [style=dashed, label="dead letters k"];
        }
        """)
  }

  @Test("An empty broker is an empty graph")
  func empty() async {
    #expect(await Session().run("show --mermaid") == "flowchart LR\n  %% Nothing here yet.")
    #expect(
      await Session(language: .korean).run("show --dot") == """
        digraph topology {
          rankdir=LR;
          node [fontname="sans-serif"];
          edge [fontname="sans-serif"];
          // 아직 아무것도 없습니다.
        }
        """)
  }

  @Test("Dead letters to the default exchange go to the queue of that name, where there is one")
  func deadLettersByName() async {
    let lines = [
      "declare queue retry",
      "declare queue work --dead-letter-exchange \"\" --dead-letter-routing-key retry",
      "declare queue lost --dead-letter-exchange \"\" --dead-letter-routing-key nowhere",
      "declare queue loop --dead-letter-exchange \"\"",
    ]
    #expect(
      await Session().run(lines + ["show --mermaid"]) == """
        flowchart LR
          q0[("retry<br/>0 ready#44; 0 unacked")]
          q1[("work<br/>0 ready#44; 0 unacked")]
          q2[("lost<br/>0 ready#44; 0 unacked")]
          q3[("loop<br/>0 ready#44; 0 unacked")]
          x0{{"default exchange"}}
          x0 -.->|"retry"| q0
          x0 -.->|"work"| q1
          x0 -.->|"lost"| q2
          x0 -.->|"loop"| q3
          q1 -.->|"dead letters"| q0
          q2 -.->|"dead letters nowhere"| x0
          q3 -.->|"dead letters"| x0
        """)
    let dot = await Session(language: .korean).run(lines + ["show --dot"])
    #expect(dot.contains("  q1 -> q0 [style=dashed, label=\"데드 레터\"];\n"))
    #expect(
      await Session().run(lines + ["show"]) == """
        (by name) ─┬──▶ retry  0 ready
                   ├──▶ work   0 ready
                   │      ╌╌ dead letters ╌▶ default exchange · key retry
                   ├──▶ lost   0 ready
                   │      ╌╌ dead letters ╌▶ default exchange · key nowhere
                   └──▶ loop   0 ready
                          ╌╌ dead letters ╌▶ default exchange · key unchanged
        """)
    let korean = await Session(language: .korean).run(lines + ["show"])
    #expect(korean.contains("╌╌ 데드 레터 ╌▶ 기본 익스체인지 · 키 retry\n"))
    #expect(korean.hasSuffix("╌╌ 데드 레터 ╌▶ 기본 익스체인지 · 키 그대로"))
  }

  /// Names that mean something to one of the programs, or to a terminal.
  private static let names = [
    #"a\"b"#, #"back\\slash"#, "[x]", "{y}", "(z)", "<b>&amp;</b>", "#35;", "a;b", "%%{init}%%",
    "`code`", "1. one", "- two", "|pipe|", "end", "한글 큐", #"line\nend"#, #"\u{1B}[31mred"#,
    "subgraph", #"\\N"#, "-->",
  ]

  @Test("Whatever a name holds, each line is one of the grammar's", arguments: names)
  func anyName(name: String) async throws {
    let session = Session()
    await session.run(
      "declare exchange \"\(name)\" topic", "declare queue \"\(name)\"",
      "bind queue \"\(name)\" \"\(name)\" \"\(name)\"", "consume \"\(name)\" as \"\(name)\"")
    for line in await session.run("show --mermaid").split(separator: "\n").dropFirst() {
      #expect(Self.isMermaid(line), "\(line)")
    }
    for line in await session.run("sequence --mermaid").split(separator: "\n").dropFirst() {
      #expect(Self.isSequence(line), "\(line)")
    }
    for line in await session.run("show --dot").split(separator: "\n").dropFirst(4).dropLast() {
      #expect(Self.isDot(line), "\(line)")
    }
  }

  /// A label: letters, digits, spaces, the four signs within a word, numbers of characters, and
  /// line ends.
  private static let label = #""([\p{L}\p{M}0-9 ]|[._\-=/]|#[0-9]+;|<br/>)+""#

  private static func isMermaid(_ line: Substring) -> Bool {
    let node = #"  (x[0-9]+\{\{\#(label)\}\}|q[0-9]+\[\(\#(label)\)\]|c[0-9]+\(\[\#(label)\]\))"#
    let edge = #"  [xqc][0-9]+ (-->|-\.->)(\|\#(label)\|)? [xqc][0-9]+"#
    return line.matches(node) || line.matches(edge)
  }

  private static func isSequence(_ line: Substring) -> Bool {
    let text = label.dropFirst().dropLast()
    return line.matches(#"  participant (c[0-9]+|b) as \#(text)"#)
      || line.matches(#"  (c[0-9]+->>b|b-->>c[0-9]+|Note over c[0-9]+(,b)?): \#(text)"#)
  }

  private static func isDot(_ line: Substring) -> Bool {
    // In quotation marks: no bare mark, no bare backslash, no control character.
    let label = #""([^"\\\p{C}]|\\\\|\\"|\\n)*""#
    return line.matches(#"  [xqc][0-9]+ \[shape=[a-z]+(, style=rounded)?, label=\#(label)\];"#)
      || line.matches(#"  [xqc][0-9]+ -> [xqc][0-9]+ \[(style=[a-z]+, )?label=\#(label)\];"#)
  }

  @Test("As JSON: the text of the diagram")
  func json() async {
    #expect(
      await Session(isJSON: true).run("show --mermaid") == """
        {"tokki":1,"line":"show --mermaid","status":"done","at":0,"parts":[{"part":"diagram",\
        "format":"mermaid","text":"flowchart LR\\n  %% Nothing here yet.\\n"}]}
        """)
  }
}

extension Substring {
  fileprivate func matches(_ pattern: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return false }
    return wholeMatch(of: regex) != nil
  }
}
