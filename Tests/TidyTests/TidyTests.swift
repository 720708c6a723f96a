import Testing

/// DESIGN's rules that a machine can check, each on this package and on a planted violation.
@Suite("Tidiness") struct TidyTests {
  static let sources = SourceTree.swiftFiles
  static let products = sources.filter { !$0.isTest }

  static func all(_ rule: (SwiftSource) -> [Violation], in sources: [SwiftSource]) -> [Violation] {
    sources.flatMap(rule)
  }

  /// The lines of a planted file at which a rule is broken.
  static func lines(
    _ rule: (SwiftSource) -> [Violation], in text: String,
    path: String = "Sources/TokkiBroker/Planted.swift"
  ) -> [String] {
    rule(SwiftSource(path: path, text: text)).map {
      String($0.place.drop { $0 != ":" }.dropFirst())
    }
  }

  @Test("the sources are found")
  func found() {
    #expect(Self.products.count > 20)
    #expect(Self.sources.contains { $0.isTest })
    #expect(SourceTree.topLevel.contains("Package.swift"))
  }

  @Test("comments and literals are no code, interpolations are")
  func code() {
    let source = SwiftSource(
      path: "Sources/A/B.swift",
      text: #"""
        a /* x /* y */ z */ "b\"c" // d
        """
        e
        """ + "f\(g("h") + i)j" + #"k\(l)"# #if
        """ + m
        """#)
    #expect(
      source.tokens.map(\.text) == [
        "a", "\"", "\"", "\"", "\"", "\"", "\"", "\"", "\"", "+", "\"", "(", "g", "(", "\"", "\"",
        ")", "+", "i",
        ")", "\"", "+", "#", "\"", "\"", "#", "#", "if", "\"", "\"", "\"",
      ])
  }
}

/// How long things are.
extension TidyTests {
  @Test("a file stays under 400 lines")
  func files() {
    #expect(Self.all(\.tooManyLines, in: Self.sources) == [])
    let line = "let a = 1\n"
    #expect(Self.lines(\.tooManyLines, in: String(repeating: line, count: 400)) == ["400"])
    #expect(Self.lines(\.tooManyLines, in: String(repeating: line, count: 399)) == [])
  }

  @Test("a line stays within 100 columns")
  func columns() {
    #expect(Self.all(\.longLines, in: Self.sources) == [])
    let columns: (String, Int) -> String = { String(repeating: $0, count: $1) }
    #expect(Self.lines(\.longLines, in: "a\n" + columns("b", 101)) == ["2"])
    #expect(Self.lines(\.longLines, in: columns("가", 100)) == [])
  }

  @Test("a function stays under 70 lines")
  func functions() {
    #expect(Self.all(\.longFunctions, in: Self.sources) == [])
    let body = { String(repeating: "  print(1)\n", count: $0) }
    let signatures = [
      "func a() {\n", "func a<B>(b: B = { 1 }()) -> C where B: D {\n", "init?() {\n",
      "var a: Int {\n",
    ]
    for signature in signatures {
      #expect(Self.lines(\.longFunctions, in: "\n" + signature + body(68) + "}") == ["2"])
      #expect(Self.lines(\.longFunctions, in: "\n" + signature + body(67) + "}") == [])
    }
    let cases = { String(repeating: "  case .a(let b):\n" + $0, count: 40) }
    let table = { "func a() {\n  switch c {\n" + $0 + "  }\n}" }
    #expect(Self.lines(\.longFunctions, in: table(cases("    d(b)\n"))) == [])
    #expect(Self.lines(\.longFunctions, in: table(cases(body(5)))) == ["1"])
    #expect(
      Self.lines(\.longFunctions, in: "protocol A {\n func a()\n}\nstruct B {\n" + body(90) + "}")
        == [])
  }
}

/// What code says.
extension TidyTests {
  @Test("names say something, in the field's words")
  func names() {
    #expect(Self.all(\.bannedNames, in: Self.sources) == [])
    for name in [
      "StringUtils", "Helpers", "CommonQueue", "QueueManager", "Base", "BaseQueue", "Mailbox",
      "EventLog", "PendingAcks", "PublishOptions", "InFlight", "ErrorQueue",
    ] {
      for keyword in ["struct", "final class", "enum", "actor", "protocol", "typealias"] {
        #expect(Self.lines(\.bannedNames, in: "\n\(keyword) \(name) {") == ["2"])
      }
      #expect(Self.lines(\.bannedNames, in: "", path: "Sources/A/\(name).swift") == ["1"])
    }
    #expect(Self.lines(\.bannedNames, in: "struct Database { class func base() {} }") == [])
  }

  @Test("no module bears the name of a type in it")
  func modules() {
    #expect(Self.all(\.typesNamedAsModule, in: Self.products) == [])
    #expect(Self.lines(\.typesNamedAsModule, in: "public enum TokkiBroker {}") == ["1"])
  }

  @Test("nothing is unwrapped by force")
  func unwraps() {
    #expect(Self.all(\.forcedUnwraps, in: Self.products) == [])
    for code in ["a!", "a[0]!.b", "a()!", "try! a()", "a as! B", "let a: B!", "\"\\(a!)\""] {
      #expect(Self.lines(\.forcedUnwraps, in: "\n" + code) == ["2"], "\(code)")
    }
    let harmless = "if !a, a != b, (!c) { print(\"!\") } // d!\na\n  != b"
    #expect(Self.lines(\.forcedUnwraps, in: harmless) == [])
  }

  @Test("nothing ends the process, sleeps, or silences the compiler")
  func calls() {
    #expect(Self.all(\.bannedCalls, in: Self.products) == [])
    for code in [
      "fatalError(\"x\")", "try await Task.sleep(for: .seconds(1))", "Thread.sleep(1)", "usleep(1)",
      "extension A: @unchecked Sendable {}",
    ] {
      #expect(Self.lines(\.bannedCalls, in: code) == ["1"], "\(code)")
    }
    #expect(Self.lines(\.bannedCalls, in: "let sleep = 1 // fatalError") == [])
  }

  @Test("no test sleeps")
  func testSleeps() {
    #expect(Self.all(\.sleeps, in: Self.sources) == [])
    let path = "Tests/ATests/A.swift"
    #expect(Self.lines(\.sleeps, in: "a\nsleep(1)", path: path) == ["2"])
  }

  @Test("what is left to do is not noted in the sources")
  func notes() {
    #expect(Self.all(\.notesToSelf, in: Self.products) == [])
    #expect(Self.lines(\.notesToSelf, in: "a // TODO: b\n// FIXME") == ["1", "2"])
  }

  @Test("switches name all of our own cases")
  func switches() {
    let enums = Self.sources.flatMap(\.enumCases)
    #expect(Self.all({ $0.defaultsOverOwnEnums(enums) }, in: Self.products) == [])
    let planted: (String) -> [String] = { code in
      let own: [Set<String>] = [["direct", "fanout", "topic"], ["none"]]
      return Self.lines({ $0.defaultsOverOwnEnums(own) }, in: code)
    }
    #expect(planted("switch a {\ncase .direct: 1\ndefault: 2\n}") == ["3"])
    #expect(planted("switch a {\ncase let .topic(b), Kind.fanout: 1\ncase _: 2\n}") == ["3"])
    #expect(planted("switch a {\ncase .direct, .other: 1\ndefault: 2\n}") == [])
    #expect(planted("switch a {\ncase .direct, \"b\": 1\ndefault: 2\n}") == [])
    #expect(planted("switch a {\ncase .direct: 1\n@unknown default: 2\n}") == [])
    #expect(planted("switch a {\ncase 1: switch b { case .direct: 2 }\ndefault: 3\n}") == [])
    let many = Set((0..<21).map { "case\($0)" })
    let code = "switch a {\ncase .case1: 1\ndefault: 2\n}"
    #expect(Self.lines({ $0.defaultsOverOwnEnums([many]) }, in: code) == [])
    let declared = SwiftSource(
      path: "Sources/A/B.swift",
      text: """
        enum A: String {
          case a = "x", b(c: [Int: D], e: F)
          var g: Int { switch self { case .a, .b: 1 } }
          indirect case h
        }
        """)
    #expect(declared.enumCases == [["a", "b", "h"]])
  }
}

/// What stands on what, and in which order.
extension TidyTests {
  @Test("a target imports only what stands on lower floors")
  func imports() {
    #expect(Self.all(\.importsFromAbove, in: Self.products) == [])
    let path = "Sources/TokkiShell/A.swift"
    let rule: (SwiftSource) -> [Violation] = { $0.importsFromAbove }
    #expect(Self.lines(rule, in: "import TokkiBroker\npublic import AMQPModel", path: path) == [])
    #expect(Self.lines(rule, in: "import Testing\nimport TokkiLessons", path: path) == ["2"])
    #expect(Self.lines(rule, in: "import struct TokkiNIO.Server", path: path) == ["1"])
    #expect(Self.lines(rule, in: "", path: "Sources/TokkiUnknown/A.swift") == ["1"])
  }

  @Test("floors 0 to 2 know neither files nor threads nor sockets")
  func pureFloors() {
    #expect(Self.all(\.impureImports, in: Self.products) == [])
    for module in ["Foundation", "FoundationEssentials", "Dispatch", "NIOCore"] {
      let code = "@preconcurrency import \(module)"
      #expect(Self.lines(\.impureImports, in: code) == ["1"])
      #expect(Self.lines(\.impureImports, in: code, path: "Sources/TokkiShell/A.swift") == [])
    }
  }

  @Test("nothing depends on the order of a dictionary or a set")
  func order() {
    for module in floors.keys.sorted() {
      let sources = Self.products.filter { $0.module == module }
      let names = UnorderedNames(sources)
      #expect(Self.all({ $0.unorderedIterations(names) }, in: sources) == [])
    }
    let declarations = """
      var queues: [String: Queue]; let names: Set<String> = []; let ids = [Int: Int]()
      let list: [Queue]; let table = Dictionary(list); func a(_ arguments: [String: Int]) {}
      """
    let planted: (String) -> [String] = { code in
      let path = "Sources/TokkiBroker/Planted.swift"
      let source = SwiftSource(path: path, text: declarations + "\n" + code)
      let names = UnorderedNames([source])
      return Self.lines({ $0.unorderedIterations(names) }, in: declarations + "\n" + code)
    }
    for code in [
      "for a in queues {", "for (a, b) in self.x.queues where b {", "queues.keys.map", "names.map",
      "ids.values.first", "table.forEach", "Array(names)", "for a in arguments {",
    ] {
      #expect(planted(code) == ["3"], "\(code)")
    }
    for code in [
      "for a in list {", "queues.keys.sorted()", "queues[a]", "names.contains(a)", "list.map",
      "queues.mapValues", "for a in names.sorted() {", "ids.values.allSatisfy",
      "names.map { $0 }.sorted()", "queues.map(\\.key).sorted()", "Other.queues.map",
    ] {
      #expect(planted(code) == [], "\(code)")
    }
  }

  @Test("a module of more than 15 files has folders")
  func folders() {
    #expect(LayoutRules.crowdedFolders(Self.sources.map(\.path)) == [])
    let paths = (1...16).map { "Sources/A/\($0).swift" }
    #expect(LayoutRules.crowdedFolders(paths).map(\.place) == ["Sources/A"])
    #expect(LayoutRules.crowdedFolders(Array(paths.dropLast()) + ["Sources/A/B/1.swift"]) == [])
  }

  @Test("the top level holds what its reader expects")
  func topLevel() {
    #expect(LayoutRules.strangers(SourceTree.topLevel) == [])
    #expect(LayoutRules.strangers([".ci", "Sources", "notes.txt"]).map(\.place) == ["notes.txt"])
  }
}
