import CEditline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads lines on a terminal by libedit: editing, history, search, completion, and text that comes
/// while the prompt stands there. For one thread alone.
public final class EditlineReader: LineReader {
  let editor: OpaquePointer
  let wakes: Wakes
  let complete: (_ line: String, _ cursor: Int) -> Completions
  /// What the line still takes; nil if there is nothing to say.
  let hint: (_ line: String) -> String?
  /// What is to be shown above the prompt; nil if there is nothing.
  let news: () -> String?
  let input: Int32
  let output: Int32
  let streams: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)
  let colour: Bool
  private let history: OpaquePointer
  private let file: HistoryFile?
  private(set) var recalled: History
  var prompt = Prompt([])
  /// The prompt as libedit reads it, which it does whenever it likes.
  private var promptText: UnsafeMutablePointer<CChar>
  var columns: Int
  var decoder = KeyDecoder()
  var sequences = KeySequences()
  var keys: [Unicode.Scalar] = []
  var end = LineReading.end
  /// Whether a line is typed, rather than the history searched.
  var isHinting = true
  /// Whether a hint stands behind the line now.
  var showsHint = false

  /// The delimiter of escape sequences in prompts: no prompt can hold it, control characters being
  /// taken out of it.
  private static let delimiter: Character = "\u{1}"

  /// Nil when this terminal cannot edit UTF-8 text.
  public convenience init?(
    announcements: Announcements, history: HistoryFile?, colour: Bool,
    complete: @escaping (_ line: String, _ cursor: Int) -> Completions,
    hint: @escaping (_ line: String) -> String?, news: @escaping () -> String?
  ) {
    self.init(
      input: STDIN_FILENO, output: STDOUT_FILENO, announcements: announcements,
      history: history, colour: colour, complete: complete, hint: hint,
      news: news)
  }

  package init?(
    input: Int32, output: Int32, announcements: Announcements, history file: HistoryFile?,
    colour: Bool, complete: @escaping (_ line: String, _ cursor: Int) -> Completions,
    hint: @escaping (_ line: String) -> String? = { _ in nil },
    news: @escaping () -> String? = { nil }
  ) {
    guard tokki_use_utf8() != 0, let history = history_init(), let empty = strdup("") else {
      return nil
    }
    guard let inputStream = fdopen(dup(input), "r"), let outputStream = fdopen(dup(output), "w"),
      let editor = el_init_fd(
        "tokki", inputStream, outputStream, outputStream, input, output, output)
    else {
      history_end(history)
      return nil
    }
    self.editor = editor
    self.wakes = announcements.wakes
    self.complete = complete
    self.hint = hint
    self.news = news
    self.input = input
    self.output = output
    self.streams = (inputStream, outputStream)
    self.colour = colour
    self.history = history
    self.file = file
    self.recalled = file?.load() ?? History()
    self.promptText = empty
    self.columns = Int(tokki_columns(output))
    setUpEditor()
    fillHistory()
  }

  deinit {
    el_end(editor)
    history_end(history)
    free(promptText)
    fclose(streams.input)
    fclose(streams.output)
  }

  private func setUpEditor() {
    tokki_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    tokki_set_prompt(
      editor, { reader(of: $0)?.promptText }, CChar(Self.delimiter.asciiValue ?? 1))
    tokki_set_editor(editor, "emacs")
    tokki_set_signals(editor, 0)
    tokki_set_reader(editor) { editor, key in
      guard let key, let scalar = reader(of: editor)?.nextKey() else { return 0 }
      key.pointee = wchar_t(scalar.value)
      return 1
    }
    tokki_history_size(history, Int32(History.limit))
    tokki_set_history(editor, history)
    bindKeys()
  }

  public func readLine(prompt: Prompt) -> LineReading {
    show(prompt)
    end = .end
    fitTerminal()
    // libedit shows the prompt before it makes the terminal raw; a key that came between would
    // be lost.
    tokki_prepare_terminal(editor, 1)
    tellsPastes(true)
    var count: Int32 = 0
    let bytes = el_gets(editor, &count)
    tellsPastes(false)
    // A line that is cleared when it is empty looks to libedit like the end.
    if end == .cleared {
      return .cleared
    }
    guard let bytes, count > 0 else {
      write("\n")
      return end
    }
    var line = String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
    if line.hasSuffix("\n") { line.removeLast() }
    return .line(line)
  }

  /// The terminal may have changed while no line was edited.
  private func fitTerminal() {
    let columns = Int(tokki_columns(output))
    guard columns != self.columns else { return }
    self.columns = columns
    el_resize(editor)
  }

  public var hasUser: Bool { true }

  public func forgetTyped() {
    keys = []
    sequences = KeySequences()
    write("^C\n")
  }

  public func remember(_ line: String) {
    switch recalled.remember(line) {
    case .none: return
    case .appended: recalled.lines.last.map { _ = tokki_history_enter(history, $0) }
    case .rearranged: fillHistory()
    }
    file?.remember(line)
  }

  private func fillHistory() {
    tokki_history_clear(history)
    for line in recalled.lines { tokki_history_enter(history, line) }
  }

  func show(_ prompt: Prompt) {
    self.prompt = prompt
    let text = colour ? prompt.coloured(delimiter: Self.delimiter) : prompt.plain
    guard let copy = strdup(text) else { return }
    free(promptText)
    promptText = copy
  }
}
