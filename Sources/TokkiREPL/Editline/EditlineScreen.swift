import CEditline
import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What happens on the screen besides libedit's own drawing.
extension EditlineReader {
  /// The next key, while announcements and changes of the terminal's size are seen to. Nil at the
  /// end of the input.
  func nextKey() -> Unicode.Scalar? {
    while keys.isEmpty {
      var ready = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakes.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      showHint()
      let count = poll(&ready, 2, -1)
      let isInterrupted = count < 0 && errno == EINTR
      eraseHint()
      guard count >= 0 || isInterrupted else { return nil }
      if ready[1].revents != 0, !handleWakes() { return nil }
      if ready[0].revents != 0, !readKeys() {
        // The window is gone, whether its signal has come already or not.
        if ready[0].revents & Int16(POLLHUP) != 0 { end = .terminated(signal: SIGHUP) }
        return nil
      }
    }
    return keys.popLast()
  }

  private func readKeys() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(input, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return true }
    let decoded =
      count > 0 ? bytes.prefix(count).flatMap { decoder.decode($0) } : decoder.finish()
    // A paste whose end is lost would have no end.
    if sequences.isPasting, decoded == ["\u{3}"] { sequences = KeySequences() }
    keys = decoded.flatMap { sequences.take($0) }.reversed()
    return count > 0 || !keys.isEmpty
  }

  /// False when the process is to end.
  private func handleWakes() -> Bool {
    for wake in wakes.take() {
      switch wake {
      case .announcement(let text): showAbove(text.hasSuffix("\n") ? text : text + "\n")
      case .news: news().map(showAbove)
      case .resized: resize()
      case .terminated(let signal):
        end = .terminated(signal: signal)
        return false
      case .evaluated, .interrupted: break
      }
    }
    return true
  }

  /// Prompt and line give way to the text and stand again below it.
  private func showAbove(_ text: String) {
    erase()
    write(text)
    tokki_refresh(editor)
  }

  private func resize() {
    columns = Int(tokki_columns(output))
    erase()
    el_resize(editor)
    tokki_refresh(editor)
  }

  /// Erases prompt and line, and leaves the cursor where the prompt stood.
  private func erase() {
    let row = rows.cursor
    write((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J")
  }

  /// Shows another prompt and another line in the place of these.
  func redraw(_ prompt: Prompt, _ text: String) {
    erase()
    show(prompt)
    el_cursor(editor, Int32(clamping: line.after.unicodeScalars.count))
    el_deletestr(editor, Int32(clamping: line.before.unicodeScalars.count))
    el_insertstr(editor, text)
    tokki_refresh(editor)
  }

  /// Drops the line; the key that does so ends it.
  func clearLine() {
    end = .cleared
    leaveLine()
  }

  /// Shows candidates below the line, and prompt and line again below them.
  func list(_ candidates: [String]) {
    leaveLine()
    write(table(of: candidates, columns: columns > 0 ? columns : 80))
    tokki_refresh(editor)
  }

  /// Takes the cursor below the line.
  private func leaveLine() {
    let (cursor, last) = rows
    write(String(repeating: "\n", count: last - cursor + 1))
  }

  /// Shows what the line still takes behind it, faintly, if there is room for it in the row.
  /// libedit knows nothing of it: it is gone before anything else is written.
  private func showHint() {
    guard isHinting, colour else { return }
    let (before, after) = line
    guard after.isEmpty, !before.isEmpty, let hint = hint(before) else { return }
    var layout = layoutOfPrompt
    layout.put(before.unicodeScalars)
    let cells = DisplayWidth.of(hint)
    guard layout.column > 0, layout.column + cells < layout.columns else { return }
    write("\u{1B}[2m\(VisibleText.escaped(hint))\u{1B}[0m\u{1B}[\(cells)D")
    showsHint = true
  }

  private func eraseHint() {
    guard showsHint else { return }
    write("\u{1B}[K")
    showsHint = false
  }

  private var layoutOfPrompt: LineLayout {
    var layout = LineLayout(columns: columns > 0 ? columns : 80)
    layout.put(prompt.plain.unicodeScalars)
    return layout
  }

  /// The rows of the cursor and of the line's end, counted from the prompt's.
  private var rows: (cursor: Int, last: Int) {
    var layout = layoutOfPrompt
    let (before, after) = line
    layout.put(before.unicodeScalars)
    let cursor = layout.row
    layout.put(after.unicodeScalars)
    return (cursor, layout.row)
  }

  /// The line up to the cursor, and the rest of it.
  var line: (before: String, after: String) {
    guard let info = el_line(editor)?.pointee, let start = info.buffer, let cursor = info.cursor,
      let last = info.lastchar
    else { return ("", "") }
    func text(from start: UnsafePointer<CChar>, to end: UnsafePointer<CChar>) -> String {
      let bytes = UnsafeRawBufferPointer(start: start, count: max(0, end - start))
      return String(decoding: bytes, as: UTF8.self)
    }
    return (text(from: start, to: cursor), text(from: cursor, to: last))
  }

  /// Whether the terminal is to tell what is pasted from what is typed.
  func tellsPastes(_ tells: Bool) { write("\u{1B}[?2004\(tells ? "h" : "l")") }

  func write(_ text: String) {
    fflush(streams.output)
    TextOutput(descriptor: output).write(text)
  }
}
