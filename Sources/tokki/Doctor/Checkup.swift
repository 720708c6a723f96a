import AMQPModel
import FoundationEssentials
import TokkiLanguage
import TokkiLessons
import TokkiREPL
import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks at what Tokki finds on this machine.
struct Checkup {
  let session: ProgramSession
  /// Where a real broker is looked for.
  let broker: AMQPURI

  func findings() async -> [CheckupFinding] {
    terminal + files + [await brokers()] + programs
  }
}

// MARK: The terminal

extension Checkup {
  private var terminal: [CheckupFinding] {
    [lineEditing, colour, text]
  }

  private var lineEditing: CheckupFinding {
    let console = session.console
    let title = Localized("line editing", "줄 편집")
    if console.editsLines {
      let width = console.columns
      return CheckupFinding(
        group: .terminal, name: "lineEditing", title: title, state: .found,
        detail: Localized(
          "Tab completes, Ctrl-R searches the history; \(width) cells wide",
          "Tab 완성, Ctrl-R 기록 검색; 너비 \(width)칸"))
    }
    guard console.hasUser else {
      return CheckupFinding(
        group: .terminal, name: "lineEditing", title: title, state: .missing,
        detail: Localized(
          "standard input is no terminal: lines run as a script",
          "표준 입력이 터미널이 아닙니다. 줄들은 스크립트로 실행됩니다"))
    }
    return CheckupFinding(
      group: .terminal, name: "lineEditing", title: title, state: .missing,
      detail: Localized(
        "TERM=\(session.environment["TERM"] ?? "") cannot, or output is no terminal",
        "TERM=\(session.environment["TERM"] ?? "") 터미널이 지원하지 않거나, 출력이 터미널이 아닙니다"),
      cure: Localized("export TERM=xterm-256color", "export TERM=xterm-256color"))
  }

  private var colour: CheckupFinding {
    let title = Localized("colour", "색")
    guard !session.settings.hasColour else {
      return CheckupFinding(
        group: .terminal, name: "colour", title: title, state: .found,
        detail: Localized(
          "on; NO_COLOR=1 or --no-color turns it off", "켜짐; NO_COLOR=1이나 --no-color로 끕니다"))
    }
    return CheckupFinding(
      group: .terminal, name: "colour", title: title, state: .missing,
      detail: Localized(
        "off: no terminal that shows it, NO_COLOR or --no-color",
        "꺼짐: 터미널이 아니거나 NO_COLOR, --no-color가 있습니다"))
  }

  private var text: CheckupFinding {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { session.environment[$0] }
      .first { !$0.isEmpty }
    let name = locale ?? "C"
    let isUnicode = name.uppercased().contains("UTF-8") || name.uppercased().contains("UTF8")
    let title = Localized("text", "글자")
    if isUnicode {
      return CheckupFinding(
        group: .terminal, name: "text", title: title, state: .found,
        detail: Localized("UTF-8 (\(name))", "UTF-8 (\(name))"))
    }
    return CheckupFinding(
      group: .terminal, name: "text", title: title, state: .missing,
      detail: Localized("the locale \(name) is no UTF-8", "로캘 \(name)은(는) UTF-8이 아닙니다"),
      cure: Localized("export LC_ALL=C.UTF-8", "export LC_ALL=C.UTF-8"))
  }
}

// MARK: Files

extension Checkup {
  private var files: [CheckupFinding] {
    let history = HistoryFile.ofUser(environment: session.environment)
    let progress = ProgressFile.standard(environment: session.environment)
    return [
      file(history?.path, "history", Localized("history", "입력 기록")),
      file(progress?.path, "progress", Localized("progress", "레슨 진도")),
    ]
  }

  private func file(_ path: String?, _ name: String, _ title: Localized) -> CheckupFinding {
    guard let path else {
      return CheckupFinding(
        group: .files, name: name, title: title, state: .missing,
        detail: Localized("there is no home to keep it in", "보관할 홈 디렉터리가 없습니다"),
        cure: Localized("set HOME or XDG_STATE_HOME", "HOME이나 XDG_STATE_HOME을 지정하세요"))
    }
    if Self.isWritable(path) {
      return CheckupFinding(
        group: .files, name: name, title: title, state: .found, detail: Localized(path, path))
    }
    return CheckupFinding(
      group: .files, name: name, title: title, state: .wrong,
      detail: Localized("\(path) cannot be written", "\(path)에 쓸 수 없습니다"),
      cure: Localized(
        "make it yours, or set XDG_STATE_HOME", "권한을 바꾸거나 XDG_STATE_HOME을 지정하세요"))
  }

  /// The file; where it is not there yet, the nearest folder above it.
  private static func isWritable(_ path: String) -> Bool {
    var nearest = path
    while access(nearest, F_OK) != 0, let slash = nearest.lastIndex(of: "/") {
      nearest = slash == nearest.startIndex ? "/" : String(nearest[..<slash])
    }
    var isFolder = false
    _ = FileManager.default.fileExists(atPath: nearest, isDirectory: &isFolder)
    return access(nearest, W_OK) == 0 && isFolder == (nearest != path)
  }
}

// MARK: Real brokers

extension Checkup {
  private func brokers() async -> CheckupFinding {
    let (isReached, english) = await look(in: .english)
    let korean = session.settings.language == .korean ? await look(in: .korean).text : english
    let cure = Localized(
      "docker run -p 5672:5672 -p 15672:15672 rabbitmq:4-management, or another by --broker",
      "docker run -p 5672:5672 -p 15672:15672 rabbitmq:4-management, 다른 곳은 --broker로")
    return CheckupFinding(
      group: .brokers, name: "broker", title: Localized("RabbitMQ", "RabbitMQ"),
      state: isReached ? .found : .missing, detail: Localized(english, korean),
      cure: isReached ? nil : cure)
  }

  /// What the prompt says of the broker, without its sign.
  private func look(in language: Language) async -> (isReached: Bool, text: String) {
    var session = session
    session.settings.language = language
    session.settings.isJSON = false
    session.settings.hasColour = false
    let evaluator = session.evaluator()
    let connected = await evaluator.connect(to: broker)
    guard connected.status == .success else { return (false, Self.firstLine(of: connected.text)) }
    let status = await evaluator.evaluate("status")
    _ = await evaluator.leave()
    return (true, Self.firstLine(of: status.text))
  }

  private static func firstLine(of text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return String(line.hasPrefix("✗ ") ? line.dropFirst(2) : line)
  }
}

// MARK: Other programs

extension Checkup {
  /// A program beside Tokki, and what it is good for.
  private struct Tool {
    var name: String
    /// Prints its version on the first line; fails where it is not there.
    var asks: String
    var use: Localized
    var package: String
  }

  private static let clients = Localized("runs what `code` writes", "`code`가 쓴 프로그램을 실행합니다")

  private static let tools = [
    Tool(
      name: "pika", asks: "python3 -c 'import pika; print(pika.__version__)'", use: clients,
      package: "python3-pika"),
    Tool(name: "go", asks: "go version", use: clients, package: "golang-go"),
    Tool(
      name: "java", asks: "java -version 2>&1", use: clients, package: "default-jdk-headless"),
    Tool(name: "node", asks: "node --version", use: clients, package: "nodejs"),
    Tool(
      name: "dotnet", asks: "dotnet --version", use: clients, package: "dotnet-sdk-8.0"),
    Tool(
      name: "asciinema", asks: "asciinema --version",
      use: Localized("plays exported demos", "내보낸 데모를 재생합니다"), package: "asciinema"),
    Tool(
      name: "dot", asks: "dot -V 2>&1",
      use: Localized("draws `show --dot`", "`show --dot`를 그립니다"), package: "graphviz"),
  ]

  private var programs: [CheckupFinding] {
    Self.tools.map { tool in
      let title = Localized(tool.name, tool.name)
      if let version = Self.firstLine(printedBy: tool.asks) {
        return CheckupFinding(
          group: .programs, name: tool.name, title: title, state: .found,
          detail: Localized(version, version))
      }
      return CheckupFinding(
        group: .programs, name: tool.name, title: title, state: .missing, detail: tool.use,
        cure: Localized("apt-get install \(tool.package)", "apt-get install \(tool.package)"))
    }
  }

  /// nil where the command fails.
  private static func firstLine(printedBy command: String) -> String? {
    guard let pipe = popen("{ \(command); } 2>/dev/null </dev/null", "r") else { return nil }
    var bytes = [CChar](repeating: 0, count: 256)
    let hasLine = fgets(&bytes, Int32(bytes.count), pipe) != nil
    let status = pclose(pipe)
    guard status == 0, hasLine else { return nil }
    let text = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return firstLine(of: String(decoding: text, as: UTF8.self))
  }
}
