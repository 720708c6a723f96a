import AMQPModel
import TokkiClient
public import TokkiLanguage

/// Writes programs in one language: syntax alone. What is written, and in which order, is the
/// program's.
protocol ProgramWriter {
  var program: Program { get }
  var language: Language { get }
  /// What begins a comment that ends with its line.
  var commentMark: String { get }
  var text: CodeText { get set }

  /// Everything before the first part.
  mutating func begin()
  mutating func write(_ action: Action)
  /// A comment on lines of its own.
  mutating func comment(_ words: String)
  /// Everything behind the last part.
  mutating func end()
}

extension ProgramWriter {
  /// The whole program.
  mutating func wholeText() -> String {
    begin()
    for part in program.parts {
      text.space()
      if !part.line.isEmpty {
        let number = part.number.map { "\($0). " } ?? ""
        comment(number + part.line)
      }
      for action in part.actions { write(action) }
    }
    end()
    return text.text
  }

  mutating func comment(_ words: String) { text.comment(commentMark, words) }

  mutating func comment(_ english: String, _ korean: String) {
    comment(Localized(english, korean)[language])
  }

  /// What a comment says of a refusal that the run met.
  mutating func comment(_ failure: Failure) {
    let what =
      failure.closesConnection ? Localized("connection", "연결") : Localized("channel", "채널")
    comment(
      "Expected: \(failure.code) \(failure.text). It closes the \(what.english).",
      "예상된 오류: \(failure.code) \(failure.text). \(what.korean)이 닫힙니다.")
  }

  func channel(_ number: Int) -> Program.Channel { program.channels[number] }

  func connection(of channel: Int) -> Program.Connection {
    program.connections[program.channels[channel].connection]
  }

  /// How the run calls the client of that channel.
  func title(ofChannel number: Int) -> String { connection(of: number).client.text }

  /// Whether anything is done with the consumer once it runs.
  func isUsed(consumer: Int) -> Bool {
    program.actions.contains { action in
      if case .receive(consumer, _) = action { return true }
      if case .finish(consumer, _) = action { return true }
      if case .settle(_, .received(consumer, _), _, _) = action { return true }
      return false
    }
  }

  /// How many messages come back on the channel in all.
  func returnedCount(on channel: Int) -> Int {
    program.actions.reduce(0) { sum, action in
      guard case .returned(channel, let count) = action else { return sum }
      return sum + count
    }
  }

  var opening: Localized {
    Localized(
      "Written by Tokki from a run: it does with a real client what was done there.",
      "Tokki가 실행한 내용을 실제 클라이언트로 옮긴 프로그램입니다.")
  }

  var aboutVariables: Localized {
    Localized(
      "AMQP_URL says where RabbitMQ is. TIME_SCALE=0.1 makes waits and work ten times as fast;\n"
        + "the broker's own times, such as a TTL, stay as they are.",
      "AMQP_URL은 RabbitMQ의 주소입니다. TIME_SCALE=0.1이면 기다리는 시간과 작업이 열 배 빨라집니다.\n"
        + "TTL처럼 브로커가 재는 시간은 그대로입니다.")
  }
}

extension FieldValue {
  /// The text of a string, or nil where its bytes are none.
  var stringText: String? { text }
}

extension Content {
  /// The body where it is text.
  var text: String? { String(validating: body, as: UTF8.self) }
}

/// The program that does what a run did.
public enum GeneratedProgram {
  /// - Parameters:
  ///   - start: how many steps are left out at the beginning.
  ///   - words: the language of the comments.
  public static func text(
    of steps: [RecordedStep], in language: ProgrammingLanguage, from start: Int = 0,
    words: Language = .english
  ) -> String {
    let program = ProgramPlanner.program(of: steps, from: start)
    switch language {
    case .go:
      var writer = GoWriter(program: program, language: words)
      return writer.wholeText()
    case .python:
      var writer = PythonWriter(program: program, language: words)
      return writer.wholeText()
    case .java:
      var writer = JavaWriter(program: program, language: words)
      return writer.wholeText()
    case .javascript:
      var writer = JavaScriptWriter(program: program, language: words)
      return writer.wholeText()
    case .swift:
      var writer = SwiftWriter(program: program, language: words)
      return writer.wholeText()
    case .csharp:
      var writer = CSharpWriter(program: program, language: words)
      return writer.wholeText()
    }
  }
}
